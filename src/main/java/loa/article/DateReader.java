package loa.article;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the date that a line of a page shows, in the shapes that Vietnamese portals print: the day first, the time before
 * or after it, weekdays ignored. An impossible or implausible date is none: better none than a wrong one.
 */
public final class DateReader {

    /** Portals have no news from before the web. */
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private static final List<String> MONTHS = List.of(
            "một|giêng",
            "hai",
            "ba",
            "tư|bốn",
            "năm",
            "sáu",
            "bảy|bẩy",
            "tám",
            "chín",
            "mười",
            "mười một",
            "mười hai|chạp");

    private static final Pattern ISO = compile(
            "(\\d{4}-\\d\\d-\\d\\d)[t ](\\d\\d:\\d\\d(?::\\d\\d)?)(?:[.,]\\d+)?\\s?(z|[+-]\\d\\d(?::?\\d\\d)?)(?![\\d/])");

    private static final Pattern WEEKDAY =
            compile("(?<!\\p{L})(?:thứ\\s(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\\s?nhật)(?![\\p{L}\\d])");

    private static final String YEAR = "((?:19|2[01])\\d\\d)(?!\\d)";
    private static final String MONTH = "tháng\\s+(mười một|mười hai|\\p{L}+|\\d{1,2})";

    /** The shapes of a day; the one that stands first in the line counts. */
    private static final List<Shape> DAYS = List.of(
            new Shape(
                    "(?<!\\d)" + YEAR + "-(\\d{1,2})-(\\d{1,2})(?!\\d)",
                    found -> day(found.group(1), found.group(2), found.group(3))),
            new Shape( // no part of a longer number; a dash before it may part it from the time
                    "(?<=^|[^\\d/.-]|\\s-|[:h]\\d\\d-)(\\d{1,2})\\s?([/.-])\\s?(\\d{1,2})\\s?\\2\\s?" + YEAR
                            + "(?!/\\p{L})",
                    found -> dayFirst(found.group(4), found.group(3), found.group(1))),
            new Shape(
                    "(?<!\\d)(\\d{1,2})[\\s,/]*" + MONTH + "[\\s,/]*(?:năm\\s+)?" + YEAR,
                    found -> day(found.group(3), month(found.group(2)), found.group(1))),
            new Shape(
                    MONTH + "\\s+(\\d{1,2})\\s?,\\s?" + YEAR,
                    found -> day(found.group(3), month(found.group(1)), found.group(2))));

    private static final String TIME =
            "(?<!\\d)(\\d{1,2})\\s?(?::|h|giờ)\\s?(\\d{1,2})(?::(\\d{1,2}))?(?!\\d)(?:\\s?(?:phút|'))?"
                    + "(?:\\s?(sa|ch|am|pm|sáng|chiều|tối)(?!\\p{L}))?";

    /** What may stand between a day and its time: punctuation, "lúc", "ngày": never another number. */
    private static final String BETWEEN = "[^\\d:]{0,24}?";

    private static final Pattern TIME_BEFORE = compile(TIME + BETWEEN + "$");
    private static final Pattern TIME_AFTER = compile("^" + BETWEEN + TIME);
    private static final Pattern ZONE = compile(
            "(?<!\\p{L})(?:(?:gmt|utc)(?!\\p{L})|(?=\\+\\d\\d:\\d\\d))(?:\\s?([+-])\\s?(\\d{1,2})(?::?(\\d\\d))?)?");

    private DateReader() {}

    /** The instant that the line shows; without a zone of its own it is in {@code zone}, without a time at midnight. */
    public static Optional<Instant> read(String text, ZoneId zone) {
        String line = WEEKDAY.matcher(Text.line(text).toLowerCase(Locale.ROOT)).replaceAll("");
        return DAYS.stream()
                .flatMap(shape -> shape.find(line).stream())
                .min(Comparator.comparingInt(Found::start))
                .flatMap(found -> instant(line, found, zone))
                .flatMap(DateReader::plausible);
    }

    private static Optional<Instant> instant(String line, Found found, ZoneId zone) {
        Matcher iso = ISO.matcher(line).region(found.start(), line.length());
        if (iso.lookingAt()) {
            return iso(iso);
        }
        return found.day()
                .flatMap(day -> time(line, found).map(day::atTime))
                .map(local -> local.atZone(zoneOf(line).orElse(zone)).toInstant());
    }

    /** The instant, unless no portal can mean it. */
    static Optional<Instant> plausible(Instant instant) {
        return instant.isBefore(EARLIEST) || instant.isAfter(LATEST) ? Optional.empty() : Optional.of(instant);
    }

    /** The time beside the day; midnight if there is none; empty if there is one that no clock shows. */
    private static Optional<LocalTime> time(String line, Found found) {
        Matcher before = TIME_BEFORE.matcher(line.substring(0, found.start()));
        if (before.find()) {
            return clock(before);
        }
        Matcher after = TIME_AFTER.matcher(line.substring(found.end()));
        return after.find() ? clock(after) : Optional.of(LocalTime.MIDNIGHT);
    }

    private static Optional<LocalTime> clock(Matcher found) {
        int hour = Integer.parseInt(found.group(1));
        int minute = Integer.parseInt(found.group(2));
        int second = found.group(3) == null ? 0 : Integer.parseInt(found.group(3));
        String half = found.group(4) == null ? "" : found.group(4);
        boolean afternoon = List.of("ch", "pm", "chiều", "tối").contains(half);
        boolean morning = List.of("sa", "am", "sáng").contains(half);
        if (afternoon && hour < 12) {
            hour += 12;
        } else if (morning && hour == 12) {
            hour = 0;
        }
        return valid(hour, minute, second);
    }

    private static Optional<LocalTime> valid(int hour, int minute, int second) {
        try {
            return Optional.of(LocalTime.of(hour, minute, second));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> iso(Matcher found) {
        try {
            ZoneOffset offset = ZoneOffset.of(found.group(3).toUpperCase(Locale.ROOT));
            return Optional.of(
                    LocalDateTime.parse(found.group(1) + "T" + found.group(2)).toInstant(offset));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    private static Optional<ZoneId> zoneOf(String line) {
        Matcher found = ZONE.matcher(line);
        if (!found.find()) {
            return Optional.empty();
        }
        int hours = found.group(1) == null ? 0 : Integer.parseInt(found.group(1) + found.group(2));
        int minutes = found.group(3) == null ? 0 : Integer.parseInt(found.group(1) + found.group(3));
        boolean exists = Math.abs(hours) <= 14 && Math.abs(minutes) < 60;
        return exists ? Optional.of(ZoneOffset.ofHoursMinutes(hours, minutes)) : Optional.empty();
    }

    /** Day before month, unless only the reverse is a date. */
    private static Optional<LocalDate> dayFirst(String year, String month, String day) {
        return day(year, month, day).or(() -> day(year, day, month));
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private static String month(String name) {
        for (int month = MONTHS.size(); month > 0; month--) {
            if (List.of(MONTHS.get(month - 1).split("\\|")).contains(name)) {
                return Integer.toString(month);
            }
        }
        return Character.isDigit(name.charAt(0)) ? name : "0";
    }

    private static Pattern compile(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** One way to print a day. */
    private record Shape(Pattern pattern, Function<MatchResult, Optional<LocalDate>> reader) {
        Shape(String regex, Function<MatchResult, Optional<LocalDate>> reader) {
            this(compile(regex), reader);
        }

        Optional<Found> find(String line) {
            Matcher matcher = pattern.matcher(line);
            return matcher.find()
                    ? Optional.of(new Found(matcher.start(), matcher.end(), reader.apply(matcher)))
                    : Optional.empty();
        }
    }

    /** Where in the line a shape matched, and the day it means, if there is such a day. */
    private record Found(int start, int end, Optional<LocalDate> day) {}
}
