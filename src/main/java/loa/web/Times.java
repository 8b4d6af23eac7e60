package loa.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Moments as people are shown them, in the newsroom's zone. */
public final class Times {

    private static final DateTimeFormatter VIETNAMESE = DateTimeFormatter.ofPattern("HH:mm, dd/MM/yyyy", Locale.ROOT);
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);

    private final ZoneId zone;
    private final DateTimeFormatter shown;

    Times(ZoneId zone, Locale language) {
        this.zone = zone;
        this.shown = language.getLanguage().equals("vi") ? VIETNAMESE : ENGLISH;
    }

    /** {@code 08:30, 11/01/2026} or {@code 11 Jan 2026, 08:30}. */
    public String shown(Instant moment) {
        return shown.format(moment.atZone(zone));
    }

    /** The same for programs, as the {@code datetime} of a {@code time} element says it. */
    public String exact(Instant moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                moment.atZone(zone).toOffsetDateTime().truncatedTo(ChronoUnit.SECONDS));
    }
}
