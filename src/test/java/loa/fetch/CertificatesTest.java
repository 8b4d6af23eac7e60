package loa.fetch;

import static loa.fetch.TestFetchers.assertFails;
import static loa.fetch.TestFetchers.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import loa.fetch.FetchResult.FetchFailed;
import loa.fetch.FetchResult.Reason;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Servers with certificates that hold, and with others. */
@Timeout(20)
class CertificatesTest {

    private static final HeldCertificate AUTHORITY =
            new HeldCertificate.Builder().certificateAuthority(0).build();
    private static final HandshakeCertificates TRUST = new HandshakeCertificates.Builder()
            .addTrustedCertificate(AUTHORITY.certificate())
            .build();

    private final TestFetchers fetchers = new TestFetchers();
    private final Script script = new Script().on("/a", 200, "xin chào");

    @Test
    @DisplayName("a certificate that holds: the document comes")
    void valid() throws IOException {
        assertEquals("xin chào", text(fetch(certificate("127.0.0.1").build(), "/a")));
    }

    @Test
    @DisplayName("an expired certificate: fails with the reason")
    void expired() throws IOException {
        long now = System.currentTimeMillis();
        HeldCertificate expired = certificate("127.0.0.1")
                .validityInterval(now - TimeUnit.DAYS.toMillis(30), now - TimeUnit.DAYS.toMillis(1))
                .build();
        assertInsecure(expired);
    }

    @Test
    @DisplayName("a self-signed certificate: fails with the reason")
    void selfSigned() throws IOException {
        HeldCertificate own = new HeldCertificate.Builder()
                .addSubjectAlternativeName("127.0.0.1")
                .build();
        assertInsecure(fetch(serving(own), "/a"));
    }

    @Test
    @DisplayName("another host's certificate: fails with the reason")
    void wrongHost() throws IOException {
        assertInsecure(certificate("other.example.vn").build());
    }

    @Test
    @DisplayName("no TLS where https is asked for: fails, and nothing is asked for without it")
    void noTls() {
        try (FaultServer plain = FaultServer.answering("HTTP/1.1 200 OK", new byte[] {1})) {
            URI address = URI.create("https://127.0.0.1:" + plain.port() + "/");
            try (Fetcher fetcher = fetchers.site(address).fetcher()) {
                assertFails(Reason.INSECURE, fetcher.fetch(address));
            }
        }
    }

    @Test
    @DisplayName("a redirect from https to http: refused")
    void downgrade() throws IOException {
        script.on("/r", 301, "", "Location", "http://127.0.0.1/a");
        FetchFailed failed =
                assertFails(Reason.BAD_REDIRECT, fetch(certificate("127.0.0.1").build(), "/r"));
        assertTrue(failed.detail().endsWith("http://127.0.0.1/a"), failed.detail());
    }

    private void assertInsecure(HeldCertificate certificate) throws IOException {
        assertInsecure(fetch(certificate, "/a"));
    }

    private void assertInsecure(FetchResult result) {
        FetchFailed failed = assertFails(Reason.INSECURE, result);
        assertTrue(failed.detail().length() > 10, "says what is wrong with it: " + failed.detail());
        assertEquals(List.of(), script.paths());
    }

    private FetchResult fetch(HeldCertificate certificate, String path) throws IOException {
        return fetch(serving(certificate, AUTHORITY.certificate()), path);
    }

    private FetchResult fetch(HandshakeCertificates served, String path) throws IOException {
        try (MockWebServer server = new MockWebServer()) {
            server.setDispatcher(script);
            server.useHttps(served.sslSocketFactory());
            server.start(InetAddress.getByName("127.0.0.1"), 0);
            URI address = URI.create("https://127.0.0.1:" + server.getPort() + path);
            OkHttpClient trusting = new OkHttpClient.Builder()
                    .sslSocketFactory(TRUST.sslSocketFactory(), TRUST.trustManager())
                    .build();
            try (Fetcher fetcher = fetchers.client(trusting).site(address).fetcher()) {
                return fetcher.fetch(address);
            }
        }
    }

    private static HandshakeCertificates serving(HeldCertificate certificate, X509Certificate... chain) {
        return new HandshakeCertificates.Builder()
                .heldCertificate(certificate, chain)
                .build();
    }

    private static HeldCertificate.Builder certificate(String host) {
        return new HeldCertificate.Builder().addSubjectAlternativeName(host).signedBy(AUTHORITY);
    }
}
