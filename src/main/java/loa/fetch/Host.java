package loa.fetch;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import loa.fetch.FetchResult.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A host as we treat it: one request at a time, a pause between two of them, and silence as long as it asks for some or
 * after it failed several times in a row.
 */
final class Host {

    private static final int BURST = 3;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;
    private static final Duration LONGEST_REST = Duration.ofHours(1);

    private final String name;
    private final boolean own;
    private final Surroundings surroundings;
    private final Backoff backoff;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Duration usualPause;
    private volatile Duration pause;
    private long mayBeginAt;
    private long silentUntil;
    private Duration silence = Duration.ZERO;
    private int failures;

    /**
     * A host.
     *
     * @param own whether it is the operator's, which needs no pauses
     */
    Host(String name, boolean own, Duration pause, Surroundings surroundings) {
        this.name = name;
        this.own = own;
        this.usualPause = own ? Duration.ZERO : pause;
        this.pause = usualPause;
        this.surroundings = surroundings;
        this.backoff = new Backoff(RetryAfter.SHORTEST, LONGEST_REST, surroundings.random());
        this.mayBeginAt = now();
        this.silentUntil = mayBeginAt;
    }

    /** Makes the pause between two requests that the host wants, if it is longer than ours. */
    void slowTo(Duration wanted) {
        pause = own || wanted.compareTo(usualPause) < 0 ? usualPause : wanted;
    }

    /** Between two requests, as it is now. */
    Duration pause() {
        return pause;
    }

    /** Waits for the turn to ask this host. Whoever begins must {@link #end} it. */
    void begin() throws IOException {
        try {
            lock.lockInterruptibly();
        } catch (InterruptedException stopping) {
            throw interrupted();
        }
        try {
            if (silentUntil - now() > 0) {
                throw new Refusal(Reason.SILENCE, name + ", " + minutes(silence));
            }
            TimeUnit.NANOSECONDS.sleep(Math.max(0, mayBeginAt - now()));
        } catch (InterruptedException stopping) {
            lock.unlock();
            throw interrupted();
        } catch (Refusal silent) {
            lock.unlock();
            throw silent;
        }
    }

    /** Ends the turn; the next one begins after the pause. */
    void end() {
        mayBeginAt = now() + pause.toNanos();
        lock.unlock();
    }

    /** The host answered with this status during its turn. */
    void answered(int status, @Nullable String retryAfter) {
        Optional<Duration> asked = Optional.ofNullable(retryAfter)
                .flatMap(text -> RetryAfter.read(text, surroundings.clock().instant()));
        failures = status >= 500 || status == TOO_MANY_REQUESTS ? failures + 1 : 0;
        if (status == TOO_MANY_REQUESTS || (status == UNAVAILABLE && retryAfter != null)) {
            rest(asked.orElse(RetryAfter.SHORTEST));
        } else {
            restAfterBurst();
        }
    }

    /** The host gave no whole answer during its turn. */
    void failed() {
        failures++;
        restAfterBurst();
    }

    private void restAfterBurst() {
        if (failures >= BURST) {
            rest(backoff.after(failures - BURST + 1));
        }
    }

    private void rest(Duration time) {
        silence = time;
        silentUntil = now() + time.toNanos();
    }

    private long now() {
        return surroundings.nanoTime().getAsLong();
    }

    private static String minutes(Duration time) {
        return Math.max(1, time.toMinutes()) + " min";
    }

    private static IOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("stopping");
    }
}
