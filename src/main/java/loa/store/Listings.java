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

    /** The keys that the listing showed last, in its order; none if feeds.yml said something else of the source then. */
    public List<String> shown(String source, URI address, String settings) {
        return jdbi.withHandle(handle -> handle.createQuery(
                                "SELECT shown FROM listing WHERE source = ? AND address = ? AND settings = ?")
                        .bind(0, source)
                        .bind(1, address.toString())
                        .bind(2, settings)
                        .mapTo(String.class)
                        .findOne())
                .map(keys -> keys.lines().toList())
                .orElse(List.of());
    }

    /** These listings show this now. */
    public void show(String source, String settings, Map<URI, List<String>> shown) {
        jdbi.useTransaction(handle -> shown.forEach((address, keys) -> handle.createUpdate("""
                        INSERT INTO listing (source, address, settings, shown) VALUES (:source, :address, :settings, :shown)
                        ON CONFLICT (source, address) DO UPDATE SET settings = excluded.settings, shown = excluded.shown
                        WHERE settings <> excluded.settings OR shown <> excluded.shown""")
                .bind("source", source)
                .bind("address", address.toString())
                .bind("settings", settings)
                .bind("shown", String.join("\n", keys.stream().limit(MOST_KEYS).toList()))
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
}
