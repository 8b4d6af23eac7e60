package loa.article;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A day whose year is left out because it is plain on the day of the fetch: the last such day, unless that is so long ago
 * that the next one may be meant. A day in numbers alone is one only beside its time.
 */
final class YearlessDay {

    private static final Duration OLDEST = Duration.ofDays(270);

    /** More words than this, and the line is about something else. */
    private static final int MOST_WORDS = 5;

    private static final Set<String> AND = Set.of(",", "-", "–", "|", "ngày", "at", "um", "à", "lúc", "•", "·");

    private YearlessDay() {}

    static Optional<ReadDate> read(DateTokens line, DateOrder order, ZoneId zone, Instant fetched) {
        return Stream.iterate(0, i -> i < line.size(), i -> i + 1)
                .flatMap(i -> at(line, i, order).stream())
                .findFirst()
                .filter(found -> isAlone(line, found))
                .flatMap(found -> read(line, found, zone, fetched));
    }

    private static Optional<Found> at(DateTokens line, int i, DateOrder order) {
        Optional<Found> named = NamedDay.dayAndMonth(line, i)
                .or(() -> NamedDay.monthAndDay(line, i))
                .filter(found -> !line.isNumber(found.end()) || isTime(line, found.end()))
                .map(found -> new Found(i, found.end(), found.month(), found.day()));
        return named.or(() -> numeric(line, i, order));
    }

    private static Optional<Found> numeric(DateTokens line, int i, DateOrder order) {
        boolean there = line.isNumber(i, 1, 2)
                && (line.is(i + 1, "/") || line.is(i + 1, "."))
                && line.isNumber(i + 2, 1, 2)
                && line.touches(i + 1)
                && line.touches(i + 2)
                && !line.touches(i)
                && !line.touches(i + 3)
                && !line.is(i - 1, ":")
                && timeBefore(line, i).or(() -> timeAfter(line, i + 3)).isPresent();
        boolean dayFirst = order == DateOrder.DAY_FIRST;
        return there
                ? Optional.of(new Found(i, i + 3, line.value(dayFirst ? i + 2 : i), line.value(dayFirst ? i : i + 2)))
                : Optional.empty();
    }

    private static Optional<ReadDate> read(DateTokens line, Found found, ZoneId zone, Instant fetched) {
        LocalDate today = fetched.atZone(zone).toLocalDate();
        Optional<LocalDate> last = Stream.of(today.getYear(), today.getYear() - 1)
                .flatMap(year -> PrintedDay.day(year, found.month, found.day).stream())
                .filter(day -> !day.isAfter(today) && day.isAfter(today.minusDays(OLDEST.toDays())))
                .findFirst();
        Optional<PrintedTime> time = timeBefore(line, found.start).or(() -> timeAfter(line, found.end));
        return last.flatMap(day -> time.isEmpty()
                ? Optional.of(ReadDate.printed(day, zone))
                : time.get().time().map(clock -> ReadDate.printed(LocalDateTime.of(day, clock), zone)));
    }

    private static Optional<PrintedTime> timeBefore(DateTokens line, int day) {
        return PrintedTime.all(line).stream()
                .filter(time -> time.end() <= day && line.skip(time.end(), AND) >= day)
                .findFirst();
    }

    private static Optional<PrintedTime> timeAfter(DateTokens line, int end) {
        return PrintedTime.at(line, line.skip(end, AND));
    }

    private static boolean isTime(DateTokens line, int i) {
        return PrintedTime.at(line, i).isPresent();
    }

    private static boolean isAlone(DateTokens line, Found found) {
        long words = Stream.iterate(0, i -> i < line.size(), i -> i + 1)
                .filter(i -> line.isWord(i) && (i < found.start || i >= found.end))
                .count();
        return words <= MOST_WORDS
                && Stream.iterate(0, i -> i < line.size(), i -> i + 1).noneMatch(i -> line.isNumber(i, 4, 9));
    }

    private record Found(int start, int end, int month, int day) {}
}
