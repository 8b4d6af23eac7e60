package loa.fetch;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.255.255.255",
                "10.0.0.0",
                "10.255.255.255",
                "100.64.0.0",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.255",
                "169.254.169.254",
                "172.16.0.0",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.0.0",
                "192.168.255.255",
                "198.18.0.0",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.255",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::1",
                "3fff::1",
                "5f00::1",
                "fc00::1",
                "fdff::1",
                "fe80::1",
                "febf::1",
                "fec0::1",
                "ff02::1"
            })
    void refusesWhatIsNobodysPortal(String address) throws UnknownHostException {
        assertFalse(new AddressGuard(List.of()).permits("portal.example.vn", InetAddress.getByName(address)));
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
                "203.162.4.191",
                "223.255.255.255",
                "2001:ee0::1",
                "2400:6180::1",
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
