package loa.store;

import java.time.Instant;
import java.util.Optional;
import loa.article.Article;

/**
 * What became of an article since some other change: its last state, however often it changed in between.
 *
 * @param number of the last change of the article, growing
 * @param article empty if it is withdrawn
 */
public record Change(long number, Kind kind, String guid, Instant when, Optional<Article> article) {

    /** What whoever knows the state before has to do. */
    public enum Kind {
        ADDED,
        UPDATED,
        WITHDRAWN,
        RESTORED;

        static Kind of(long since, long added, long restored, boolean isWithdrawn) {
            return isWithdrawn ? WITHDRAWN : added > since ? ADDED : restored > since ? RESTORED : UPDATED;
        }
    }
}
