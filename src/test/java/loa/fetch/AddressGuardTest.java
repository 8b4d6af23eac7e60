package loa.fetch;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {

    /** Every block of the IANA special-purpose registries, and multicast: its first address, its last, its RFC. */
    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource({
        "0.0.0.0, 0.255.255.255, RFC 791 this network",
        "10.0.0.0, 10.255.255.255, RFC 1918 private",
        "100.64.0.0, 100.127.255.255, RFC 6598 carrier-grade NAT",
        "127.0.0.0, 127.255.255.255, RFC 1122 loopback",
        "169.254.0.0, 169.254.255.255, RFC 3927 link-local",
        "172.16.0.0, 172.31.255.255, RFC 1918 private",
        "192.0.0.0, 192.0.0.255, RFC 6890 protocol assignments",
        "192.0.2.0, 192.0.2.255, RFC 5737 documentation",
        "192.31.196.0, 192.31.196.255, RFC 7535 AS112",
        "192.52.193.0, 192.52.193.255, RFC 7450 AMT",
        "192.88.99.0, 192.88.99.255, RFC 7526 6to4 relay",
        "192.168.0.0, 192.168.255.255, RFC 1918 private",
        "192.175.48.0, 192.175.48.255, RFC 7534 AS112",
        "198.18.0.0, 198.19.255.255, RFC 2544 benchmarking",
        "198.51.100.0, 198.51.100.255, RFC 5737 documentation",
        "203.0.113.0, 203.0.113.255, RFC 5737 documentation",
        "224.0.0.0, 239.255.255.255, RFC 1112 multicast",
        "240.0.0.0, 255.255.255.255, RFC 1112 reserved and broadcast",
        "::, ::ffff:ffff, RFC 4291 unspecified and loopback and IPv4-compatible",
        "::ffff:127.0.0.1, ::ffff:10.0.0.1, RFC 4291 IPv4-mapped",
        "::ffff:0:0:0, ::ffff:0:ffff:ffff, RFC 2765 IPv4-translated",
        "64:ff9b::, 64:ff9b::ffff:ffff, RFC 6052 NAT64",
        "64:ff9b:1::, 64:ff9b:1:ffff:ffff:ffff:ffff:ffff, RFC 8215 local NAT64",
        "100::, 100::ffff:ffff:ffff:ffff, RFC 6666 discard",
        "100:0:0:1::, 100:0:0:1:ffff:ffff:ffff:ffff, RFC 9780 dummy prefix",
        "2001::, 2001:0:ffff:ffff:ffff:ffff:ffff:ffff, RFC 4380 Teredo",
        "2001:2::, 2001:2:0:ffff:ffff:ffff:ffff:ffff, RFC 5180 benchmarking",
        "2001:3::, 2001:3:ffff:ffff:ffff:ffff:ffff:ffff, RFC 7450 AMT",
        "2001:4:112::, 2001:4:112:ffff:ffff:ffff:ffff:ffff, RFC 7535 AS112",
        "2001:10::, 2001:1f:ffff:ffff:ffff:ffff:ffff:ffff, RFC 4843 ORCHID",
        "2001:20::, 2001:2f:ffff:ffff:ffff:ffff:ffff:ffff, RFC 7343 ORCHIDv2",
        "2001:30::, 2001:3f:ffff:ffff:ffff:ffff:ffff:ffff, RFC 9374 DRIP",
        "2001:40::, 2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff, RFC 2928 protocol assignments",
        "2001:db8::, 2001:db8:ffff:ffff:ffff:ffff:ffff:ffff, RFC 3849 documentation",
        "2002::, 2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff, RFC 3056 6to4",
        "2620:4f:8000::, 2620:4f:8000:ffff:ffff:ffff:ffff:ffff, RFC 7534 AS112",
        "3fff::, 3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff, RFC 9637 documentation",
        "5f00::, 5f00:ffff:ffff:ffff:ffff:ffff:ffff:ffff, RFC 9602 segment routing",
        "fc00::, fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, RFC 4193 unique local",
        "fe80::, febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff, RFC 4291 link-local",
        "fec0::, feff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, RFC 3879 site-local",
        "ff00::, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, RFC 4291 multicast"
    })
    void refusesWhatIsNobodysPortal(String first, String last, String block) throws UnknownHostException {
        AddressGuard guard = new AddressGuard(List.of());
        assertFalse(guard.permits("portal.example.vn", InetAddress.getByName(first)), block);
        assertFalse(guard.permits("portal.example.vn", InetAddress.getByName(last)), block);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "192.169.0.0",
                "192.31.195.255",
                "192.31.197.0",
                "192.175.47.255",
                "192.175.49.0",
                "203.162.4.191",
                "223.255.255.255",
                "2001:ee0::1",
                "2001:200::",
                "2400:6180::1",
                "2620:4f:7fff::1",
                "2620:4f:8001::",
                "2606:4700::1111",
                "::ffff:8.8.8.8"
            })
    void permitsWhatIsPublic(String address) throws UnknownHostException {
        assertTrue(new AddressGuard(List.of()).permits("portal.example.vn", InetAddress.getByName(address)));
    }

    @Test
    void permitsTheHostsAndBlocksThatTheOperatorNames() throws UnknownHostException {
        AddressGuard guard = new AddressGuard(List.of("Portal.local", "10.1.0.0/16", "fd00::/8", "192.168.1.5"));
        assertTrue(guard.permits("portal.LOCAL", InetAddress.getByName("127.0.0.1")));
        assertTrue(guard.permits("x", InetAddress.getByName("10.1.255.1")));
        assertTrue(guard.permits("x", InetAddress.getByName("fd12::1")));
        assertTrue(guard.permits("x", InetAddress.getByName("192.168.1.5")));
        assertFalse(guard.permits("x", InetAddress.getByName("10.2.0.1")));
        assertFalse(guard.permits("x", InetAddress.getByName("192.168.1.6")));
        assertFalse(guard.permits("portal.local.evil.example", InetAddress.getByName("127.0.0.1")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "portal.local", "", "/8", "1.2.3.4/8/9", "::/129"})
    void takesNothingElseForABlock(String text) {
        assertTrue(AddressBlock.parse(text).isEmpty());
    }
}
