package loa.article;

import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
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

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("dates")
    void readsWhatPagesPrint(DateCases cases, String line) {
        assertEquals(cases.meant(line), DateReader.read(DateCases.text(line), cases.zone(), cases.fetched()));
    }

    static Stream<Arguments> dates() throws IOException {
        return DateCases.in(DateCases.FOLDER).stream()
                .filter(cases -> !cases.toString().equals("reconciled.txt"))
                .flatMap(cases -> cases.lines().stream().map(line -> Arguments.of(cases, line)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("dates")
    void readsOnlyWhatIsPrintedWholeWhereTheFetchIsUnknown(DateCases cases, String line) {
        Optional<Instant> meant =
                cases.meant(line).filter(date -> !date.relative()).map(ReadDate::at);
        Optional<Instant> read = DateReader.read(DateCases.text(line), cases.zone());
        assertTrue(read.isEmpty() || read.equals(meant), read.toString());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lists")
    void readsAListWithTheOrderThatItProves(DateCases cases) {
        List<String> texts = cases.lines().stream().map(DateCases::text).toList();
        List<Optional<ReadDate>> meant =
                cases.lines().stream().map(cases::meant).toList();
        DateOrder order = DateOrder.of(texts.stream());
        assertEquals(
                meant,
                texts.stream()
                        .map(text -> DateReader.read(text, cases.zone(), cases.fetched(), order))
                        .toList());
    }

    static List<DateCases> lists() throws IOException {
        return DateCases.in(DateCases.FOLDER.resolve("together"));
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
            strings = {
                "1",
                "1/",
                "10/01/",
                "1:",
                "tháng ",
                "thứ hai ",
                "10 tháng ",
                "gmt+",
                "2026-01-",
                " 1,",
                "12h",
                "1 ngày ",
                "-",
                "1.2.",
                "vor "
            })
    void takesLinearTime(String piece) {
        String huge = piece.repeat(1_000_000 / piece.length());
        assertTimeoutPreemptively(ofSeconds(20), () -> DateReader.read(huge, VIETNAM, Instant.EPOCH));
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
