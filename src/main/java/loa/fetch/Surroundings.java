package loa.fetch;

import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import okhttp3.OkHttpClient;

/**
 * What fetching finds around it, so that a test can put its own in the place.
 *
 * @param client brings the resolver of names, the trust in certificates, and the deadline of a call
 * @param clock against which dates of others are compared
 * @param nanoTime by which pauses are measured: it never jumps
 */
record Surroundings(OkHttpClient client, Clock clock, LongSupplier nanoTime, RandomGenerator random) {

    private static final Duration DEADLINE = Duration.ofSeconds(30);

    static Surroundings real() {
        return new Surroundings(
                new OkHttpClient.Builder().callTimeout(DEADLINE).build(),
                Clock.systemUTC(),
                System::nanoTime,
                new Random());
    }

    static Surroundings under(Clock clock) {
        Surroundings real = real();
        return new Surroundings(real.client, clock, () -> TimeUnit.MILLISECONDS.toNanos(clock.millis()), real.random);
    }

    /** How long one document may take, all redirects included. */
    Duration deadline() {
        return Duration.ofMillis(client.callTimeoutMillis());
    }
}
