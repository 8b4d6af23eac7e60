package loa.fetch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the pause that a server asks for (RFC 9110, section 10.2.3), within bounds that cost neither side much. */
final class RetryAfter {

    static final Duration SHORTEST = Duration.ofMinutes(1);
    static final Duration LONGEST = Duration.ofHours(24);
    private static final Pattern SECONDS = Pattern.compile("\\d+");
    private static final int MOST_DIGITS = 9;

    private RetryAfter() {}

    /** The pause from now on; empty if the text names none. */
    static Optional<Duration> read(String text, Instant now) {
        return duration(text.strip(), now).map(RetryAfter::bounded);
    }

    private static Optional<Duration> duration(String text, Instant now) {
        if (SECONDS.matcher(text).matches()) {
            return Optional.of(text.length() > MOST_DIGITS ? LONGEST : Duration.ofSeconds(Integer.parseInt(text)));
        }
        try {
            Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(Duration.between(now, until));
        } catch (DateTimeException garbage) {
            return Optional.empty();
        }
    }

    private static Duration bounded(Duration asked) {
        return asked.compareTo(SHORTEST) < 0 ? SHORTEST : asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }
}
