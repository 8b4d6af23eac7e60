package loa.article;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalField;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A date as an operator describes it, in the letters of {@link DateTimeFormatter}: {@code HH:mm dd/MM/yyyy}. */
public final class DatePattern {

    private static final List<Locale> LANGUAGES = List.of(Locale.forLanguageTag("vi"), Locale.ENGLISH);

    private static final List<TemporalField> TIMES =
            List.of(ChronoField.HOUR_OF_AMPM, ChronoField.MINUTE_OF_HOUR, ChronoField.SECOND_OF_MINUTE);

    private static final List<TemporalField> DAYS_TWICE = List.of(ChronoField.DAY_OF_YEAR, ChronoField.MONTH_OF_YEAR);

    private final String pattern;
    private final List<DateTimeFormatter> formatters;

    private DatePattern(String pattern, List<DateTimeFormatter> formatters) {
        this.pattern = pattern;
        this.formatters = formatters;
    }

    /**
     * Compiles the pattern.
     *
     * @throws IllegalArgumentException if it is no pattern, names no day, month and year, or a time without its hour
     */
    public static DatePattern of(String pattern) {
        String line = Text.line(pattern);
        DatePattern compiled = new DatePattern(
                pattern,
                LANGUAGES.stream().map(language -> formatter(line, language)).toList());
        TemporalAccessor sample = compiled.sample();
        if (sample.query(TemporalQueries.localDate()) == null) {
            throw new IllegalArgumentException("no day, month and year in it");
        }
        if (sample.query(TemporalQueries.localTime()) == null && TIMES.stream().anyMatch(sample::isSupported)) {
            throw new IllegalArgumentException("no hour of the day in it: H, or h with a");
        }
        return compiled;
    }

    /** The first place in the text that reads as this pattern; without a zone in it, in {@code zone}. */
    public Optional<Instant> read(String text, ZoneId zone) {
        String line = Text.line(text);
        return starts(line)
                .flatMap(start -> formatters.stream().map(formatter -> parse(formatter, line, start)))
                .filter(Objects::nonNull)
                .map(parsed -> instant(parsed, zone))
                .flatMap(Optional::stream)
                .findFirst();
    }

    @Override
    public String toString() {
        return pattern;
    }

    private static DateTimeFormatter formatter(String pattern, Locale language) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(properYears(pattern))
                .toFormatter(language)
                .withChronology(IsoChronology.INSTANCE)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** A strict {@code y} wants an era, which nobody writes; {@code u} is the year that is meant. */
    private static String properYears(String pattern) {
        StringBuilder proper = new StringBuilder(pattern);
        boolean quoted = false;
        for (int i = 0; i < proper.length(); i++) {
            if (proper.charAt(i) == '\'') {
                quoted = !quoted;
            } else if (proper.charAt(i) == 'y' && !quoted) {
                proper.setCharAt(i, 'u');
            }
        }
        return proper.toString();
    }

    /** What the pattern says of a moment that it has printed. */
    private TemporalAccessor sample() {
        DateTimeFormatter formatter = formatters.get(0);
        try {
            String printed = formatter.format(ZonedDateTime.of(2001, 2, 3, 16, 5, 6, 0, ZoneOffset.UTC));
            TemporalAccessor fields = formatter.parseUnresolved(printed, new ParsePosition(0));
            if (fields != null && DAYS_TWICE.stream().allMatch(fields::isSupported)) {
                throw new IllegalArgumentException("D is the day of the year; the day of the month is d");
            }
            return formatter.parse(printed);
        } catch (DateTimeException unreadable) {
            throw new IllegalArgumentException("it cannot read what it prints", unreadable);
        }
    }

    /** Where something begins: never in the middle of a number or a word. */
    private static Stream<Integer> starts(String line) {
        return Stream.iterate(0, i -> i < line.length(), i -> i + 1)
                .filter(i -> i == 0 || kind(line.charAt(i)) == 0 || kind(line.charAt(i)) != kind(line.charAt(i - 1)));
    }

    private static int kind(char c) {
        return Character.isDigit(c) ? 1 : Character.isLetter(c) ? 2 : 0;
    }

    private static @Nullable TemporalAccessor parse(DateTimeFormatter formatter, String line, int start) {
        ParsePosition position = new ParsePosition(start);
        if (formatter.parseUnresolved(line, position) == null || cutsANumber(line, position.getIndex())) {
            return null;
        }
        try {
            return formatter.parse(line, new ParsePosition(start));
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static boolean cutsANumber(String line, int end) {
        return end < line.length() && Character.isDigit(line.charAt(end)) && Character.isDigit(line.charAt(end - 1));
    }

    private static Optional<Instant> instant(TemporalAccessor parsed, ZoneId zone) {
        LocalDate day = parsed.query(TemporalQueries.localDate());
        LocalTime time = parsed.query(TemporalQueries.localTime());
        ZoneId named = parsed.query(TemporalQueries.zone());
        if (day == null) {
            return Optional.empty();
        }
        if (parsed.isSupported(ChronoField.INSTANT_SECONDS)) {
            return DateReader.plausible(Instant.from(parsed));
        }
        return DateReader.plausible(day.atTime(time == null ? LocalTime.MIDNIGHT : time)
                .atZone(named == null ? zone : named)
                .toInstant());
    }
}
