package loa.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import loa.article.Body;
import loa.article.Byline;
import loa.article.Category;
import loa.article.ParsedArticle;
import loa.store.ArticleStore;
import loa.store.StoreSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedsTest {

    private static final Newsroom NEWSROOM = new Newsroom(
            "Tin",
            URI.create("https://feeds.example.vn"),
            "vi",
            null,
            List.of(new Category("kinh-te", "Kinh tế", null, 2, true), new Category("y-te", "Y tế", null, 50, true)));

    @TempDir
    Path folder;

    private ArticleStore store;
    private Feeds feeds;

    @BeforeEach
    void open() {
        Clock clock = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
        store = ArticleStore.open(new StoreSettings(folder.resolve("loa.db"), "feeds.example.vn"), clock);
        feeds = new Feeds(NEWSROOM, store, 1 << 20);
    }

    @AfterEach
    void close() {
        feeds.close();
        store.close();
    }

    @Test
    void rendersAFeedOnceUntilItsArticlesChange() {
        Rendered first = feeds.feed("kinh-te", FeedFormat.RSS).orElseThrow();
        assertSame(first, feeds.feed("kinh-te", FeedFormat.RSS).orElseThrow());
        feeds.changed(Set.of("y-te"));
        assertSame(first, feeds.feed("kinh-te", FeedFormat.RSS).orElseThrow());
    }

    @Test
    void showsAnArticleInItsFeedsSoonAfterItIsKept() throws InterruptedException {
        assertFalse(body("kinh-te").contains("Bài một"));
        assertFalse(body("all").contains("Bài một"));
        keep("Bài một", "kinh-te");
        assertTrue(within(
                2000, () -> body("kinh-te").contains("Bài một") && body("all").contains("Bài một")));
        assertFalse(body("y-te").contains("Bài một"));
    }

    @Test
    void holdsNoMoreArticlesThanTheCategoryOrTheReaderWants() {
        keep("Bài một", "kinh-te");
        keep("Bài hai", "kinh-te");
        keep("Bài ba", "kinh-te");
        assertEquals(2, items(feeds.feed("kinh-te", FeedFormat.JSON)));
        assertEquals(1, items(feeds.feed("kinh-te", FeedFormat.JSON, 1)));
        assertEquals(2, items(feeds.feed("kinh-te", FeedFormat.JSON, 999_999)));
        assertEquals(3, items(feeds.feed("all", FeedFormat.JSON)));
    }

    @Test
    void knowsNoFeedOfAnUnknownCategory() {
        assertTrue(feeds.feed("khong-co", FeedFormat.ATOM).isEmpty());
    }

    @Test
    void losesNoChangeThatComesWhileManyReadersAsk() throws Exception {
        ExecutorService readers = Executors.newFixedThreadPool(4);
        CountDownLatch done = new CountDownLatch(1);
        List<Future<?>> running = IntStream.range(0, 4)
                .<Future<?>>mapToObj(reader -> readers.submit(() -> {
                    while (done.getCount() > 0) {
                        feeds.feed("all", FeedFormat.values()[reader % 3]).orElseThrow();
                    }
                }))
                .toList();
        for (int i = 0; i < 40; i++) {
            keep("Bài số " + i + ".", "y-te");
        }
        assertTrue(within(5000, () -> items(feeds.feed("all", FeedFormat.JSON)) == 40));
        done.countDown();
        for (Future<?> reader : running) {
            reader.get(5, TimeUnit.SECONDS);
        }
        readers.shutdown();
    }

    @Test
    void givesTheSameContentTheSameETag() {
        keep("Bài một", "kinh-te");
        try (Feeds others = new Feeds(NEWSROOM, store, 1 << 20)) {
            for (FeedFormat format : FeedFormat.values()) {
                assertEquals(
                        feeds.feed("all", format).orElseThrow().etag(),
                        others.feed("all", format).orElseThrow().etag());
            }
        }
    }

    private void keep(String title, String category) {
        ParsedArticle parsed = new ParsedArticle(
                "portal",
                title,
                URI.create("https://portal.example.vn/" + title.hashCode()),
                title,
                null,
                new Body("<p>" + title + "</p>", title),
                Byline.NONE,
                null,
                null,
                Set.of(category));
        feeds.changed(store.put(parsed, title, "").categories());
    }

    private String body(String category) {
        return new String(feeds.feed(category, FeedFormat.RSS).orElseThrow().body(), UTF_8);
    }

    private static int items(java.util.Optional<Rendered> feed) {
        return new String(feed.orElseThrow().body(), UTF_8).split("\"id\":", -1).length - 1;
    }

    private static boolean within(long millis, java.util.function.BooleanSupplier condition)
            throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(5);
        }
        return true;
    }
}
