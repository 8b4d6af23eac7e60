package loa.collect;

import java.time.Duration;
import java.util.List;
import loa.source.Trouble;

/**
 * What became of one collection of a source.
 *
 * @param listed articles that its listings named
 * @param troubles what could not be read, in the order in which it happened
 */
public record Run(String source, int listed, int added, int updated, List<Trouble> troubles, Duration took) {

    public Run {
        troubles = List.copyOf(troubles);
    }

    /** Whether anything at all could be read of the source. */
    public boolean failed() {
        return listed == 0;
    }
}
