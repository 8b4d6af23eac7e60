package loa.article;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns text from anywhere into text that may be published: NFC, without broken or invisible characters. */
public final class Text {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern GRAPHEME = Pattern.compile("\\X");

    private Text() {}

    /** The text in NFC on one line, trimmed, each run of white space one blank, without invisible characters. */
    public static String line(String raw) {
        return BLANKS.matcher(clean(raw)).replaceAll(" ").strip();
    }

    /** The text in NFC with its white space, without characters that XML 1.0 forbids or that nobody sees. */
    public static String clean(String raw) {
        StringBuilder kept = new StringBuilder(raw.length());
        raw.codePoints().filter(Text::isPublishable).forEach(kept::appendCodePoint);
        return Normalizer.normalize(kept, Normalizer.Form.NFC);
    }

    /** The text if it has at most {@code graphemes} user-perceived characters, else that many with an ellipsis last. */
    public static String cut(String text, int graphemes) {
        Matcher matcher = GRAPHEME.matcher(text);
        int end = 0;
        for (int count = 1; matcher.find(); count++) {
            if (count == graphemes - 1) {
                end = matcher.end();
            } else if (count > graphemes) {
                return text.substring(0, end).stripTrailing() + "…";
            }
        }
        return text;
    }

    private static boolean isPublishable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL -> codePoint == '\n' || codePoint == '\t' || codePoint == '\r';
            case Character.SURROGATE, Character.PRIVATE_USE -> false;
            case Character.FORMAT -> isEmojiJoiner(codePoint); // not bidi overrides, zero-width spaces, soft hyphens
            default -> codePoint != 0xFFFD && !isNonCharacter(codePoint);
        };
    }

    private static boolean isEmojiJoiner(int codePoint) {
        return codePoint == 0x200C || codePoint == 0x200D || (codePoint >= 0xE0020 && codePoint <= 0xE007F);
    }

    private static boolean isNonCharacter(int codePoint) {
        return (codePoint & 0xFFFE) == 0xFFFE || (codePoint >= 0xFDD0 && codePoint <= 0xFDEF);
    }
}
