package loa.feed;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import loa.store.Articles;
import loa.store.Change;

/** What changed since a change that the asker names, as one list of all that the newsroom ever did. */
public final class Changes {

    public static final int DEFAULT_LIMIT = 100;
    public static final int MOST = 500;
    private static final long CACHE_BYTES = 8L * 1024 * 1024;

    private final Newsroom newsroom;
    private final Articles articles;
    private final Cache<Key, Rendered> documents = Caffeine.newBuilder()
            .maximumWeight(CACHE_BYTES)
            .weigher((Key key, Rendered value) -> value.weight())
            .build();

    public Changes(Newsroom newsroom, Articles articles) {
        this.newsroom = newsroom;
        this.articles = articles;
    }

    /** At most so many changes after this one, 0 being before all; empty if there was no such change yet. */
    public Optional<Rendered> since(long change, int limit) {
        long last = articles.lastChange();
        return change > last
                ? Optional.empty()
                : Optional.of(documents.get(new Key(change, Math.min(limit, MOST), last), this::render));
    }

    private Rendered render(Key key) {
        List<Change> changes = articles.changes(key.since, key.limit + 1);
        boolean more = changes.size() > key.limit;
        List<Change> shown = more ? changes.subList(0, key.limit) : changes;
        Instant modified =
                shown.isEmpty() ? Instant.EPOCH : shown.get(shown.size() - 1).when();
        long last = shown.isEmpty() ? key.since : shown.get(shown.size() - 1).number();
        return Rendered.of(ChangesWriter.write(newsroom, key.since, shown, more), "application/json", last, modified);
    }

    /** Which document, and in which state of the store. */
    private record Key(long since, int limit, long last) {}
}
