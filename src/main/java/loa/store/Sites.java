package loa.store;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Jdbi;

/** What was learnt of each source's pages, so that they give the same articles after a restart. */
public final class Sites {

    private final Jdbi jdbi;

    Sites(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Hashes of the texts that its pages show alike; empty if nothing was learnt yet. */
    public Optional<Set<String>> texts(String source) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT texts FROM site WHERE source = :source")
                        .bind("source", source)
                        .mapTo(String.class)
                        .findOne())
                .map(texts -> texts.isEmpty() ? Set.of() : Set.of(texts.split(" ")));
    }

    /** Forgets what was learnt, so that it is learnt anew. */
    public void forget(String source) {
        jdbi.useHandle(handle -> handle.execute("DELETE FROM site WHERE source = ?", source));
    }

    /** Keeps what was learnt. */
    public void put(String source, Collection<String> texts) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO site (source, texts) VALUES (:source, :texts)
                        ON CONFLICT (source) DO UPDATE SET texts = excluded.texts""")
                .bind("source", source)
                .bind("texts", String.join(" ", new TreeSet<>(texts)))
                .execute());
    }
}
