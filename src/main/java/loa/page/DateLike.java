package loa.page;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether text looks as if it showed a date, without reading it. */
public final class DateLike {

    private static final int LONGEST = 60;
    private static final String YESTERDAY = "hôm qua";
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /** A date that begins with digits. */
    private static final Pattern NUMBERS = Pattern.compile(
            "\\b\\d{1,2}\\s?[/.-]\\s?\\d{1,2}\\s?[/.-]\\s?\\d{4}\\b|\\b\\d{4}-\\d{1,2}-\\d{1,2}\\b|\\d+[\\s,]+tháng\\s+\\S+"
                    + "|\\d+\\s?(?:giờ|phút|ngày|tuần|tháng|h|'|hours?|minutes?|days?|weeks?)\\s(?:trước|ago)",
            FLAGS);

    /** The name of a month before digits. */
    private static final Pattern NAME =
            Pattern.compile("\\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?\\s", FLAGS);

    private DateLike() {}

    public static boolean isIn(String text) {
        boolean hasDigit = false;
        Matcher numbers = NUMBERS.matcher(text).useTransparentBounds(true);
        for (int i = 0; i < text.length(); i++) {
            if (isDigit(text.charAt(i))) {
                hasDigit = true;
                if (numbers.region(i, text.length()).lookingAt() || isNamed(text, i)) {
                    return true;
                }
                while (i < text.length() && isDigit(text.charAt(i))) {
                    i++;
                }
            }
        }
        return !hasDigit && text.toLowerCase(Locale.ROOT).contains(YESTERDAY);
    }

    /** Whether the text is short and shows a date. */
    public static boolean isOnly(String text) {
        return text.length() <= LONGEST && isIn(text);
    }

    /** Whether the word before these digits begins with the name of a month. */
    private static boolean isNamed(String text, int digits) {
        int start = digits - 1; // of the blank between them
        start -= start > 0 && text.charAt(start - 1) == '.' ? 1 : 0;
        int end = start;
        while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        return start < end
                && NAME.matcher(text)
                        .useTransparentBounds(true)
                        .region(start, digits)
                        .matches();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
