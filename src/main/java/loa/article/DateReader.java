package loa.article;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Reads the date that a line shows, in the shapes that portals and news sites print: the day first, the time before or
 * after it, weekdays ignored. An impossible, implausible or doubtful date is none: better none than a wrong one.
 */
public final class DateReader {

    /** Portals have no news from before the web. */
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private DateReader() {}

    /** The instant that the line prints whole; without a zone of its own it is in {@code zone}, without a time at midnight. */
    public static Optional<Instant> read(String text, ZoneId zone) {
        PrintedDays days = PrintedDays.in(DateTokens.of(text), DateOrder.DAY_FIRST);
        return days.isEmpty()
                ? Optional.empty()
                : days.published(zone).map(ReadDate::at).flatMap(DateReader::plausible);
    }

    /** The date that the line prints, or counts back from the instant at which it was fetched. */
    public static Optional<ReadDate> read(String text, ZoneId zone, Instant fetched) {
        return read(text, zone, fetched, DateOrder.DAY_FIRST);
    }

    /** The date where it is known which number is the month. */
    public static Optional<ReadDate> read(String text, ZoneId zone, Instant fetched, DateOrder order) {
        DateTokens line = DateTokens.of(text);
        PrintedDays days = PrintedDays.in(line, order);
        Optional<ReadDate> read = days.isEmpty()
                ? RelativeDate.read(line, zone, fetched).or(() -> YearlessDay.read(line, order, zone, fetched))
                : days.published(zone);
        return read.filter(date -> plausible(date.at()).isPresent());
    }

    /** Whether all that the line dates is a later change of the article. */
    public static boolean isOfChange(String text) {
        return PrintedDays.in(DateTokens.of(text), DateOrder.DAY_FIRST).areOfChange();
    }

    /** The instant, unless no portal can mean it. */
    public static Optional<Instant> plausible(Instant instant) {
        return instant.isBefore(EARLIEST) || instant.isAfter(LATEST) ? Optional.empty() : Optional.of(instant);
    }
}
