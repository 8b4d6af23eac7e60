package loa.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import loa.article.Precision;
import loa.article.ReadDate;
import loa.content.Claims.Claim;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimedDateTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    @ParameterizedTest
    @CsvSource({
        "2026-08-05T20:59:59+07:00, 2026-08-05T20:59:59+02:00, 2026-08-05T13:59:59Z",
        "2026-08-05 20:59:59.0,     2026-08-05T20:59:59+02:00, 2026-08-05T18:59:59Z",
        "2026-08-05 20:59:59.0,     2026-08-05T20:59:59+0200,  2026-08-05T18:59:59Z",
        "2026-08-05T20:59:59,       2026-08-05T21:04:10+02:00, 2026-08-05T13:59:59Z",
        "2026-08-05T20:59:59,       2026-08-05T20:59:59Z,      2026-08-05T13:59:59Z",
        "2026-08-05T20:59:59,       2026-08-05T20:59:59+00:00, 2026-08-05T13:59:59Z",
        "2026-08-05T20:59:59Z,      2026-08-05T20:59:59+02:00, 2026-08-05T20:59:59Z",
        "2026-08-05,                2026-08-05T00:00:00+02:00, 2026-08-04T17:00:00Z",
        "soon,                      2026-08-05T20:59:59+02:00, 2026-08-05T18:59:59Z",
    })
    void readsTheFirstInTheZoneThatAnotherNames(String first, String second, Instant published) {
        List<Claim> claims = List.of(new Claim(first, "JSON-LD"), new Claim(second, "date"));
        assertEquals(Optional.of(published), find(claims, shown -> false));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-08-05T20:59:10Z,          2026-08-05T13:59:10Z",
        "2026-08-05T20:59:10.250+00:00, 2026-08-05T13:59:10Z",
        "2026-08-05T13:59:10Z,          2026-08-05T13:59:10Z",
        "2026-08-05T20:59:10+02:00,     2026-08-05T18:59:10Z",
    })
    void takesTheClockThatReadersAreShownForNoOtherZones(String claim, Instant published) {
        ReadDate shown = new ReadDate(Instant.parse("2026-08-05T13:59:00Z"), Precision.MINUTE, false);
        assertEquals(Optional.of(published), find(List.of(new Claim(claim, "JSON-LD")), shown::isSameMinute));
    }

    @Test
    void namesTheOffsetOfTheClaimOfThatInstant() {
        Instant published = Instant.parse("2026-08-05T18:59:10Z");
        assertEquals(
                Optional.of(ZoneOffset.ofHours(2)),
                ClaimedDate.offset(
                        List.of(
                                new Claim("2026-08-05T18:59:10Z", "JSON-LD"),
                                new Claim("2026-08-05T19:59:10+02:00", "date"),
                                new Claim("2026-08-05T20:59:10+0200", "pubdate")),
                        published));
        assertEquals(
                Optional.empty(), ClaimedDate.offset(List.of(new Claim("2026-08-05T18:59:10Z", "JSON-LD")), published));
    }

    private static Optional<Instant> find(List<Claim> claims, Predicate<ReadDate> isShown) {
        return ClaimedDate.find(claims, ZONE, Instant.parse("2026-11-10T02:00:00Z"), isShown)
                .map(found -> found.value().at());
    }
}
