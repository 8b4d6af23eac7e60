package loa.article;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The days that a line prints with their year, each beside its time; the shapes of a day are tried in their order. */
final class PrintedDays {

    private static final List<Shape> SHAPES = List.of(
            (line, i, order) -> NumericDay.basic(line, i),
            (line, i, order) -> NumericDay.yearFirst(line, i),
            NumericDay::yearLast,
            (line, i, order) -> NumericDay.shortYear(line, i),
            (line, i, order) -> NamedDay.eastAsian(line, i),
            (line, i, order) -> NamedDay.yearFirst(line, i),
            (line, i, order) -> NamedDay.dayFirst(line, i),
            (line, i, order) -> NamedDay.monthFirst(line, i),
            (line, i, order) -> NamedDay.aroundTime(line, i));

    /** A time further from its day than this belongs to something else. */
    private static final int FURTHEST = 32;

    private static final Set<String> DASHES = Set.of("-", "–", "—", "~", "→", "÷");

    private static final Set<String> UNTIL = Set.of(
            "đến", "tới", "to", "bis", "until", "till", "through", "au", "al", "hasta", "até", "do", "до", "tot",
            "til");

    private static final Set<String> BETWEEN_DAYS = Set.of("ngày", "hết", "(", ")", ",", "the");

    /** What says that the day is not that of publication but of a later change. */
    private static final Set<String> CHANGED = Set.of(
            "updated",
            "update",
            "modified",
            "edited",
            "sửa",
            "nhật",
            "aktualisiert",
            "geändert",
            "actualizado",
            "actualizada",
            "atualizado",
            "atualizada",
            "aggiornato",
            "aggiornamento",
            "modifié",
            "jour",
            "bijgewerkt",
            "gewijzigd",
            "aktualizacja",
            "aktualizowano",
            "обновлено",
            "обновлен",
            "обновлён",
            "оновлено",
            "aktualizováno",
            "uppdaterad",
            "oppdatert",
            "opdateret",
            "päivitetty",
            "güncelleme",
            "güncellenme",
            "actualizat",
            "ενημέρωση",
            "更新",
            "diperbarui",
            "frissítve");

    private final DateTokens line;
    private final List<PrintedDay> days;

    private PrintedDays(DateTokens line, List<PrintedDay> days) {
        this.line = line;
        this.days = days;
    }

    static PrintedDays in(DateTokens line, DateOrder order) {
        List<PrintedDay> days = new ArrayList<>();
        for (int i = holdsYear(line) ? 0 : line.size(); i < line.size(); ) {
            int start = i;
            Optional<PrintedDay> day = SHAPES.stream()
                    .flatMap(shape -> shape.at(line, start, order).stream())
                    .findFirst();
            day.ifPresent(days::add);
            i = day.map(PrintedDay::end).orElse(i + 1);
        }
        return new PrintedDays(line, days);
    }

    /** Whether there is what all shapes have. */
    private static boolean holdsYear(DateTokens line) {
        return IntStream.range(0, line.size()).anyMatch(i -> NumericDay.isYear(line, i) || line.isNumber(i, 8, 8))
                || NumericDay.holdsGermanTime(line);
    }

    boolean isEmpty() {
        return days.isEmpty();
    }

    boolean areOfChange() {
        return !isEmpty() && days.stream().allMatch(this::isOfChange);
    }

    /** The day of publication: the first that no word calls a later change; none if it begins or ends a range. */
    Optional<ReadDate> published(ZoneId zone) {
        PrintedDay first =
                days.stream().filter(day -> !isOfChange(day)).findFirst().orElse(days.get(0));
        return isRange(first)
                ? Optional.empty()
                : first.day().flatMap(day -> {
                    Optional<PrintedTime> time = time(first);
                    return time.isEmpty()
                            ? Optional.of(ReadDate.printed(day, zone))
                            : time.get()
                                    .time()
                                    .flatMap(clock -> zone(first, time.get(), zone)
                                            .map(named -> ReadDate.printed(LocalDateTime.of(day, clock), named)));
                });
    }

    static boolean isDash(DateTokens line, int i) {
        return line.isAny(i, DASHES);
    }

    private Optional<ZoneId> zone(PrintedDay day, PrintedTime time, ZoneId zone) {
        int end = time.end() == day.start() || time.start() < day.start() ? day.end() : time.end();
        return PrintedZone.after(line, line.is(time.end(), "-") ? end : time.end(), day.yearFirst(), zone);
    }

    /** The time beside the day, the nearest; before it rather than after it. */
    private Optional<PrintedTime> time(PrintedDay day) {
        return PrintedTime.all(line).stream()
                .filter(time -> !day.covers(time.start(), time.end()) && isBeside(day, time))
                .min(Comparator.comparingInt(time -> distance(day, time)));
    }

    private boolean isBeside(PrintedDay day, PrintedTime time) {
        int from = Math.min(day.end(), time.end());
        int to = Math.max(day.start(), time.start());
        boolean parted = Stream.iterate(from, i -> i < to, i -> i + 1)
                .anyMatch(i -> (line.isNumber(i) && !PrintedZone.isPart(line, i))
                        || line.is(i, ":")
                        || line.isAny(i, CHANGED));
        return !parted && distance(day, time) <= FURTHEST;
    }

    private int distance(PrintedDay day, PrintedTime time) {
        return time.start() < day.start()
                ? line.between(time.end() - 1, day.start())
                : line.between(day.end() - 1, time.start());
    }

    private boolean isOfChange(PrintedDay day) {
        return Stream.iterate(day.start() - 1, i -> i >= Math.max(0, day.start() - 8), i -> i - 1)
                .takeWhile(i -> days.stream().noneMatch(other -> other.covers(i, i + 1)))
                .anyMatch(i -> line.isAny(i, CHANGED));
    }

    /** Whether the day is the first or the last of several. */
    private boolean isRange(PrintedDay day) {
        int before = line.is(day.start() - 1, "ngày") ? day.start() - 2 : day.start() - 1;
        boolean isThursday = line.is(before, "do") && NumericDay.holdsGermanTime(line);
        boolean last = line.isAny(before, UNTIL) && !isThursday;
        return last || days.stream().anyMatch(other -> other.start() >= day.end() && isRange(day, other));
    }

    private boolean isRange(PrintedDay first, PrintedDay last) {
        int from = PrintedTime.at(line, line.skip(first.end(), Set.of(",")))
                .map(PrintedTime::end)
                .orElse(first.end());
        return from < last.start()
                && Stream.iterate(from, i -> i < last.start(), i -> i + 1)
                        .allMatch(i -> isDash(line, i) || line.isAny(i, UNTIL) || line.isAny(i, BETWEEN_DAYS))
                && Stream.iterate(from, i -> i < last.start(), i -> i + 1)
                        .anyMatch(i -> isDash(line, i) || line.isAny(i, UNTIL));
    }

    private interface Shape {
        Optional<PrintedDay> at(DateTokens line, int i, DateOrder order);
    }
}
