package loa.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
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

    public static final Duration DEFAULT_DELAY = Duration.ofMillis(250);

    /** Where the operator has said nothing. */
    public static final FetchSettings DEFAULT =
            new FetchSettings("Loa/1.0", List.of(), DEFAULT_DELAY, Set.of(), Set.of());

    public FetchSettings {
        allowPrivate = List.copyOf(allowPrivate);
        sites = Set.copyOf(sites);
        withoutRobots = Set.copyOf(withoutRobots);
    }

    /** The same for an address that the operator names on the command line, be it their own machine's. */
    public FetchSettings alsoFor(URI address) {
        List<String> hosts = new ArrayList<>(allowPrivate);
        hosts.add(address.getHost());
        Set<URI> also = new HashSet<>(sites);
        also.add(address);
        return new FetchSettings(userAgent, hosts, delay, also, withoutRobots);
    }
}
