package loa.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * How sources are asked.
 *
 * @param userAgent names this program and whom to write to
 * @param allowPrivate hosts and address blocks that may be reached though they are private, without a delay
 * @param delay between two requests to one host
 * @param sites addresses that the operator names: no other site is asked at another port than 80 and 443
 * @param withoutRobots those of them whose robots.txt is not asked for
 */
public record FetchSettings(
        String userAgent, List<String> allowPrivate, Duration delay, Set<URI> sites, Set<URI> withoutRobots) {

    public FetchSettings {
        allowPrivate = List.copyOf(allowPrivate);
        sites = Set.copyOf(sites);
        withoutRobots = Set.copyOf(withoutRobots);
    }
}
