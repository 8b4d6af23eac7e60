package loa.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import loa.content.ArticleSelectors;
import loa.fetch.FetchSettings;
import loa.fetch.Fetcher;
import loa.listing.ListingSelectors;
import loa.source.HtmlSourceSettings;
import loa.source.Source;
import loa.store.ArticleStore;
import loa.store.StoreSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScheduleTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    Path folder;

    private final Fetcher fetcher = new Fetcher(new FetchSettings("Loa", List.of(), Duration.ZERO, Set.of(), Set.of()));
    private final AtomicInteger runs = new AtomicInteger();
    private ArticleStore store;

    @BeforeEach
    void open() {
        store = ArticleStore.open(new StoreSettings(folder.resolve("loa.db"), "feeds.example.vn"), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        store.close();
        fetcher.close();
    }

    @Test
    void runsASourceAtOnceTheFirstTimeAndNotAgainBeforeItsTime() throws InterruptedException {
        runFor(Duration.ofMillis(2500), source(HOUR));
        assertEquals(1, runs.get());
        runFor(Duration.ofMillis(2500), source(HOUR));
        assertEquals(1, runs.get(), "a restart is no reason to ask the portal again");
    }

    @Test
    void runsASourceAtOnceWhenItsSettingsAreOthers() throws InterruptedException {
        runFor(Duration.ofMillis(2500), source(HOUR));
        runFor(Duration.ofMillis(2500), source(HOUR.multipliedBy(2)));
        assertEquals(2, runs.get());
    }

    @Test
    void runsASourceAgainAndAgainThoughARunFails() throws InterruptedException {
        CountDownLatch thrice = new CountDownLatch(3);
        try (Schedule schedule = new Schedule(store.dataSource(), List.of(source(Duration.ofSeconds(1))), source -> {
            thrice.countDown();
            throw new IllegalStateException("hỏng");
        })) {
            schedule.start();
            assertEquals(true, thrice.await(20, TimeUnit.SECONDS));
        }
    }

    private void runFor(Duration time, Source source) throws InterruptedException {
        try (Schedule schedule = new Schedule(store.dataSource(), List.of(source), ran -> runs.incrementAndGet())) {
            schedule.start();
            Thread.sleep(time.toMillis());
        }
    }

    private Source source(Duration every) {
        return new HtmlSourceSettings(
                        "portal",
                        URI.create("https://portal.example.vn/"),
                        every,
                        1,
                        Map.of(),
                        ListingSelectors.NONE,
                        ArticleSelectors.NONE,
                        ZoneOffset.UTC)
                .with(fetcher);
    }
}
