package loa.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** Whatever a page prints where its date should be, the date is one that a portal can mean, or none. */
class DateReaderFuzzTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    @FuzzTest(maxDuration = "25s")
    void givesADateThatAPortalCanMeanOrNone(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        Optional<Instant> date = DateReader.read(text, ZONE);
        assertFalse(date.filter(instant -> instant.isBefore(EARLIEST) || instant.isAfter(LATEST))
                .isPresent());
        assertEquals(date, DateReader.read(" " + Text.line(text) + "\u00A0", ZONE));
    }
}
