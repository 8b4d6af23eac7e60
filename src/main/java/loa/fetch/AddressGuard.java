package loa.fetch;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Decides which addresses may be connected to: public ones, and the private ones that the operator names. */
final class AddressGuard {

    /** The special-purpose blocks of the IANA registries: nobody's portal is there. */
    private static final String SPECIAL = """
            0.0.0.0/8           RFC 791    this network
            10.0.0.0/8          RFC 1918   private
            100.64.0.0/10       RFC 6598   carrier-grade NAT
            127.0.0.0/8         RFC 1122   loopback
            169.254.0.0/16      RFC 3927   link-local
            172.16.0.0/12       RFC 1918   private
            192.0.0.0/24        RFC 6890   protocol assignments
            192.0.2.0/24        RFC 5737   documentation
            192.31.196.0/24     RFC 7535   AS112
            192.52.193.0/24     RFC 7450   automatic multicast tunnelling
            192.88.99.0/24      RFC 7526   6to4 relay
            192.168.0.0/16      RFC 1918   private
            192.175.48.0/24     RFC 7534   AS112
            198.18.0.0/15       RFC 2544   benchmarking
            198.51.100.0/24     RFC 5737   documentation
            203.0.113.0/24      RFC 5737   documentation
            224.0.0.0/4         RFC 1112   multicast
            240.0.0.0/4         RFC 1112   reserved, and broadcast
            ::/96               RFC 4291   unspecified, loopback, IPv4-compatible
            ::ffff:0:0:0/96     RFC 2765   IPv4-translated
            64:ff9b::/96        RFC 6052   NAT64
            64:ff9b:1::/48      RFC 8215   local NAT64
            100::/64            RFC 6666   discard
            100:0:0:1::/64      RFC 9780   dummy prefix
            2001::/23           RFC 2928   protocol assignments, Teredo
            2001:db8::/32       RFC 3849   documentation
            2002::/16           RFC 3056   6to4
            2620:4f:8000::/48   RFC 7534   AS112
            3fff::/20           RFC 9637   documentation
            5f00::/16           RFC 9602   segment routing
            fc00::/7            RFC 4193   unique local
            fe80::/10           RFC 4291   link-local
            fec0::/10           RFC 3879   site-local
            ff00::/8            RFC 4291   multicast
            """;

    private static final List<AddressBlock> SPECIAL_BLOCKS = SPECIAL.lines()
            .map(line -> AddressBlock.parse(line.split("\\s+")[0]).orElseThrow())
            .toList();

    private final Set<String> allowedHosts = new TreeSet<>();
    private final List<AddressBlock> allowedBlocks = new ArrayList<>();

    AddressGuard(List<String> allowPrivate) {
        for (String entry : allowPrivate) {
            AddressBlock.parse(entry)
                    .ifPresentOrElse(allowedBlocks::add, () -> allowedHosts.add(entry.toLowerCase(Locale.ROOT)));
        }
    }

    /** Whether a connection to this address, which {@code host} resolved to, may be made. */
    boolean permits(String host, InetAddress address) {
        return SPECIAL_BLOCKS.stream().noneMatch(block -> block.contains(address)) || isOwn(host, address);
    }

    /** Whether the operator named this host or address as their own. */
    boolean isOwn(String host, InetAddress address) {
        return allowedHosts.contains(host.toLowerCase(Locale.ROOT))
                || allowedBlocks.stream().anyMatch(block -> block.contains(address));
    }
}
