package loa.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import loa.article.Hash;

/** When a known article's page is looked at again: often while it is news, seldom when it is history. */
final class LookAgain {

    private static final List<Step> STEPS = List.of(
            new Step(Duration.ofHours(6), Duration.ofHours(1)),
            new Step(Duration.ofDays(1), Duration.ofHours(3)),
            new Step(Duration.ofDays(7), Duration.ofDays(1)),
            new Step(Duration.ofDays(60), Duration.ofDays(7)),
            new Step(Duration.ofDays(365), Duration.ofDays(28)));

    private static final Duration OLDEST_PAUSE = Duration.ofDays(84);
    private static final Duration AFTER_TROUBLE = Duration.ofHours(1);
    private static final double LEAST = 0.75;
    private static final long FINENESS = 1024;

    private LookAgain() {}

    /** The next time after {@code now}, a quarter earlier or later than the table says, so that not all are due at once. */
    static Instant after(Instant now, Instant published, long article) {
        return scattered(now, pause(Duration.between(published, now)), article);
    }

    /** The next time for a page that could not be read. */
    static Instant afterTrouble(Instant now, long article) {
        return scattered(now, AFTER_TROUBLE, article);
    }

    private static Duration pause(Duration age) {
        return STEPS.stream()
                .filter(step -> age.compareTo(step.age) < 0)
                .findFirst()
                .map(Step::pause)
                .orElse(OLDEST_PAUSE);
    }

    private static Instant scattered(Instant now, Duration pause, long article) {
        double part = (double) (Hash.number(article, now) % FINENESS) / FINENESS;
        return now.plusMillis((long) (pause.toMillis() * (LEAST + part / 2)));
    }

    /** Up to this age, so long a pause. */
    private record Step(Duration age, Duration pause) {}
}
