package loa.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import loa.fetch.FetchResult.Fetched;
import loa.fetch.PageVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeskTest {

    private static final int SOURCES = 50;

    private final Desk desk = new Desk();
    private final AtomicInteger reading = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    @ParameterizedTest(
            name = "50 sources with pages of {0} bytes: {1} are read at once, and all are waited for at once")
    @CsvSource({"80000, 2", "3000000, 1"})
    void readsFewPagesAtOnceAndWaitsForAny(int size, int atOnce) throws Exception {
        Fetched page = page(size);
        CyclicBarrier together = new CyclicBarrier(atOnce);
        CountDownLatch waiting = new CountDownLatch(SOURCES);
        ExecutorService sources = Executors.newFixedThreadPool(SOURCES);
        try {
            List<Future<Boolean>> done = new ArrayList<>();
            for (int i = 0; i < SOURCES; i++) {
                done.add(sources.submit(() -> read(page, together, waiting)));
            }
            for (Future<Boolean> one : done) {
                assertTrue(one.get(30, TimeUnit.SECONDS));
            }
            assertEquals(atOnce, most.get());
        } finally {
            sources.shutdownNow();
        }
    }

    @Test
    void givesWhatCameTheRoomThatItNeeds() throws Exception {
        ExecutorService others = Executors.newSingleThreadExecutor();
        try {
            Future<?> other;
            try (Desk.Place place = desk.place(page(80_000))) {
                place.leave(() -> page(3_000_000));
                other = others.submit(() -> desk.place(page(80_000)).close());
                assertThrows(TimeoutException.class, () -> other.get(100, TimeUnit.MILLISECONDS));
            }
            other.get(30, TimeUnit.SECONDS);
        } finally {
            others.shutdownNow();
        }
    }

    private static Fetched page(int size) {
        return new Fetched(
                URI.create("https://portal.example.vn/"),
                new byte[size],
                null,
                null,
                new PageVersion(null, null, ""),
                Instant.EPOCH,
                null);
    }

    /** Whether all sources came to wait for a server at one time. */
    private boolean read(Fetched page, CyclicBarrier together, CountDownLatch waiting) throws Exception {
        try (Desk.Place place = desk.place(page)) {
            most.accumulateAndGet(reading.incrementAndGet(), Math::max);
            together.await(30, TimeUnit.SECONDS);
            reading.decrementAndGet();
            return place.leave(() -> {
                waiting.countDown();
                try {
                    return waiting.await(30, TimeUnit.SECONDS);
                } catch (InterruptedException impatient) {
                    return false;
                }
            });
        }
    }
}
