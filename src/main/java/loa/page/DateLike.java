package loa.page;

import java.util.Locale;
import java.util.regex.Pattern;

/** Whether text looks as if it showed a date, without reading it. */
public final class DateLike {

    private static final int LONGEST = 60;
    private static final String YESTERDAY = "hôm qua";
    private static final Pattern DATE = Pattern.compile(
            "\\b\\d{1,2}\\s?[/.-]\\s?\\d{1,2}\\s?[/.-]\\s?\\d{4}\\b|\\b\\d{4}-\\d{1,2}-\\d{1,2}\\b|\\d{1,2}[\\s,]+tháng\\s+\\S+"
                    + "|\\d+\\s?(?:giờ|phút|ngày|tuần|tháng|h|'|hours?|minutes?|days?|weeks?)\\s(?:trước|ago)"
                    + "|\\b(?:\\d{1,2}\\.?\\s)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?\\s\\d",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private DateLike() {}

    public static boolean isIn(String text) {
        boolean hasDigit = text.chars().anyMatch(c -> c >= '0' && c <= '9');
        return hasDigit
                ? DATE.matcher(text).find()
                : text.toLowerCase(Locale.ROOT).contains(YESTERDAY);
    }

    /** Whether the text is short and shows a date. */
    public static boolean isOnly(String text) {
        return text.length() <= LONGEST && isIn(text);
    }
}
