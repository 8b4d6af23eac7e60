package loa.article;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A date as a page shows it.
 *
 * @param at the instant; of a day alone its first moment
 * @param precision how near it comes
 * @param relative whether it was counted back from the fetch, so that the next fetch would read another instant
 */
public record ReadDate(Instant at, Precision precision, boolean relative) {

    /** Clocks and zones of portals are off by up to this much. */
    private static final Duration SLACK = Duration.ofDays(1);

    private static final Comparator<ReadDate> NEARER =
            Comparator.comparing(ReadDate::precision).thenComparing(ReadDate::relative);

    static ReadDate printed(LocalDateTime time, ZoneId zone) {
        return new ReadDate(time.atZone(zone).toInstant(), Precision.MINUTE, false);
    }

    static ReadDate printed(LocalDate day, ZoneId zone) {
        return new ReadDate(day.atStartOfDay(zone).toInstant(), Precision.DAY, false);
    }

    /**
     * The one date of what the listing and the article's page show. One that lies ahead of the fetch gives way to one that
     * does not. Where both mean the same day the nearer one counts; where they contradict each other, and where they are
     * equally near, the page does, unless it counts back and the listing does not.
     */
    public static Optional<ReadDate> reconcile(Optional<ReadDate> listing, Optional<ReadDate> page, Instant fetched) {
        Optional<ReadDate> past = Stream.of(page, listing)
                .flatMap(Optional::stream)
                .filter(date -> !date.isAhead(fetched))
                .reduce(ReadDate::better);
        return past.or(() -> page).or(() -> listing);
    }

    /** Whether both are of one minute, and say so. */
    public boolean isSameMinute(ReadDate other) {
        return precision.compareTo(Precision.DAY) < 0
                && other.precision.compareTo(Precision.DAY) < 0
                && at.truncatedTo(ChronoUnit.MINUTES).equals(other.at.truncatedTo(ChronoUnit.MINUTES));
    }

    /** Whether both are of one day there. */
    public boolean isOnDayOf(ReadDate other, ZoneId zone) {
        return at.atZone(zone).toLocalDate().equals(other.at.atZone(zone).toLocalDate());
    }

    /** What it is if its day is the month and its month the day; nothing if there is no such month. */
    public Optional<ReadDate> exchanged(ZoneId zone) {
        ZonedDateTime date = at.atZone(zone);
        return Optional.of(date)
                .filter(other -> other.getDayOfMonth() <= Month.values().length)
                .map(other -> other.with(LocalDate.of(other.getYear(), other.getDayOfMonth(), other.getMonthValue())))
                .map(other -> new ReadDate(other.toInstant(), precision, relative));
    }

    private ReadDate better(ReadDate listed) {
        boolean trusted = contradicts(listed) && relative == listed.relative;
        return trusted || NEARER.compare(this, listed) <= 0 ? this : listed;
    }

    private boolean contradicts(ReadDate other) {
        boolean days = precision.compareTo(Precision.DAY) <= 0 && other.precision.compareTo(Precision.DAY) <= 0;
        return days && Duration.between(at, other.at).abs().compareTo(SLACK) > 0;
    }

    private boolean isAhead(Instant fetched) {
        return at.isAfter(fetched.plus(SLACK));
    }
}
