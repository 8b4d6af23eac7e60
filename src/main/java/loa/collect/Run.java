package loa.collect;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import loa.language.Phrase;
import loa.page.Trouble;

/**
 * What became of one collection of a source.
 *
 * @param listed articles that its listings named
 * @param unread listings that could not be read
 * @param holds listings of which nothing was taken, though they could be read
 * @param troubles what could not be read, in the order in which it happened
 * @param remedy what in feeds.yml would have it read, where that is known
 */
public record Run(
        String source,
        int listed,
        int added,
        int updated,
        Set<URI> unread,
        List<Hold> holds,
        List<Trouble> troubles,
        Optional<Phrase> remedy,
        Duration took) {

    public Run {
        unread = Set.copyOf(unread);
        holds = List.copyOf(holds);
        troubles = List.copyOf(troubles);
    }

    /** Whether anything at all could be read of the source. */
    public boolean failed() {
        return listed == 0;
    }
}
