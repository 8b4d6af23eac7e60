package loa.feed;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import loa.article.Category;
import loa.store.ArticleStore;
import loa.store.Revision;

/**
 * The newsroom's feeds as readers get them. A feed is rendered once in all its forms when its articles have changed, and
 * kept as bytes; until that is done readers get the former ones.
 */
public final class Feeds implements AutoCloseable {

    private final Newsroom newsroom;
    private final ArticleStore store;
    private final LoadingCache<Key, Map<FeedFormat, Rendered>> rendered;
    private final Rendered opml;
    private final Set<Key> stale = ConcurrentHashMap.newKeySet();
    private final ExecutorService renderer = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "render");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param cacheBytes how much memory rendered feeds may take
     */
    public Feeds(Newsroom newsroom, ArticleStore store, long cacheBytes) {
        this.newsroom = newsroom;
        this.store = store;
        this.opml = Rendered.of(OpmlWriter.write(newsroom), "text/x-opml", Instant.EPOCH);
        this.rendered = Caffeine.newBuilder()
                .maximumWeight(cacheBytes)
                .weigher((Key key, Map<FeedFormat, Rendered> forms) -> forms.values().stream()
                        .mapToInt(form -> form.body().length)
                        .sum())
                .build(this::render);
    }

    public Newsroom newsroom() {
        return newsroom;
    }

    /** The feed of this category with all its articles; empty if there is no such category. */
    public Optional<Rendered> feed(String category, FeedFormat format) {
        return newsroom.category(category).map(found -> rendered(found, found.limit(), format));
    }

    /** The feed of this category with the newest {@code limit} articles, at most as many as it has otherwise. */
    public Optional<Rendered> feed(String category, FeedFormat format, int limit) {
        return newsroom.category(category).map(found -> rendered(found, Math.min(limit, found.limit()), format));
    }

    /** The list of all feeds. */
    public Rendered opml() {
        return opml;
    }

    /** Renders anew what was rendered of these categories; returns at once. */
    public void changed(Set<String> categories) {
        for (Key key : rendered.asMap().keySet()) {
            if ((key.category().equals(Category.ALL) || categories.contains(key.category())) && stale.add(key)) {
                renderer.execute(() -> refresh(key));
            }
        }
    }

    @Override
    public void close() {
        renderer.shutdownNow();
        try {
            renderer.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private Rendered rendered(Category category, int limit, FeedFormat format) {
        return rendered.get(new Key(category.name(), limit)).get(format);
    }

    /** Whoever reads the store from here on sees the change: it is stale no more. */
    private void refresh(Key key) {
        stale.remove(key);
        rendered.put(key, render(key));
    }

    private Map<FeedFormat, Rendered> render(Key key) {
        Category category = newsroom.category(key.category()).orElseThrow();
        Revision revision = store.revision(key.category());
        Feed feed = new Feed(newsroom, category, revision.changed(), store.newest(key.category(), key.limit()));
        Map<FeedFormat, Rendered> forms = new EnumMap<>(FeedFormat.class);
        for (FeedFormat format : FeedFormat.values()) {
            byte[] body = switch (format) {
                case RSS -> RssWriter.write(feed);
                case ATOM -> AtomWriter.write(feed);
                case JSON -> JsonFeedWriter.write(feed);
            };
            forms.put(format, Rendered.of(body, format.mediaType(), feed.updated()));
        }
        return forms;
    }

    /** A feed and how many articles of it. */
    private record Key(String category, int limit) {}
}
