package loa.store;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Which kept articles are to be looked at again, and what was found where there was no article any more. */
public final class Looks {

    private final Jdbi jdbi;
    private final Clock clock;

    Looks(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** The articles of this source that are to be looked at now, the longest due first. */
    public List<Due> due(String source, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id, link, title, image, published FROM article
                        WHERE source = :source AND next_look <= :now ORDER BY next_look LIMIT :limit""")
                .bind("source", source)
                .bind("now", clock.millis())
                .bind("limit", limit)
                .map((row, context) -> due(row, handle))
                .list());
    }

    /** Whether the article is kept with this content. */
    public boolean isKeptAs(long id, String contentHash) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT content_hash = :hash FROM article WHERE id = :id")
                .bind("id", id)
                .bind("hash", contentHash)
                .mapTo(Boolean.class)
                .one());
    }

    /** The article could not be read, for a reason that says nothing of the article. */
    public void failed(long id) {
        jdbi.useHandle(handle -> next(handle, id, LookAgain.afterTrouble(now(), id)));
    }

    /** The article is as it was. */
    public void unchanged(long id) {
        jdbi.useTransaction(handle -> ArticleRow.seen(handle, id, now()));
    }

    /**
     * The article's address is gone. Says whether it has been so, at every look, for this long at least, so that it may be
     * withdrawn; a pinned one never may.
     */
    public boolean missing(long id, Duration longEnough) {
        Instant now = now();
        return jdbi.inTransaction(handle -> {
            Optional<Instant> before = handle.createQuery(
                            "SELECT missing_since FROM article WHERE id = :id AND missing_since IS NOT NULL")
                    .bind("id", id)
                    .map((row, context) -> Instant.ofEpochMilli(row.getLong(1)))
                    .findOne();
            Instant since = before.orElse(now);
            boolean isOver = before.isPresent() && !since.plus(longEnough).isAfter(now);
            handle.createUpdate("UPDATE article SET missing_since = :since WHERE id = :id")
                    .bind("since", since.toEpochMilli())
                    .bind("id", id)
                    .execute();
            next(
                    handle,
                    id,
                    isOver ? LookAgain.after(now, ArticleRow.published(handle, id), id) : since.plus(longEnough));
            return isOver && isWithdrawable(handle, id);
        });
    }

    /** Where the articles are, or should be, that the source was collected just before this one. */
    public List<URI> before(long id, int limit) {
        return neighbours("id < :id", "id DESC", id, limit);
    }

    /** Where the articles are, or should be, that the source was collected just after this one. */
    public List<URI> after(long id, int limit) {
        return neighbours("id > :id", "id", id, limit);
    }

    private List<URI> neighbours(String which, String order, long id, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT link FROM article WHERE " + which
                        + " AND source = (SELECT source FROM article WHERE id = :id)"
                        + " AND withdrawn IS NULL ORDER BY " + order + " LIMIT :limit")
                .bind("id", id)
                .bind("limit", limit)
                .mapTo(String.class)
                .map(URI::create)
                .list());
    }

    private static boolean isWithdrawable(Handle handle, long id) {
        return handle.createQuery("SELECT count(*) FROM article WHERE id = :id AND withdrawn IS NULL AND NOT pinned")
                        .bind("id", id)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    private static void next(Handle handle, long id, Instant next) {
        handle.createUpdate("UPDATE article SET next_look = :next WHERE id = :id")
                .bind("next", next.toEpochMilli())
                .bind("id", id)
                .execute();
    }

    private static Due due(ResultSet row, Handle handle) throws SQLException {
        String image = row.getString("image");
        Set<String> categories = ArticleRow.categories(handle, row.getLong("id"));
        return new Due(
                row.getLong("id"),
                URI.create(row.getString("link")),
                row.getString("title"),
                image == null ? null : URI.create(image),
                Instant.ofEpochMilli(row.getLong("published")),
                categories);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
