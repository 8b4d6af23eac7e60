package loa.fetch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;

/** The hosts that were asked of late: how each is to be treated is forgotten when nobody asks it for a day. */
final class Hosts {

    private static final int MOST = 10_000;

    private final Cache<String, Host> hosts = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterAccess(RetryAfter.LONGEST)
            .build();

    private final Duration pause;
    private final AddressGuard guard;
    private final Surroundings surroundings;

    Hosts(Duration pause, AddressGuard guard, Surroundings surroundings) {
        this.pause = pause;
        this.guard = guard;
        this.surroundings = surroundings;
    }

    /** The host of this name, the same for everybody who asks for it. */
    Host named(String name) {
        Host known = hosts.getIfPresent(name);
        if (known != null) {
            return known;
        }
        boolean own = isOwn(name); // may take a while: nobody else waits for it
        return hosts.get(name, unknown -> new Host(unknown, own, pause, surroundings));
    }

    /** Whether the operator named this host, or all the addresses that it has, as their own. */
    private boolean isOwn(String name) {
        try {
            List<InetAddress> addresses = surroundings.client().dns().lookup(name);
            return addresses.stream().allMatch(address -> guard.isOwn(name, address));
        } catch (UnknownHostException nobodys) {
            return false;
        }
    }
}
