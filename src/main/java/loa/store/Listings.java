package loa.store;

import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** What each listing showed when it was last taken, and how often its source publishes. */
public final class Listings {

    private static final int MOST_KEYS = 500;

    private final Jdbi jdbi;

    Listings(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** What the listing showed last; nothing if feeds.yml said something else of the source then. */
    public Shown shown(String source, URI address, String settings) {
        return jdbi.withHandle(handle -> handle.createQuery(
                                "SELECT shown, places FROM listing WHERE source = ? AND address = ? AND settings = ?")
                        .bind(0, source)
                        .bind(1, address.toString())
                        .bind(2, settings)
                        .map((row, context) -> new Shown(
                                row.getString(1).lines().toList(),
                                row.getString(2).lines().toList()))
                        .findOne())
                .orElse(Shown.NOTHING);
    }

    /** These listings show this now. */
    public void show(String source, String settings, Map<URI, Shown> shown) {
        jdbi.useTransaction(handle -> shown.forEach((address, now) -> handle.createUpdate("""
                        INSERT INTO listing (source, address, settings, shown, places)
                        VALUES (:source, :address, :settings, :shown, :places)
                        ON CONFLICT (source, address) DO UPDATE
                        SET settings = excluded.settings, shown = excluded.shown, places = excluded.places
                        WHERE settings <> excluded.settings OR shown <> excluded.shown OR places <> excluded.places""")
                .bind("source", source)
                .bind("address", address.toString())
                .bind("settings", settings)
                .bind("shown", lines(now.keys()))
                .bind("places", lines(now.places()))
                .execute()));
    }

    /** When the source's latest articles were published, the latest first. */
    public List<Instant> latest(String source, int limit) {
        return jdbi
                .withHandle(handle -> handle.createQuery(
                                "SELECT published FROM article WHERE source = :source ORDER BY id DESC LIMIT :limit")
                        .bind("source", source)
                        .bind("limit", limit)
                        .mapTo(Long.class)
                        .map(Instant::ofEpochMilli)
                        .list())
                .stream()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private static String lines(List<String> keys) {
        return String.join("\n", keys.stream().limit(MOST_KEYS).toList());
    }
}
