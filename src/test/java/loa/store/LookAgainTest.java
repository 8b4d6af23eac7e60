package loa.store;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookAgainTest {

    private static final Instant NOW = Instant.parse("2026-03-01T05:00:00Z");

    /** A quarter earlier or later, so that not all are due at once. */
    @ParameterizedTest(name = "an article that is {0} old: after {1} to {2}")
    @CsvSource({
        "PT0S, PT45M, PT75M",
        "PT5H, PT45M, PT75M",
        "PT12H, PT2H15M, PT3H45M",
        "P3D, PT18H, PT30H",
        "P30D, P5DT6H, P8DT18H",
        "P100D, P21D, P35D",
        "P1000D, P63D, P105D",
    })
    void looksAgainOftenAtNewsAndSeldomAtHistory(Duration age, Duration least, Duration most) {
        LongStream.range(0, 200).forEach(article -> {
            Duration pause = Duration.between(NOW, LookAgain.after(NOW, NOW.minus(age), article));
            assertTrue(pause.compareTo(least) >= 0 && pause.compareTo(most) <= 0, () -> article + ": " + pause);
        });
        long different = LongStream.range(0, 200)
                .mapToObj(article -> LookAgain.after(NOW, NOW.minus(age), article))
                .distinct()
                .count();
        assertTrue(different > 100, () -> different + " moments for 200 articles");
    }
}
