package loa.article;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns text from anywhere into text that may be published: NFC, without broken or invisible characters. */
public final class Text {

    private static final Pattern GRAPHEME = Pattern.compile("\\X");

    /** Marks on one letter, as in the stream-safe format of UAX 15, section 13: more are no writing. */
    private static final int MOST_MARKS = 30;

    /** Of each plain character the letter or digit that it is, in lower case; {@link #PARTING} if it is none. */
    private static final char[] LOWER = new char[0x2028];

    private static final char PARTING = 0;
    private static final char OTHER = 0xFFFF;

    static {
        for (char c = 0; c < LOWER.length; c++) {
            String lower = Character.toString(c).toLowerCase(Locale.ROOT);
            boolean isKnown = isPlain(c) && lower.length() == 1;
            LOWER[c] = !isKnown ? OTHER : isOfWords(c) ? lower.charAt(0) : PARTING;
        }
    }

    private Text() {}

    /** The text in NFC on one line, trimmed, each run of white space one blank, without invisible characters. */
    public static String line(String raw) {
        String clean = clean(raw);
        return isLine(clean) ? clean : joined(clean);
    }

    /** Whether there are no blanks but one between two words. */
    private static boolean isLine(String clean) {
        boolean parted = true;
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            if (isBlank(c) && (parted || c != ' ')) {
                return false;
            }
            parted = c == ' ';
        }
        return !parted || clean.isEmpty();
    }

    private static String joined(String clean) {
        StringBuilder line = new StringBuilder(clean.length());
        boolean parted = false;
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            if (isBlank(c)) {
                parted = !line.isEmpty();
            } else {
                if (parted) {
                    line.append(' ');
                    parted = false;
                }
                line.append(c);
            }
        }
        return line.toString();
    }

    /** Whether this shows nothing; the text is clean. */
    static boolean isBlank(String clean) {
        for (int i = 0; i < clean.length(); i++) {
            if (!isBlank(clean.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBlank(char c) {
        return c < 0x100 ? c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == 0xA0 : Character.isSpaceChar(c);
    }

    /** The text in NFC with its white space, without characters that XML 1.0 forbids or that nobody sees. */
    public static String clean(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            if (!isPlain(raw.charAt(i))) {
                return cleaned(raw);
            }
        }
        return raw;
    }

    /** Whether the character is clean and in NFC beside any other such: Latin letters with all their marks, dashes, quotes. */
    private static boolean isPlain(char c) {
        return (c >= ' ' && c < 0x7F)
                || c == '\n'
                || c == '\t'
                || c == '\r'
                || (c >= 0xA0 && c < 0x300 && c != 0xAD)
                || (c >= 0x1E00 && c < 0x1F00)
                || (c >= 0x2010 && c < 0x2028);
    }

    private static String cleaned(String raw) {
        StringBuilder kept = new StringBuilder(raw.length());
        int[] codePoints = raw.codePoints().map(Text::withoutBlankControls).toArray();
        int last = ' ';
        int marks = 0;
        for (int i = 0; i < codePoints.length; i++) {
            int next = i + 1 < codePoints.length ? codePoints[i + 1] : ' ';
            marks = isMark(codePoints[i]) ? marks + 1 : 0;
            if (marks <= MOST_MARKS && (isPublishable(codePoints[i]) || joins(last, codePoints[i], next))) {
                kept.appendCodePoint(codePoints[i]);
                last = codePoints[i];
            }
        }
        return Normalizer.normalize(kept, Normalizer.Form.NFC);
    }

    /** The letters and digits alone, with their marks, in lower case. */
    public static String letters(String text) {
        char[] letters = new char[text.length()];
        int count = 0;
        for (int i = 0; i < letters.length; i++) {
            char c = text.charAt(i);
            char lower = c < LOWER.length ? LOWER[c] : OTHER;
            if (lower == OTHER) {
                return lettersOfAnyWriting(text);
            } else if (lower != PARTING) {
                letters[count++] = lower;
            }
        }
        return new String(letters, 0, count);
    }

    private static String lettersOfAnyWriting(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        text.codePoints().filter(Text::isOfWords).forEach(letters::appendCodePoint);
        return letters.toString().toLowerCase(Locale.ROOT);
    }

    /** Whether this is a letter, a digit, or a mark on one. */
    static boolean isOfWords(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK -> true;
            default -> Character.isLetterOrDigit(codePoint);
        };
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
            case Character.FORMAT -> false; // bidi overrides, zero-width spaces, soft hyphens
            case Character.SURROGATE, Character.PRIVATE_USE -> false;
            default -> codePoint != 0xFFFD && !isNonCharacter(codePoint);
        };
    }

    /** Vertical tab, form feed and next line part words, but no feed may hold them. */
    private static int withoutBlankControls(int codePoint) {
        return codePoint == 0x0B || codePoint == 0x0C || codePoint == 0x85 ? ' ' : codePoint;
    }

    /** Whether this invisible character makes one emoji of its neighbours: a family, or the flag of a region. */
    private static boolean joins(int last, int codePoint, int next) {
        boolean inEmoji = isPicture(last) || last == 0xFE0F;
        return codePoint == 0x200D ? inEmoji && isPicture(next) : isTag(codePoint) && (last == 0x1F3F4 || isTag(last));
    }

    private static boolean isPicture(int codePoint) {
        boolean isSymbol = Character.getType(codePoint) == Character.OTHER_SYMBOL && isPublishable(codePoint);
        return isSymbol || (codePoint >= 0x1F000 && codePoint <= 0x1FAFF); // the newest emoji are unknown to old Javas
    }

    private static boolean isTag(int codePoint) {
        return codePoint >= 0xE0020 && codePoint <= 0xE007F;
    }

    private static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    private static boolean isNonCharacter(int codePoint) {
        return (codePoint & 0xFFFE) == 0xFFFE || (codePoint >= 0xFDD0 && codePoint <= 0xFDEF);
    }
}
