package loa.article;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateReaderTest {

    private static final Path DATES = Path.of("src/test/resources/article/dates.txt");
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @ParameterizedTest
    @MethodSource("dates")
    void readsWhatPortalsPrint(String printed, Optional<Instant> meant) {
        assertEquals(meant, DateReader.read(printed, VIETNAM));
    }

    static Stream<Arguments> dates() throws IOException {
        return Files.readAllLines(DATES, UTF_8).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(DateReaderTest::date);
    }

    private static Arguments date(String line) {
        int bar = line.lastIndexOf('|');
        String meant = line.substring(bar + 1).strip();
        Optional<Instant> instant = meant.equals("none")
                ? Optional.empty()
                : Optional.of(OffsetDateTime.parse(meant).toInstant());
        return Arguments.of(unescaped(line.substring(0, bar).strip()), instant);
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            boolean escape = text.startsWith("\\u", i);
            plain.append(escape ? (char) Integer.parseInt(text.substring(i + 2, i + 6), 16) : text.charAt(i));
            i += escape ? 5 : 0;
        }
        return plain.toString();
    }

    @ParameterizedTest
    @CsvSource({
        "02:30 08/03/2026, 2026-03-08T07:30:00Z", // clocks go from 2:00 to 3:00
        "01:30 01/11/2026, 2026-11-01T05:30:00Z", // and from 2:00 to 1:00: the first of the two
        "12:00 01/07/2026, 2026-07-01T16:00:00Z",
        "12:00 01/01/2026, 2026-01-01T17:00:00Z",
        "01/07/2026,       2026-07-01T04:00:00Z",
    })
    void readsLocalTimesInTheZoneOfTheSource(String printed, Instant meant) {
        assertEquals(Optional.of(meant), DateReader.read(printed, NEW_YORK));
    }

    @Test
    void startsADayWithoutMidnightAtItsFirstMoment() {
        Optional<Instant> meant = Optional.of(Instant.parse("2022-09-11T04:00:00Z"));
        assertEquals(meant, DateReader.read("11/09/2022", ZoneId.of("America/Santiago")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1", "1/", "10/01/", "1:", "tháng ", "thứ hai ", "10 tháng ", "gmt+", "2026-01-", " 1,", "12h"})
    void takesLinearTime(String piece) {
        String huge = piece.repeat(1_000_000 / piece.length());
        assertTimeoutPreemptively(ofSeconds(20), () -> DateReader.read(huge, VIETNAM));
    }

    @Test
    void survivesAnyMixOfItsWords() {
        String[] words =
                "0 1 7 12 31 99 2026 / - . : , h giờ phút tháng năm mười hai ngày thứ chủ nhật SA CH GMT + Z T | ("
                        .split(" ");
        Random random = new Random(2026);
        for (int round = 0; round < 10_000; round++) {
            StringBuilder text = new StringBuilder();
            random.ints(12, 0, words.length * 2)
                    .forEach(i -> text.append(words[i / 2]).append(i % 2 == 0 ? " " : ""));
            DateReader.read(text.toString(), VIETNAM)
                    .ifPresent(read -> assertEquals(Optional.of(read), DateReader.plausible(read)));
        }
    }
}
