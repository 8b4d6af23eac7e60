package loa.fetch;

import java.time.Duration;
import java.util.List;

/**
 * How sources are asked.
 *
 * @param userAgent names this program and whom to write to
 * @param allowPrivate hosts and address blocks that may be reached though they are private, without a delay
 * @param delay between two requests to one host
 */
public record FetchSettings(String userAgent, List<String> allowPrivate, Duration delay) {

    public FetchSettings {
        allowPrivate = List.copyOf(allowPrivate);
    }
}
