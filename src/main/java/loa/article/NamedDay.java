package loa.article;

import java.util.Optional;
import java.util.Set;

/** Days whose month is a word: {@code 10 January 2026}, {@code May 5, 2026}, {@code ngày 10 tháng 1 năm 2026}, 2026年1月10日. */
final class NamedDay {

    private static final Set<String> BEFORE_MONTH =
            Set.of(".", ",", "/", "-", "th", "st", "nd", "rd", "er", "º", "ª", "°", "de", "d", "'", "’", "of", "–");

    private static final Set<String> BEFORE_YEAR =
            Set.of(".", ",", "/", "-", "de", "del", "năm", "–", "'", "’", "α", "of");
    private static final Set<String> BEFORE_DAY = Set.of("-", "/", "ngày");
    private static final Set<String> AFTER_DAY = Set.of(",", ".", "st", "nd", "rd", "th", "năm");
    private static final Set<String> AFTER_YEAR = Set.of(".", ",", "-", "/", "m", "år", "god");
    private static final Set<String> YEARS = Set.of("年", "년", "년도");
    private static final Set<String> MONTHS = Set.of("月", "월");
    private static final Set<String> DAYS = Set.of("日", "일", "号", "號");

    private NamedDay() {}

    static Optional<PrintedDay> dayFirst(DateTokens line, int i) {
        return dayAndMonth(line, i).flatMap(begun -> {
            int year = line.skip(begun.end, BEFORE_YEAR);
            return NumericDay.isYear(line, year)
                    ? Optional.of(PrintedDay.of(i, year + 1, line.value(year), begun.month, begun.day))
                    : Optional.empty();
        });
    }

    static Optional<PrintedDay> monthFirst(DateTokens line, int i) {
        return monthAndDay(line, i).flatMap(begun -> {
            int year = line.skip(begun.end, AFTER_DAY);
            boolean parted = year > begun.end || !line.is(i, "tháng");
            return parted && NumericDay.isYear(line, year)
                    ? Optional.of(PrintedDay.of(i, year + 1, line.value(year), begun.month, begun.day))
                    : Optional.empty();
        });
    }

    /** As C and Java print it, the time between day and year: {@code Sat Jan 10 01:53:00 ICT 2026}. */
    static Optional<PrintedDay> aroundTime(DateTokens line, int i) {
        return monthAndDay(line, i)
                .flatMap(begun -> PrintedTime.at(line, begun.end).flatMap(time -> {
                    int year = line.isWord(time.end()) ? time.end() + 1 : time.end();
                    return NumericDay.isYear(line, year)
                            ? Optional.of(PrintedDay.of(i, begun.end, line.value(year), begun.month, begun.day))
                            : Optional.empty();
                }));
    }

    static Optional<PrintedDay> yearFirst(DateTokens line, int i) {
        if (!NumericDay.isYear(line, i)) {
            return Optional.empty();
        }
        return monthAndDay(line, line.skip(i + 1, AFTER_YEAR))
                .map(begun -> PrintedDay.yearFirst(i, begun.end, line.value(i), begun.month, begun.day));
    }

    static Optional<PrintedDay> eastAsian(DateTokens line, int i) {
        boolean there = NumericDay.isYear(line, i)
                && line.isAny(i + 1, YEARS)
                && line.isNumber(i + 2, 1, 2)
                && line.isAny(i + 3, MONTHS)
                && line.isNumber(i + 4, 1, 2)
                && line.isAny(i + 5, DAYS);
        return there
                ? Optional.of(PrintedDay.of(i, i + 6, line.value(i), line.value(i + 2), line.value(i + 4)))
                : Optional.empty();
    }

    /** A day and its month, the year not yet read. */
    static Optional<MonthDay> dayAndMonth(DateTokens line, int i) {
        if (!line.isNumber(i, 1, 2) || isRange(line, i)) {
            return Optional.empty();
        }
        MonthNames.Found month = MonthNames.at(line, line.skip(i + 1, BEFORE_MONTH));
        return month.isThere()
                ? Optional.of(new MonthDay(month.month(), line.value(i), month.end()))
                : Optional.empty();
    }

    static Optional<MonthDay> monthAndDay(DateTokens line, int i) {
        MonthNames.Found month = line.isWord(i) ? MonthNames.at(line, i) : new MonthNames.Found(-1, i);
        int day = line.skip(month.end(), BEFORE_DAY);
        boolean there = month.isThere() && line.isNumber(day, 1, 2) && !line.is(day + 1, ":");
        return there ? Optional.of(new MonthDay(month.month(), line.value(day), day + 1)) : Optional.empty();
    }

    /** Whether this is the last day of several: 5–10 August. */
    private static boolean isRange(DateTokens line, int i) {
        return PrintedDays.isDash(line, i - 1)
                && line.isNumber(i - 2, 1, 2)
                && !line.is(i - 3, ":")
                && !line.is(i - 3, "h");
    }

    /** A day of a year that is not said, or not yet read. */
    record MonthDay(int month, int day, int end) {}
}
