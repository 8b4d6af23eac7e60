package loa.article;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hòa Bình đón Tết | hoà bình, đón tết!",
                "thuỷ điện Hòa Bình | THỦY ĐIỆN — HOÀ BÌNH",
                "năm 2026: 1.250 m² | Năm 2026 (1 250 m²)",
                "Ðường về quê | ðường về quê",
                "Ёлка 日本 Straße | ёлка, 日本; straße"
            })
    void lettersAloneCount(String one, String other) {
        assertArrayEquals(Runs.of(one), Runs.of(other));
    }

    @ParameterizedTest
    @CsvSource({"ma ma ma,má ma ma", "một hai ba,một hai bà", "cô cỏ co,cò cô co", "o ô ơ,o ơ ô", "a b c,ab c d"})
    void eachLetterMarkAndToneCounts(String one, String other) {
        assertFalse(Arrays.equals(Runs.of(one), Runs.of(other)));
    }

    @Test
    void aWordThatIsExchangedCostsTheRunsThatItStandsIn() {
        long[] runs = Runs.of("một hai ba bốn năm sáu bảy tám");
        assertEquals(6, runs.length);
        assertEquals(3, Runs.shared(runs, Runs.of("một hai ba bốn mười sáu bảy tám")));
    }

    @Test
    void aRunThatComesAgainCountsOnce() {
        assertEquals(3, Runs.of("một hai ba một hai ba một").length);
    }

    @ParameterizedTest
    @CsvSource({"'',1", "một,1", "một hai,1", "một hai ba,1", "một hai ba bốn,2"})
    void aShortTextIsOneRun(String text, int count) {
        assertEquals(count, Runs.of(text).length);
    }
}
