package loa.article;

import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Days in numbers alone: {@code 5/8/2026}, {@code 05.08.2026}, {@code 2026-08-05}, {@code 20260805T103000}. */
final class NumericDay {

    private static final Set<String> SEPARATORS = Set.of("/", ".", "-");

    /** What stands before the number of a document. */
    private static final Set<String> NUMBERS = Set.of("số", "nr", "no", "№", "n°", "art");

    private static final int CENTURY = 2000;

    private NumericDay() {}

    /** Whether a day stands there, day and month in either order, the year last. */
    static boolean isThere(DateTokens line, int i) {
        return line.isNumber(i, 1, 2)
                && line.isAny(i + 1, SEPARATORS)
                && line.isNumber(i + 2, 1, 2)
                && line.is(i + 3, line.text(i + 1))
                && isYear(line, i + 4)
                && stands(line, i, i + 5);
    }

    static Optional<PrintedDay> yearLast(DateTokens line, int i, DateOrder order) {
        if (!isThere(line, i)) {
            return Optional.empty();
        }
        PrintedDay dayFirst = PrintedDay.of(i, i + 5, line.value(i + 4), line.value(i + 2), line.value(i));
        PrintedDay monthFirst = PrintedDay.of(i, i + 5, line.value(i + 4), line.value(i), line.value(i + 2));
        PrintedDay likely = order == DateOrder.DAY_FIRST ? dayFirst : monthFirst;
        PrintedDay other = order == DateOrder.DAY_FIRST ? monthFirst : dayFirst;
        return Optional.of(likely.day().isPresent() ? likely : other);
    }

    /** A day with two digits for its year, as German clocks stand beside: {@code 05.08.26 | 10:30 Uhr}. */
    static Optional<PrintedDay> shortYear(DateTokens line, int i) {
        boolean there = line.isNumber(i, 2, 2)
                && line.is(i + 1, ".")
                && line.isNumber(i + 2, 2, 2)
                && line.is(i + 3, ".")
                && line.isNumber(i + 4, 2, 2)
                && stands(line, i, i + 5)
                && holdsGermanTime(line);
        return there
                ? Optional.of(PrintedDay.of(i, i + 5, CENTURY + line.value(i + 4), line.value(i + 2), line.value(i)))
                : Optional.empty();
    }

    static boolean holdsGermanTime(DateTokens line) {
        return IntStream.range(0, line.size()).anyMatch(i -> line.is(i, "uhr") && line.isNumber(i - 1));
    }

    static Optional<PrintedDay> yearFirst(DateTokens line, int i) {
        boolean there = isYear(line, i)
                && line.isAny(i + 1, SEPARATORS)
                && line.isNumber(i + 2, 1, 2)
                && line.is(i + 3, line.text(i + 1))
                && line.isNumber(i + 4, 1, 2)
                && stands(line, i, i + 5);
        return there
                ? Optional.of(PrintedDay.yearFirst(i, i + 5, line.value(i), line.value(i + 2), line.value(i + 4)))
                : Optional.empty();
    }

    /** The basic form of ISO 8601, only with its time: eight digits alone are some number. */
    static Optional<PrintedDay> basic(DateTokens line, int i) {
        if (!line.isNumber(i, 8, 8) || !line.is(i + 1, "t") || !line.isNumber(i + 2, 4, 6) || line.touches(i)) {
            return Optional.empty();
        }
        int number = line.value(i);
        return Optional.of(PrintedDay.yearFirst(i, i + 1, number / 10_000, number / 100 % 100, number % 100));
    }

    static boolean isYear(DateTokens line, int i) {
        return line.isNumber(i, 4, 4) && line.value(i) >= 1900 && line.value(i) < 2200;
    }

    /** Whether these tokens are no part of a longer number or of a document's. */
    private static boolean stands(DateTokens line, int start, int end) {
        boolean pastTime = line.is(start - 1, "-")
                && line.isNumber(start - 2, 2, 2)
                && (line.is(start - 3, ":") || line.is(start - 3, "h"));
        boolean partBefore = line.touches(start)
                && (line.isAny(start - 1, SEPARATORS) || line.is(start - 1, "+"))
                && line.touches(start - 1)
                && !pastTime;
        boolean bare = line.touches(start) && line.isAny(start - 1, Set.of("/", ".")) && !line.touches(start - 1);
        boolean more = line.touches(end) && line.touches(end + 1) && continues(line, end);
        return !partBefore && !bare && !more && !line.isAny(start - 1, NUMBERS);
    }

    private static boolean continues(DateTokens line, int end) {
        boolean time = line.is(end + 2, ":") || line.is(end + 2, "h") || line.is(end + 2, "g");
        return line.is(end, "/")
                ? !line.isNumber(end + 1) || !time
                : line.isAny(end, SEPARATORS) && line.isNumber(end + 1) && !time;
    }
}
