package loa.article;

import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatePatternTest {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
                    HH:mm dd/MM/yyyy;                       10:30 05/08/2026;               2026-08-05T10:30:00+07:00
                    HH:mm, dd/MM/yyyy;                      10:30, 05/08/2026;              2026-08-05T10:30:00+07:00
                    HH:mm |dd/MM/yyyy;                      18:00 |22/05/2022;              2022-05-22T18:00:00+07:00
                    d/M/yyyy;                               5/8/2026;                       2026-08-05T00:00:00+07:00
                    d/M/yyyy;                               05/08/2026;                     2026-08-05T00:00:00+07:00
                    M/d/yyyy;                               05/08/2026;                     2026-05-08T00:00:00+07:00
                    dd/MM/yy;                               05/08/26;                       2026-08-05T00:00:00+07:00
                    dd.MM.uuuu;                             05.08.2026;                     2026-08-05T00:00:00+07:00
                    d/M/yyyy h:mm:ss a;                     10/1/2020 1:53:00 CH;           2020-01-10T13:53:00+07:00
                    d/M/yyyy h:mm:ss a;                     10/1/2020 1:53:00 SA;           2020-01-10T01:53:00+07:00
                    d/M/yyyy h:mm:ss a;                     10/1/2020 12:05:00 sa;          2020-01-10T00:05:00+07:00
                    d/M/yyyy h:mm:ss a;                     10/1/2020 12:05:00 ch;          2020-01-10T12:05:00+07:00
                    MM/dd/yyyy hh:mm:ss a;                  08/05/2026 03:30:00 PM;         2026-08-05T15:30:00+07:00
                    HH'h'mm dd/MM/yyyy;                     15h30 10/01/2026;               2026-01-10T15:30:00+07:00
                    HH'h'mm dd/MM/yyyy;                     15H30 10/01/2026;               2026-01-10T15:30:00+07:00
                    'NGÀY' d 'THÁNG' M, yyyy '|' HH:mm;     Ngày 10 tháng 1, 2020 | 01:53;  2020-01-10T01:53:00+07:00
                    'ngày' d 'tháng' M 'năm' yyyy;          NGÀY 10 THÁNG 1 NĂM 2020;       2020-01-10T00:00:00+07:00
                    yyyy-MM-dd'T'HH:mm:ssXXX;               2026-08-05T10:30:00+09:00;      2026-08-05T10:30:00+09:00
                    yyyy-MM-dd'T'HH:mm:ssXXX;               2026-08-05T10:30:00Z;           2026-08-05T10:30:00Z
                    dd/MM/yyyy HH:mm ('GMT'x);              05/08/2026 10:30 (GMT+09);      2026-08-05T10:30:00+09:00
                    EEE, dd MMM yyyy;                       Wed, 05 Aug 2026;               2026-08-05T00:00:00+07:00
                    d 'o''clock' M yyyy;                    5 O'CLOCK 8 2026;               2026-08-05T00:00:00+07:00
                    """)
    void readsWhatThePatternDescribes(String pattern, String text, String meant) {
        assertEquals(instant(meant), DatePattern.of(pattern).read(text, VIETNAM));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "05/08/2026",
                "Ngày đăng: 05/08/2026 | Lượt xem: 15",
                "(05/08/2026)",
                "Số 1/2026, ra 05/08/2026.",
                "đăng05/08/2026lúc",
                "31/02/2026, sửa 05/08/2026",
                "\u00A0\u200B05/08/2026\uFEFF",
                "05/08/2026 06/08/2026"
            })
    void findsTheDateInTheTextAroundIt(String text) {
        assertEquals(
                instant("2026-08-05T00:00:00+07:00"),
                DatePattern.of("dd/MM/yyyy").read(text, VIETNAM));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hôm qua",
                "31/02/2026",
                "29/02/2025",
                "30/13/2026",
                "00/08/2026",
                "5/8/2026",
                "105/08/2026",
                "05/08/20260",
                "05/08/1970",
                "05/08/0002",
                "05/08/9999",
                "05/08/26",
                "05-08-2026",
                "05 / 08 / 2026"
            })
    void readsNothingElse(String text) {
        assertEquals(Optional.empty(), DatePattern.of("dd/MM/yyyy").read(text, VIETNAM));
    }

    @ParameterizedTest
    @ValueSource(strings = {"25:00 05/08/2026", "24:00 05/08/2026", "10:60 05/08/2026", "110:30 05/08/2026"})
    void readsNoTimeThatNoClockShows(String text) {
        assertEquals(Optional.empty(), DatePattern.of("HH:mm dd/MM/yyyy").read(text, VIETNAM));
    }

    @Test
    void findsADateThatBeginsWithPunctuation() {
        DatePattern pattern = DatePattern.of("'('dd/MM/yyyy')'");
        assertEquals(instant("2026-08-05T00:00:00+07:00"), pattern.read("Cà Mau - (05/08/2026)", VIETNAM));
    }

    @Test
    void takesTheFirstDateInWhicheverLanguage() {
        DatePattern pattern = DatePattern.of("d/M/yyyy h:mm a");
        assertEquals(instant("2026-08-05T15:30:00+07:00"), pattern.read("5/8/2026 3:30 PM, 6/8/2026 4:00 CH", VIETNAM));
    }

    @Test
    void takesEachKindOfBlankForABlank() {
        DatePattern pattern = DatePattern.of("HH:mm\u00A0|  dd/MM/yyyy");
        assertEquals(instant("2026-08-05T10:30:00+07:00"), pattern.read("10:30\u00A0 |\u202F\n05/08/2026", VIETNAM));
    }

    @Test
    void readsDecomposedText() {
        String pattern = "'ngày' d 'tháng' M 'năm' yyyy";
        String text = "ngày 5 tháng 8 năm 2026";
        assertEquals(
                instant("2026-08-05T00:00:00+07:00"), DatePattern.of(pattern).read(decomposed(text), VIETNAM));
        assertEquals(
                instant("2026-08-05T00:00:00+07:00"),
                DatePattern.of(decomposed(pattern)).read(text, VIETNAM));
    }

    @Test
    void movesATimeThatClocksSkipBehindTheGap() {
        DatePattern pattern = DatePattern.of("HH:mm dd/MM/yyyy");
        assertEquals(instant("2026-03-08T07:30:00Z"), pattern.read("02:30 08/03/2026", ZoneId.of("America/New_York")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HH:mm",
                "dd/MM",
                "MM/yyyy",
                "yyyy",
                "'dd/MM/yyyy'",
                "dd/mm/yyyy",
                "DD/MM/yyyy",
                "dd/MM/YYYY",
                "dd/MM/yyyy 'lúc",
                "dd/MM/yyyy {",
                "ngày dd/MM/yyyy",
                "dd/MM/yyyy hh:mm",
                "dd/MM/yyyy mm",
                "pH dd/MM/yyyy"
            })
    void refusesAPatternThatCannotTellADayOrItsHour(String pattern) {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> DatePattern.of(pattern));
        assertTrue(refusal.getMessage() != null && !refusal.getMessage().isEmpty());
    }

    @Test
    void isShownAsTheOperatorWroteIt() {
        assertEquals("HH:mm  dd/MM/yyyy", DatePattern.of("HH:mm  dd/MM/yyyy").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1/", "05/08/", "31/02/2026 ", "a ", " "})
    void takesLinearTime(String piece) {
        String huge = piece.repeat(500_000 / piece.length());
        DatePattern pattern = DatePattern.of("dd/MM/yyyy");
        assertTimeoutPreemptively(ofSeconds(20), () -> pattern.read(huge, VIETNAM));
    }

    private static Optional<Instant> instant(String text) {
        return Optional.of(OffsetDateTime.parse(text).toInstant());
    }

    private static String decomposed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD);
    }
}
