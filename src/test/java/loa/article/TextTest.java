package loa.article;

import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

    private static final String FAMILY = "👨\u200D👩\u200D👧\u200D👦";
    private static final String REGION = "🏴" + Character.toString(0xE0067) + Character.toString(0xE007F);

    @Test
    void composesVietnameseLetters() {
        String words = "Đường về xứ Nghệ, ngõ nhỏ phố nhỏ";
        assertEquals(words, Text.line(Normalizer.normalize(words, Normalizer.Form.NFD)));
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00, 0x01, 0x08, 0x0E, 0x1B, 0x1F, 0x7F, 0x80, 0x84, 0x86, 0x9F, 0xD800, 0xDBFF, 0xDC00, 0xDFFF,
                0xFDD0, 0xFDEF, 0xFFFD, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF, 0xE000, 0xF8FF, 0xF0000
            })
    void dropsWhatNoFeedMayHold(int codePoint) {
        assertEquals("mưa nắng", Text.line("mưa" + Character.toString(codePoint) + " nắng"));
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00AD, 0x061C, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E,
                0x2060, 0x2066, 0x2067, 0x2068, 0x2069, 0xFEFF, 0xE0001, 0xE0041
            })
    void dropsWhatNobodySees(int codePoint) {
        assertEquals("chợ nổi", Text.line("ch" + Character.toString(codePoint) + "ợ nổi"));
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0xA0, 0x1680, 0x2003, 0x2007, 0x2009, 0x2028, 0x2029, 0x202F,
                0x205F, 0x3000
            })
    void foldsEachKindOfBlank(int codePoint) {
        String blank = Character.toString(codePoint);
        assertEquals("bến đò", Text.line(blank + "bến" + blank + blank + "đò" + blank));
    }

    @Test
    void foldsBlanksThatOnlySomethingInvisibleParts() {
        assertEquals("bến đò", Text.line("bến \u200B \u202E đò \uFEFF"));
    }

    @Test
    void keepsLinesAndTabsWhereTheyMayStand() {
        assertEquals("một\n\thai\r\n", Text.clean("một\n\thai\r\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {FAMILY, "🏳️\u200D🌈", "👩🏽\u200D🌾", "🧑\u200D⚖️", "🇻🇳", "1️⃣", "❤️\u200D🔥"})
    void keepsEmojiWhole(String emoji) {
        assertEquals("Hội " + emoji + " làng", Text.line("Hội " + emoji + " làng"));
    }

    @Test
    void keepsTheFlagOfARegionButNoTagsElsewhere() {
        assertEquals(REGION, Text.line(REGION));
        assertEquals("🏳", Text.line(REGION.replace("🏴", "🏳")));
    }

    @Test
    void dropsJoinersThatJoinNothing() {
        assertEquals("👨 và 👩", Text.line("👨\u200D và \u200D👩\u200D"));
    }

    @Test
    void emptiesTextOfNothingButInvisibleCharacters() {
        assertEquals("", Text.line(" \u200B\u00A0\u202E\uFEFF\u0000 "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nước lên",
                "Nước",
                FAMILY + FAMILY + FAMILY,
                "🇻🇳🇻🇳🇻🇳",
                "e\u0323\u0302\u030C\u0331x\u0323\u0302y",
            })
    void doesNotCutWhatFits(String text) {
        assertEquals(text, Text.cut(text, 8));
    }

    @Test
    void cutsWithAnEllipsisThatCounts() {
        assertEquals("Nước…", Text.cut("Nước lên", 5));
        assertEquals("Nước…", Text.cut("Nước lên", 6));
        assertEquals("Nước l…", Text.cut("Nước lên", 7));
        assertEquals("…", Text.cut("Nước lên", 1));
    }

    @Test
    void neverCutsInsideACharacterThatPeopleSee() {
        assertEquals(FAMILY + "…", Text.cut(FAMILY + FAMILY + FAMILY, 2));
        assertEquals("🇻🇳…", Text.cut("🇻🇳🇻🇳🇻🇳", 2));
        assertEquals("x\u0323\u0302…", Text.cut("x\u0323\u0302y\u0323\u0302z", 2));
        assertEquals(REGION + "…", Text.cut(REGION + REGION + REGION, 2));
    }

    @Test
    void keepsNoMoreMarksOnALetterThanWritingHas() {
        assertEquals(31, Text.clean("x" + "\u0323".repeat(100_000)).length());
        assertEquals("ệ", Text.clean("e\u0323\u0302"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a", "ệ", "e\u0323\u0302", "\u0301\u0323", "👨\u200D", "🇻", " ", "\u200B", "\uD800", "a b "})
    void takesLinearTime(String piece) {
        String huge = piece.repeat(1_000_000 / piece.length());
        assertTimeoutPreemptively(ofSeconds(20), () -> Text.cut(Text.line(huge), 500_000));
    }

    @Test
    void leavesWhatItHasCleaned() {
        int[] alphabet = {
            'a', 'e', ' ', '\n', 0xA0, 0x200B, 0x200D, 0xFE0F, 0x0301, 0x0323, 0x031B, 0x1F468, 0x1F3FD, 0x1F3F4,
            0xE0067, 0xE007F, 0x202E, 0xD800, 0xDC00, 0xFFFD, 0x110, 0x85, 0
        };
        Random random = new Random(2026);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            random.ints(12, 0, alphabet.length).forEach(i -> text.appendCodePoint(alphabet[i]));
            String line = Text.line(text.toString());
            assertEquals(line, Text.line(line));
            assertTrue(Normalizer.isNormalized(line, Normalizer.Form.NFC));
        }
    }
}
