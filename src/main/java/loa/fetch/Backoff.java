package loa.fetch;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to leave alone what keeps failing: twice as long each time up to a bound, and by chance up to half shorter. */
public record Backoff(Duration first, Duration longest, RandomGenerator random) {

    private static final int MOST_DOUBLINGS = 40;

    /** The pause after this many failures in a row. */
    public Duration after(int failures) {
        double doubled = (double) first.toMillis() * Math.pow(2, Math.min(failures - 1, MOST_DOUBLINGS));
        double bounded = Math.min(doubled, (double) longest.toMillis());
        return Duration.ofMillis(Math.round(bounded * (0.5 + random.nextDouble() / 2)));
    }
}
