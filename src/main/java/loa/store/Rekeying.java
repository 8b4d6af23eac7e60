package loa.store;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import loa.article.Body;
import loa.article.Identity;
import loa.article.Traces;
import org.jdbi.v3.core.Handle;

/** Makes what articles are known by anew where that is made by other rules than when they were kept. */
final class Rekeying {

    private static final int AT_ONCE = 500;

    private Rekeying() {}

    static void settle(Handle handle, String source, Identity identity) {
        String rules = identity.fingerprint();
        List<String> before = handle.createQuery("SELECT rules FROM source_rules WHERE source = :source")
                .bind("source", source)
                .mapTo(String.class)
                .list();
        if (!before.contains(rules)) {
            if (before.isEmpty()) {
                traceAll(handle, source);
            }
            rekeyAll(handle, source, identity);
            handle.execute(
                    "INSERT INTO source_rules VALUES (?, ?) ON CONFLICT (source) DO UPDATE SET rules = excluded.rules",
                    source,
                    rules);
        }
    }

    private static void rekeyAll(Handle handle, String source, Identity identity) {
        List<Key> keys = keys(handle, source, "");
        while (!keys.isEmpty()) {
            keys.forEach(key -> rekey(handle, source, identity, key));
            keys = keys(handle, source, keys.get(keys.size() - 1).key);
        }
    }

    private static void rekey(Handle handle, String source, Identity identity, Key kept) {
        String key = identity.renewed(kept.key);
        if (!key.equals(kept.key)) {
            handle.execute(
                    "INSERT OR IGNORE INTO article_key (source, key, article_id, fingerprint) VALUES (?, ?, ?, ?)",
                    source,
                    key,
                    kept.article,
                    kept.fingerprint);
        }
        Relatives.traceNumbers(handle, source, kept.article, kept.published, Set.of(key));
    }

    private static List<Key> keys(Handle handle, String source, String after) {
        return handle.createQuery("""
                        SELECT k.key, k.article_id, k.fingerprint, a.published
                        FROM article_key k JOIN article a ON a.id = k.article_id
                        WHERE k.source = :source AND k.key > :after ORDER BY k.key LIMIT :limit""")
                .bind("source", source)
                .bind("after", after)
                .bind("limit", AT_ONCE)
                .map((row, context) -> new Key(
                        row.getString(1), row.getLong(2), row.getString(3), Instant.ofEpochMilli(row.getLong(4))))
                .list();
    }

    /** For a store in which articles lie that nobody could find again by what they say. */
    private static void traceAll(Handle handle, String source) {
        List<Text> texts = texts(handle, source, 0);
        while (!texts.isEmpty()) {
            texts.forEach(text -> Relatives.trace(handle, text.article, text.published, text.traces));
            texts = texts(handle, source, texts.get(texts.size() - 1).article);
        }
    }

    private static List<Text> texts(Handle handle, String source, long after) {
        return handle.createQuery("""
                        SELECT a.id, a.title, a.published, b.html
                        FROM article a JOIN article_body b ON b.article_id = a.id
                        WHERE a.source = :source AND a.id > :after ORDER BY a.id LIMIT :limit""")
                .bind("source", source)
                .bind("after", after)
                .bind("limit", AT_ONCE)
                .map((row, context) -> new Text(
                        row.getLong(1),
                        Instant.ofEpochMilli(row.getLong(3)),
                        Traces.of(
                                source,
                                row.getString(2),
                                Body.of(row.getString(4)).text())))
                .list();
    }

    private record Key(String key, long article, String fingerprint, Instant published) {}

    private record Text(long article, Instant published, List<Long> traces) {}
}
