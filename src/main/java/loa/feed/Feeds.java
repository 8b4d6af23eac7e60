package loa.feed;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import loa.article.Category;
import loa.store.Articles;
import org.jspecify.annotations.Nullable;

/**
 * The newsroom's feeds as readers get them. A document is rendered once in all its forms and encodings when its articles
 * have changed, and kept as bytes; until that is done readers get the former ones.
 */
public final class Feeds implements AutoCloseable {

    /** Between two renderings of a document, for articles come many at once; short enough that readers do not notice. */
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private static final Pattern ETAG = Pattern.compile("\"[0-9a-f]{32}\\.([0-9a-z]{1,12})(?:-[a-z]+)?\"");

    private final Newsroom newsroom;
    private final StoredFeeds stored;
    private final LoadingCache<Key, Documents> documents;
    private final Rendered opml;
    private final Map<String, Long> changes = new ConcurrentHashMap<>();
    private final Set<Key> stale = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService renderer;
    private final Ticker ticker;

    /**
     * @param cacheBytes how much memory rendered documents may take
     */
    public Feeds(Newsroom newsroom, Articles articles, long cacheBytes) {
        this(
                newsroom,
                articles,
                cacheBytes,
                Executors.newSingleThreadScheduledExecutor(Feeds::thread),
                System::nanoTime);
    }

    Feeds(Newsroom newsroom, Articles articles, long cacheBytes, ScheduledExecutorService renderer, Ticker ticker) {
        this.newsroom = newsroom;
        this.renderer = renderer;
        this.ticker = ticker;
        this.stored = new StoredFeeds(newsroom, articles);
        this.opml = Rendered.of(OpmlWriter.write(newsroom), "text/x-opml", 0, Instant.EPOCH);
        this.documents = Caffeine.newBuilder()
                .maximumWeight(cacheBytes)
                .weigher((Key key, Documents value) -> value.weight())
                .build(key -> render(key, null));
    }

    public Newsroom newsroom() {
        return newsroom;
    }

    /** The category's feed, or its newest {@code limit} articles where it has more. */
    public Rendered feed(Category category, FeedFormat format, int limit) {
        return document(Key.feed(category, limit)).in(format);
    }

    /** The category's feed as far as it is rendered; nothing is waited for. */
    public Optional<Rendered> ready(Category category, FeedFormat format) {
        Key key = Key.feed(category, category.limit());
        return Optional.ofNullable(documents.getIfPresent(key))
                .map(document -> renewedIfOutdated(key, document).in(format));
    }

    /**
     * What changed in the category's feed since a reader was given it with this ETag (RFC 3229, 10.5.3); empty if that
     * cannot be told, or is nothing, or all of it.
     */
    public Optional<Rendered> since(String etag, Category category, FeedFormat format, int limit) {
        Matcher matcher = ETAG.matcher(etag);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Key whole = Key.feed(category, limit);
        Documents current = document(whole);
        long seen = current.lastChangeUpTo(Long.parseLong(matcher.group(1), 36));
        return seen == 0 || seen == current.lastChange()
                ? Optional.empty()
                : Optional.of(documents.get(whole.between(seen, current.lastChange())))
                        .filter(difference -> difference.lastChange() == current.lastChange())
                        .map(difference -> difference.in(format));
    }

    /** A document of the category's archive, from 1 on; empty if it has not come to that number yet. */
    public Optional<Rendered> archive(Category category, FeedFormat format, int number) {
        Key key = Key.archive(category, number);
        boolean exists = documents.getIfPresent(key) != null || (number >= 1 && number <= stored.archives(category));
        return exists ? Optional.of(document(key).in(format)) : Optional.empty();
    }

    /** The list of all feeds. */
    public Rendered opml() {
        return opml;
    }

    /** Sees to it that what was rendered of these categories is rendered anew; returns at once. */
    public void changed(Set<String> categories) {
        Set<String> affected = new HashSet<>(categories);
        affected.add(Category.ALL);
        affected.forEach(category -> changes.merge(category, 1L, Long::sum));
        documents.asMap().forEach((key, document) -> {
            if (affected.contains(key.category()) && !key.isDifference()) {
                renew(key, document);
            }
        });
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

    /** The document, which is renewed if its articles changed while it was being rendered. */
    private Documents document(Key key) {
        return renewedIfOutdated(key, documents.get(key));
    }

    private Documents renewedIfOutdated(Key key, Documents document) {
        if (document.afterChanges() < changes(key)) {
            renew(key, document);
        }
        return document;
    }

    /** At once, unless it was rendered a moment ago: then what comes meanwhile is rendered together. */
    private void renew(Key key, Documents document) {
        if (stale.add(key)) {
            long pause = document.renderedAt() + PAUSE_NANOS - ticker.read();
            ScheduledFuture<?> unused = renderer.schedule(() -> refresh(key), Math.max(0, pause), TimeUnit.NANOSECONDS);
        }
    }

    /** Whoever reads the store from here on sees the change: the key is stale no more. */
    private void refresh(Key key) {
        stale.remove(key);
        if (!key.isWholeFeed(newsroom)) {
            documents.invalidate(key); // seldom asked for: rendered when it is
            return;
        }
        try {
            documents.put(key, render(key, documents.getIfPresent(key)));
        } catch (RuntimeException storeFailed) {
            // readers keep what they had; whoever asks next has it tried again
        }
    }

    private Documents render(Key key, @Nullable Documents former) {
        long before = changes(key);
        Category category = newsroom.category(key.category()).orElseThrow();
        Feed feed = key.archive() > 0
                ? stored.archive(category, key.archive())
                : stored.subscription(category, key.limit());
        Map<FeedFormat, Rendered> forms = new EnumMap<>(FeedFormat.class);
        Feed shown = key.isDifference() ? feed.since(key.seen()) : feed;
        for (FeedFormat format : FeedFormat.values()) {
            forms.put(format, render(shown, format, former == null ? null : former.in(format)));
        }
        return new Documents(new TreeSet<>(shown.changes()), forms, before, ticker.read());
    }

    private static Rendered render(Feed feed, FeedFormat format, @Nullable Rendered former) {
        byte[] body = switch (format) {
            case RSS -> RssWriter.write(feed);
            case ATOM -> AtomWriter.write(feed);
            case JSON -> JsonFeedWriter.write(feed);
        };
        return Rendered.of(body, format.mediaType(), feed.lastChange(), feed.updated(), former);
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "render");
        thread.setDaemon(true);
        return thread;
    }

    private long changes(Key key) {
        return changes.getOrDefault(key.category(), 0L);
    }

    /**
     * Which document.
     *
     * @param limit articles in a subscription document
     * @param archive number of an archive document, 0 for the subscription document
     * @param seen with {@code last}, the changes between which a difference lies; 0 for a whole document
     */
    private record Key(String category, int limit, int archive, long seen, long last) {

        static Key feed(Category category, int limit) {
            return new Key(category.name(), Math.min(limit, category.limit()), 0, 0, 0);
        }

        static Key archive(Category category, int number) {
            return new Key(category.name(), 0, number, 0, 0);
        }

        Key between(long since, long upTo) {
            return new Key(category, limit, archive, since, upTo);
        }

        boolean isDifference() {
            return seen > 0;
        }

        boolean isWholeFeed(Newsroom newsroom) {
            return archive == 0
                    && newsroom.category(category).map(Category::limit).orElse(0) == limit;
        }
    }

    /**
     * One document in all its forms.
     *
     * @param changes the numbers of the changes that it shows
     * @param afterChanges how often its category had changed when it was rendered
     * @param renderedAt when that was done, as the ticker counts
     */
    private record Documents(
            NavigableSet<Long> changes, Map<FeedFormat, Rendered> forms, long afterChanges, long renderedAt) {

        Rendered in(FeedFormat format) {
            return Objects.requireNonNull(forms.get(format));
        }

        /** The latest of its changes that is not after the given one; 0 if all are. */
        long lastChangeUpTo(long change) {
            return Objects.requireNonNullElse(changes.floor(change), 0L);
        }

        long lastChange() {
            return lastChangeUpTo(Long.MAX_VALUE);
        }

        int weight() {
            return forms.values().stream().mapToInt(Rendered::weight).sum();
        }
    }
}
