package loa.article;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A day in a line, from one token to before another; empty if it is printed like a day but no calendar has it.
 *
 * @param yearFirst whether it is written as standards do, so that an offset may follow its time
 */
record PrintedDay(int start, int end, Optional<LocalDate> day, boolean yearFirst) {

    static PrintedDay of(int start, int end, int year, int month, int day) {
        return new PrintedDay(start, end, day(year, month, day), false);
    }

    static PrintedDay yearFirst(int start, int end, int year, int month, int day) {
        return new PrintedDay(start, end, day(year, month, day), true);
    }

    static Optional<LocalDate> day(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    boolean covers(int first, int end) {
        return first < this.end && end > start;
    }
}
