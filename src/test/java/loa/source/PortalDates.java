package loa.source;

import com.samskivert.mustache.Mustache;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Dates as the templates of portals write them. */
final class PortalDates {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi-VN");
    private static final List<String> MONTHS =
            List.of("Một", "Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười", "Mười Một", "Mười Hai");

    private PortalDates() {}

    static Mustache.Lambda vietnamese(Instant instant) {
        return dates(instant, VIETNAMESE);
    }

    static Mustache.Lambda american(Instant instant) {
        return dates(instant, Locale.US);
    }

    /** Writes an instant in the form that a template gives; {@code §} stands for the month's number as a word. */
    private static Mustache.Lambda dates(Instant instant, Locale language) {
        return (form, out) -> {
            String[] date = DateTimeFormatter.ofPattern(form.execute(), language)
                    .format(instant.atZone(PortalArticle.ZONE))
                    .split("§", -1);
            out.write(date[0]);
            if (date.length == 3) {
                out.write(MONTHS.get(Integer.parseInt(date[1]) - 1) + date[2]);
            }
        };
    }

    /** How long ago it was, as portals say it; false if they say the date. */
    static Object ago(Duration age) {
        if (age.toMinutes() < 60) {
            return age.toMinutes() + " phút trước";
        } else if (age.toHours() < 24) {
            return age.toHours() + " giờ trước";
        }
        return false;
    }
}
