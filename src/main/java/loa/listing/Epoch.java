package loa.listing;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** Instants as programs count them: seconds or milliseconds since 1970, of this century. */
final class Epoch {

    private static final Pattern SECONDS = Pattern.compile("\\d{9,10}");
    private static final Pattern MILLISECONDS = Pattern.compile("\\d{12,13}");
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private Epoch() {}

    /** The instant that the digits count; empty if they are anything else. */
    static Optional<Instant> read(String digits) {
        Optional<Instant> instant = SECONDS.matcher(digits).matches()
                ? Optional.of(Instant.ofEpochSecond(Long.parseLong(digits)))
                : MILLISECONDS.matcher(digits).matches()
                        ? Optional.of(Instant.ofEpochMilli(Long.parseLong(digits)))
                        : Optional.empty();
        return instant.filter(at -> at.isAfter(EARLIEST) && at.isBefore(LATEST));
    }
}
