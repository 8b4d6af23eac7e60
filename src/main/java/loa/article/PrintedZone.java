package loa.article;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/** The zones that a time names: offsets, and those abbreviations that mean one zone only. */
final class PrintedZone {

    private static final Map<String, ZoneId> NAMES = Map.ofEntries(
            zone("z", "Z"),
            zone("ut", "Z"),
            zone("est", "-05:00"),
            zone("edt", "-04:00"),
            zone("cdt", "-05:00"),
            zone("mst", "-07:00"),
            zone("mdt", "-06:00"),
            zone("pst", "-08:00"),
            zone("pdt", "-07:00"),
            zone("et", "America/New_York"),
            zone("pt", "America/Los_Angeles"),
            zone("wet", "Z"),
            zone("west", "+01:00"),
            zone("cet", "+01:00"),
            zone("mez", "+01:00"),
            zone("cest", "+02:00"),
            zone("mesz", "+02:00"),
            zone("eet", "+02:00"),
            zone("eest", "+03:00"),
            zone("msk", "+03:00"),
            zone("мск", "+03:00"),
            zone("ict", "+07:00"),
            zone("wib", "+07:00"),
            zone("wita", "+08:00"),
            zone("wit", "+09:00"),
            zone("sgt", "+08:00"),
            zone("hkt", "+08:00"),
            zone("jst", "+09:00"),
            zone("kst", "+09:00"),
            zone("aest", "+10:00"),
            zone("aedt", "+11:00"),
            zone("nzst", "+12:00"),
            zone("nzdt", "+13:00"));

    private static final int EAST = 14;
    private static final int WEST = 12;

    private PrintedZone() {}

    /** The zone of the time that ends at {@code end}; of the source if it names none; empty if there is no such zone. */
    static Optional<ZoneId> after(DateTokens line, int end, boolean yearFirst, ZoneId zone) {
        int i = line.is(end, "(") || line.is(end, ",") ? end + 1 : end;
        if (NAMES.containsKey(line.text(i))) {
            return Optional.ofNullable(NAMES.get(line.text(i)));
        }
        return isOffset(line, end, yearFirst)
                ? offset(line, end)
                : Optional.of(greenwich(line).orElse(zone));
    }

    /** Whether the number there is part of a zone: GMT+7. */
    static boolean isPart(DateTokens line, int i) {
        return (line.is(i - 1, "+") || line.is(i - 1, "-")) && (line.is(i - 2, "gmt") || line.is(i - 2, "utc"));
    }

    /** Whether the number after this sign is an offset, not another day, time or count. */
    private static boolean isOffset(DateTokens line, int i, boolean yearFirst) {
        boolean plus = line.is(i, "+");
        boolean minus = line.is(i, "-") || line.is(i, "−");
        boolean whole = line.isNumber(i + 1, 4, 4) && !line.is(i + 2, ":");
        boolean parted = line.isNumber(i + 1, 2, 2) && line.is(i + 2, ":") && line.isNumber(i + 3, 2, 2);
        boolean hours = line.isNumber(i + 1, 2, 2) && !parted;
        return line.touches(i + 1)
                && ((plus && (whole || parted || hours)) || (minus && (whole || ((parted || hours) && yearFirst))));
    }

    private static Optional<ZoneId> offset(DateTokens line, int i) {
        boolean whole = line.isNumber(i + 1, 4, 4);
        int hours = whole ? line.value(i + 1) / 100 : line.value(i + 1);
        int minutes = whole ? line.value(i + 1) % 100 : line.is(i + 2, ":") ? line.value(i + 3) : 0;
        return offset(line.is(i, "+"), hours, minutes);
    }

    /** What "GMT" or "UTC" in the line says, wherever it stands. */
    private static Optional<ZoneId> greenwich(DateTokens line) {
        for (int i = 0; i < line.size(); i++) {
            if (line.is(i, "gmt") || line.is(i, "utc")) {
                return greenwich(line, i + 1);
            }
        }
        return Optional.empty();
    }

    private static Optional<ZoneId> greenwich(DateTokens line, int i) {
        boolean shifted = (line.is(i, "+") || line.is(i, "-") || line.is(i, "−")) && line.isNumber(i + 1, 1, 4);
        if (!shifted) {
            return Optional.of(ZoneOffset.UTC);
        }
        boolean whole = line.isNumber(i + 1, 3, 4);
        int hours = whole ? line.value(i + 1) / 100 : line.value(i + 1);
        boolean parted = line.is(i + 2, ":") && line.isNumber(i + 3, 2, 2);
        int minutes = whole ? line.value(i + 1) % 100 : parted ? line.value(i + 3) : 0;
        return offset(line.is(i, "+"), hours, minutes);
    }

    private static Optional<ZoneId> offset(boolean east, int hours, int minutes) {
        boolean exists = hours * 60 + minutes <= (east ? EAST : WEST) * 60 && minutes >= 0 && minutes < 60;
        int sign = east ? 1 : -1;
        return exists ? Optional.of(ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes)) : Optional.empty();
    }

    private static Map.Entry<String, ZoneId> zone(String name, String id) {
        return Map.entry(name, ZoneId.of(id));
    }
}
