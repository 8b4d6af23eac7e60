package loa.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import loa.TestClock;
import loa.fetch.FetchResult.FetchFailed;
import loa.fetch.FetchResult.Fetched;
import loa.fetch.FetchResult.Reason;
import okhttp3.OkHttpClient;

/** Makes fetchers for a world in which a test is the clock and 127.0.0.1 is public. */
final class TestFetchers {

    static final Instant NOW = Instant.parse("2026-03-01T05:00:00Z");
    private static final Duration DEADLINE = Duration.ofSeconds(5);

    final TestClock clock = new TestClock(NOW);
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1000); // it may overflow at any time
    private final Set<URI> sites = new HashSet<>();
    private final Set<URI> withoutRobots = new HashSet<>();
    private OkHttpClient client =
            new OkHttpClient.Builder().callTimeout(DEADLINE).build();

    TestFetchers site(URI address) {
        sites.add(address);
        return this;
    }

    TestFetchers withoutRobots(URI address) {
        withoutRobots.add(address);
        return site(address);
    }

    TestFetchers deadline(Duration deadline) {
        client = client.newBuilder().callTimeout(deadline).build();
        return this;
    }

    TestFetchers client(OkHttpClient other) {
        client = other.newBuilder().callTimeout(DEADLINE).build();
        return this;
    }

    Fetcher fetcher() {
        FetchSettings settings = new FetchSettings(
                "Loa/1.0 (+https://feeds.example.vn; a@example.vn)",
                List.of("127.0.0.1"),
                Duration.ofMillis(250),
                sites,
                withoutRobots);
        return new Fetcher(settings, surroundings());
    }

    Surroundings surroundings() {
        return new Surroundings(client, clock, nanos::get, new Random(20260301));
    }

    void advance(Duration time) {
        clock.advance(time);
        nanos.addAndGet(time.toNanos());
    }

    static String text(FetchResult result) {
        return new String(
                assertInstanceOf(Fetched.class, result, result.toString()).body(), StandardCharsets.UTF_8);
    }

    static FetchFailed assertFails(Reason reason, FetchResult result) {
        FetchFailed failed = assertInstanceOf(FetchFailed.class, result, result.toString());
        assertEquals(reason, failed.reason(), failed.toString());
        return failed;
    }
}
