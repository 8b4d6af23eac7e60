package loa.store;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What is remembered of the pages of each source, so that a restart is no reason to ask for everything again. */
public final class Pages {

    /** What was not asked for in so long is on no listing any more. */
    private static final Duration KEPT = Duration.ofDays(30);

    private final Jdbi jdbi;
    private final Clock clock;

    Pages(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** What is remembered of this page. */
    public Optional<Page> find(String source, URI address) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM page WHERE source = :source AND address = :address")
                        .bind("source", source)
                        .bind("address", address.toString())
                        .map((row, context) -> page(row))
                        .findOne());
    }

    /** Remembers these pages in the place of what was known of them, and forgets what is long past. */
    public void put(String source, Collection<Page> pages) {
        if (!pages.isEmpty()) {
            jdbi.useTransaction(handle -> {
                pages.forEach(page -> put(handle, source, page));
                handle.createUpdate("DELETE FROM page WHERE due < :forgotten")
                        .bind("forgotten", clock.instant().minus(KEPT).toEpochMilli())
                        .execute();
            });
        }
    }

    private static void put(Handle handle, String source, Page page) {
        handle.createUpdate("""
                        INSERT INTO page (source, address, settings, etag, last_modified, body_hash, listed, failures, due)
                        VALUES (:source, :address, :settings, :etag, :last_modified, :body_hash, :listed, :failures, :due)
                        ON CONFLICT (source, address) DO UPDATE
                        SET settings = excluded.settings, etag = excluded.etag, last_modified = excluded.last_modified,
                            body_hash = excluded.body_hash, listed = excluded.listed, failures = excluded.failures,
                            due = excluded.due""")
                .bind("source", source)
                .bind("address", page.address().toString())
                .bind("settings", page.settings())
                .bind("etag", page.etag())
                .bind("last_modified", page.lastModified())
                .bind("body_hash", page.bodyHash())
                .bind("listed", page.listed())
                .bind("failures", page.failures())
                .bind("due", page.due().toEpochMilli())
                .execute();
    }

    private static Page page(ResultSet row) throws SQLException {
        return new Page(
                URI.create(row.getString("address")),
                row.getString("settings"),
                row.getString("etag"),
                row.getString("last_modified"),
                row.getString("body_hash"),
                row.getInt("listed"),
                row.getInt("failures"),
                Instant.ofEpochMilli(row.getLong("due")));
    }
}
