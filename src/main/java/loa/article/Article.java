package loa.article;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article that was collected and is kept.
 *
 * @param id its number in the store, growing in the order of collecting
 * @param guid its identity for readers, a tag URI, minted once and kept for ever
 * @param link where people read it
 * @param title plain text on one line
 * @param summary plain text on one line
 * @param body sanitised HTML with absolute addresses
 * @param published as the source dates it, else the moment it was first seen; never changed afterwards
 * @param updated when its content last changed; {@code published} until it does
 * @param changed the number of its last change among all changes of all articles
 * @param categories their names, in alphabetical order
 */
public record Article(
        long id,
        String guid,
        URI link,
        String title,
        @Nullable String summary,
        String body,
        Byline byline,
        @Nullable Image image,
        Instant published,
        Instant updated,
        long changed,
        List<String> categories) {

    public Article {
        categories = List.copyOf(categories);
    }

    /** The summary; for an article without one its title, for readers want something there. */
    public String excerpt() {
        return summary == null ? title : summary;
    }

    /** The same article, listed in these categories. */
    public Article in(List<String> others) {
        return new Article(id, guid, link, title, summary, body, byline, image, published, updated, changed, others);
    }
}
