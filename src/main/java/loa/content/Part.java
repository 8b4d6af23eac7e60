package loa.content;

import java.util.Optional;
import org.jsoup.nodes.Document;

/**
 * A further page of an article, as far as it can be had.
 *
 * @param page empty where it cannot
 * @param gone whether it will not come back, so that the article is what is left
 */
public record Part(Optional<Document> page, boolean gone) {

    public static final Part GONE = new Part(Optional.empty(), true);

    /** What was fetched, if it is a page; else it may be one the next time. */
    public static Part of(Optional<Document> page) {
        return new Part(page, false);
    }
}
