package loa.article;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A time of day in a line, from one token to before another; empty if it is printed like one but no clock shows it. */
record PrintedTime(int start, int end, Optional<LocalTime> time) {

    private static final Set<String> HOURS =
            Set.of("h", "giờ", "uhr", "時", "时", "点", "點", "시", "hod", "ч", "год", "hrs");
    private static final Set<String> HOURS_BEFORE_MINUTES = Set.of(":", "h", "giờ", "g", "時", "时", "点", "點", "시");
    private static final Set<String> MINUTES = Set.of("phút", "ph", "'", "’", "′", "min", "mn", "m", "分", "분", "мин");
    private static final Set<String> SECONDS = Set.of("s", "giây", "秒", "초");
    private static final Set<String> MORNING = Set.of("sa", "am", "sáng", "πμ", "öö");
    private static final Set<String> AFTERNOON = Set.of("ch", "pm", "chiều", "tối", "μμ", "ös");

    /** What announces a time whose parts a full stop parts. */
    private static final Set<String> AT = Set.of(
            "kl", "klo", "kello", "ore", "alle", "um", "pukul", "jam", "ob", "at", "om", "ur", "ora", "saat", "ώρα");

    private static final Set<String> AFTER_DOTTED =
            Set.of("uhr", "wib", "wita", "wit", "am", "pm", "h", "hrs", "uur", "gmt", "utc", "ist", "cet", "cest", "");

    /** The times of the line, in its order. */
    static List<PrintedTime> all(DateTokens line) {
        List<PrintedTime> times = new ArrayList<>();
        for (int i = 0; i < line.size(); ) {
            Optional<PrintedTime> time = at(line, i);
            time.ifPresent(times::add);
            i = time.map(PrintedTime::end).orElse(i + 1);
        }
        return times;
    }

    /** The time that begins there. */
    static Optional<PrintedTime> at(DateTokens line, int i) {
        if (line.is(i, "t") && line.isNumber(i - 1, 8, 8) && line.isNumber(i + 1, 4, 6)) {
            return Optional.of(basic(line, i));
        }
        return line.isNumber(i, 1, 2)
                ? withMinutes(line, i).or(() -> dotted(line, i)).or(() -> hours(line, i))
                : Optional.empty();
    }

    private static Optional<PrintedTime> withMinutes(DateTokens line, int i) {
        boolean there = line.isAny(i + 1, HOURS_BEFORE_MINUTES)
                && line.isNumber(i + 2, 1, 2)
                && (!line.is(i + 1, ":") || line.touches(i + 1) == line.touches(i + 2))
                && (!line.is(i + 1, "g") || (line.touches(i + 1) && line.touches(i + 2)))
                && !(line.is(i + 3, "/") || isDecimal(line, i + 3));
        return there ? Optional.of(minutes(line, i)) : Optional.empty();
    }

    private static PrintedTime minutes(DateTokens line, int i) {
        int end = line.isAny(i + 3, MINUTES) && !meridiemAhead(line, i + 3) ? i + 4 : i + 3;
        int second = 0;
        if ((line.is(i + 3, ":") || end > i + 3) && line.isNumber(line.is(i + 3, ":") ? i + 4 : end, 1, 2)) {
            int at = line.is(i + 3, ":") ? i + 4 : end;
            boolean meant = line.is(i + 3, ":") || line.isAny(at + 1, SECONDS);
            second = meant ? line.value(at) : 0;
            end = meant ? at + 1 : end;
        }
        boolean fraction = isDecimal(line, end) && !line.isNumber(end + 1, 1, 2);
        int whole = fraction ? end + 2 : end;
        return clock(line, i, line.isAny(whole, SECONDS) ? whole + 1 : whole, line.value(i + 2), second);
    }

    /** 15.30, where something says that this is a time or where the line ends with it after a day. */
    private static Optional<PrintedTime> dotted(DateTokens line, int i) {
        boolean parts = line.is(i + 1, ".")
                && line.touches(i + 1)
                && line.touches(i + 2)
                && line.isNumber(i + 2, 2, 2)
                && !(line.touches(i + 3) && isDecimal(line, i + 3))
                && !(line.touches(i) && line.is(i - 1, "."));
        int announced = line.is(i - 1, ".") ? i - 2 : i - 1;
        boolean meant = line.isAny(announced, AT) || line.isAny(i + 3, AFTER_DOTTED) || meridiemAhead(line, i + 3);
        return parts && meant && line.value(i) < 24 && line.value(i + 2) < 60
                ? Optional.of(clock(line, i, i + 3, line.value(i + 2), 0))
                : Optional.empty();
    }

    private static Optional<PrintedTime> hours(DateTokens line, int i) {
        if (meridiemAhead(line, i + 1)) {
            return Optional.of(clock(line, i, i + 1, 0, 0));
        }
        return line.isAny(i + 1, HOURS) && !RelativeDate.isBehind(line, i + 2)
                ? Optional.of(clock(line, i, i + 2, 0, 0))
                : Optional.empty();
    }

    private static PrintedTime basic(DateTokens line, int i) {
        int digits = line.value(i + 1);
        boolean seconds = line.isNumber(i + 1, 6, 6);
        int minutes = seconds ? digits / 100 : digits;
        return new PrintedTime(i, i + 2, time(minutes / 100, minutes % 100, seconds ? digits % 100 : 0));
    }

    /** The half of the day may stand on either side. */
    private static PrintedTime clock(DateTokens line, int start, int end, int minute, int second) {
        Half after = half(line, line.isAny(end, HOURS) ? end + 1 : end);
        Half half = after.half == Half.NONE ? before(line, start) : after;
        int hour = line.value(start);
        if (half.half == Half.PM && hour < 12) {
            hour += 12;
        } else if (half.half == Half.AM && hour == 12) {
            hour = 0;
        }
        return new PrintedTime(start, Math.max(end, after.end), time(hour, minute, second));
    }

    private static Optional<LocalTime> time(int hour, int minute, int second) {
        try {
            return Optional.of(LocalTime.of(hour, minute, second));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    private static boolean isDecimal(DateTokens line, int i) {
        return (line.is(i, ".") || line.is(i, ",")) && line.touches(i) && line.touches(i + 1) && line.isNumber(i + 1);
    }

    /** Whether am or pm stands there, whatever its punctuation. */
    private static boolean meridiemAhead(DateTokens line, int i) {
        return half(line, i).half != Half.NONE && !line.isAny(i, Set.of("sáng", "chiều", "tối", "sa", "ch"));
    }

    private static Half before(DateTokens line, int start) {
        boolean said = line.is(start - 1, "am") || line.is(start - 1, "pm");
        boolean ofAnother = line.isNumber(start - 2);
        return said && !ofAnother ? half(line, start - 1) : new Half(Half.NONE, start);
    }

    private static Half half(DateTokens line, int i) {
        if (line.isAny(i, MORNING) || line.isAny(i, AFTERNOON)) {
            return new Half(line.isAny(i, MORNING) ? Half.AM : Half.PM, i + 1);
        }
        int m = line.is(i + 1, ".") ? i + 2 : i + 1;
        boolean latin = (line.is(i, "a") || line.is(i, "p")) && line.is(m, "m");
        boolean greek = (line.is(i, "π") || line.is(i, "μ")) && line.is(m, "μ");
        if (!latin && !greek) {
            return new Half(Half.NONE, i);
        }
        boolean morning = line.is(i, "a") || line.is(i, "π");
        return new Half(morning ? Half.AM : Half.PM, line.is(m + 1, ".") && line.touches(m + 1) ? m + 2 : m + 1);
    }

    private record Half(int half, int end) {
        private static final int NONE = 0;
        private static final int AM = 1;
        private static final int PM = 2;
    }
}
