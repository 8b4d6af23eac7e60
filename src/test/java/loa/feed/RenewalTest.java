package loa.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
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

/** When a feed is rendered anew, under a clock that is set, by hand in the place of the thread that does it. */
class RenewalTest {

    private static final Category ECONOMY = new Category("kinh-te", "Kinh tế");
    private static final Category HEALTH = new Category("y-te", "Y tế");
    private static final Newsroom NEWSROOM = new Newsroom(
            "Tin", URI.create("https://feeds.example.vn"), "vi", null, null, List.of(ECONOMY, HEALTH), Map.of());

    /** Leaves half of the 100 ms within which an article is in its feeds to rendering them. */
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(50);

    @TempDir
    Path folder;

    private final Renderer renderer = new Renderer();
    private Duration now = Duration.ZERO;
    private Runnable whileRendering = () -> {};
    private ArticleStore store;
    private Feeds feeds;

    @BeforeEach
    void open() {
        store = ArticleStore.open(
                new StoreSettings(folder.resolve("loa.db"), "feeds.example.vn"),
                Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC));
        feeds = new Feeds(NEWSROOM, store.articles(), 4 << 20, renderer, this::tick);
    }

    @AfterEach
    void close() {
        feeds.close();
        store.close();
    }

    @Test
    void givesReadersTheFormerBytesAtOnceUntilTheNewOnesAreThere() {
        Rendered before = feed(ECONOMY);
        keep("Bài một", "kinh-te");
        assertSame(before, feed(ECONOMY));
        assertEquals(Optional.of(before), feeds.ready(ECONOMY, FeedFormat.RSS));
        renderer.work();
        assertNotSame(before, feed(ECONOMY));
        assertEquals(Optional.of(feed(ECONOMY)), feeds.ready(ECONOMY, FeedFormat.RSS));
    }

    @Test
    void rendersAtOnceWhatWasRenderedLongAgo() {
        feed(ECONOMY);
        now = now.plusSeconds(1);
        keep("Bài một", "kinh-te");
        assertEquals(List.of(Duration.ZERO), renderer.pauses());
    }

    @Test
    void rendersTogetherWhatComesWithinAMoment() {
        feed(ECONOMY);
        feed(NEWSROOM.all());
        for (int i = 0; i < 100; i++) {
            keep("Bài số " + i, "kinh-te");
        }
        assertEquals(2, renderer.pauses().size(), "the category's feed and that of all");
        renderer.work();
        keep("Bài cuối", "kinh-te");
        assertEquals(List.of(LONGEST_PAUSE, LONGEST_PAUSE), renderer.pauses());
        now = now.plusMillis(20);
        keep("Bài nữa", "kinh-te");
        assertEquals(2, renderer.pauses().size(), "waits for the same");
        renderer.work();
        assertTrue(shows("Bài nữa") && shows("Bài cuối"));
    }

    @Test
    void forgetsNoChangeThatComesWhileItRenders() {
        feed(ECONOMY);
        keep("Bài một", "kinh-te");
        whileRendering = () -> keep("Bài hai", "kinh-te");
        renderer.work();
        assertTrue(shows("Bài một") && !shows("Bài hai"));
        renderer.work();
        assertTrue(shows("Bài hai"));
    }

    @Test
    void leavesAloneWhatNobodyHasAskedForAndWhatDidNotChange() {
        feed(HEALTH);
        keep("Bài một", "kinh-te");
        assertEquals(List.of(), renderer.pauses());
    }

    @Test
    void compressesNothingThatIsAsItWas() {
        Rendered before = feed(ECONOMY);
        feeds.changed(Set.of("kinh-te"));
        renderer.work();
        Rendered after = feed(ECONOMY);
        assertNotSame(before, after);
        for (Encoding encoding : before.encodings()) {
            assertSame(before.body(encoding), after.body(encoding));
        }
    }

    /** Is read when a document has been read from the store, and is not shown yet. */
    private long tick() {
        Runnable task = whileRendering;
        whileRendering = () -> {};
        task.run();
        return now.toNanos();
    }

    private Rendered feed(Category category) {
        return feeds.feed(category, FeedFormat.RSS, category.limit());
    }

    private boolean shows(String title) {
        return new String(feed(ECONOMY).body(Encoding.IDENTITY), UTF_8).contains("<title>" + title + "</title>");
    }

    private void keep(String title, String category) {
        String path = "/" + title.replace(' ', '-');
        ParsedArticle parsed = new ParsedArticle(
                "portal",
                path,
                URI.create("https://portal.example.vn/" + Integer.toHexString(title.hashCode())),
                title,
                null,
                new Body("<p>" + title + "</p>", title),
                Byline.NONE,
                null,
                null,
                Set.of(category));
        feeds.changed(store.put(parsed, path, "").categories());
    }

    /** Keeps what is to be rendered, and when, until the test wants it done. */
    private static final class Renderer extends ScheduledThreadPoolExecutor {

        private final List<Duration> pauses = new ArrayList<>();
        private final List<Runnable> tasks = new ArrayList<>();

        Renderer() {
            super(0);
        }

        @Override
        public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
            pauses.add(Duration.ofNanos(unit.toNanos(delay)));
            tasks.add(task);
            return super.schedule(() -> {}, 1, TimeUnit.DAYS);
        }

        List<Duration> pauses() {
            return List.copyOf(pauses);
        }

        void work() {
            List<Runnable> due = List.copyOf(tasks);
            tasks.clear();
            pauses.clear();
            due.forEach(Runnable::run);
        }
    }
}
