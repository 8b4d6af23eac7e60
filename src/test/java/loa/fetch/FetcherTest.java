package loa.fetch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import loa.fetch.FetchResult.FetchFailed;
import loa.fetch.FetchResult.Fetched;
import loa.fetch.FetchResult.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FetcherTest {

    private HttpServer server;
    private Fetcher fetcher;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.start();
        fetcher = fetcher("127.0.0.1", at("/"));
    }

    @AfterEach
    void stop() {
        fetcher.close();
        server.stop(0);
    }

    @Test
    void givesADocumentWithTypeAndCharset() {
        answer("/a", 200, "xin chào".getBytes(StandardCharsets.UTF_8), "Content-Type", "text/html; charset=UTF-8");
        Fetched fetched = assertInstanceOf(Fetched.class, fetcher.fetch(at("/a")));
        assertArrayEquals("xin chào".getBytes(StandardCharsets.UTF_8), fetched.body());
        assertEquals("text/html", fetched.mediaType());
        assertEquals("UTF-8", fetched.charset());
        assertEquals(at("/a"), fetched.address());
    }

    @Test
    void postsAFormAndAsksForWhatItRedirectsTo() {
        server.createContext("/", exchange -> {
            byte[] asked = (exchange.getRequestMethod() + " "
                            + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, asked.length);
            exchange.getResponseBody().write(asked);
            exchange.close();
        });
        redirect("/moved", "/");
        Map<String, String> form = Map.of("__EVENTTARGET", "ctl00$trang 2");
        assertEquals("POST __EVENTTARGET=ctl00%24trang+2", text(fetcher.post(at("/"), form)));
        assertEquals("GET ", text(fetcher.post(at("/moved"), form)));
    }

    @Test
    void followsRedirectsToWhereTheDocumentIs() {
        redirect("/a", "b?x=1");
        redirect("/b", at("/c").toString());
        answer("/c", 200, new byte[] {1});
        assertEquals(
                at("/c"),
                assertInstanceOf(Fetched.class, fetcher.fetch(at("/a"))).address());
    }

    @Test
    void reachesNoPrivateAddressThatIsNotNamed() {
        answer("/a", 200, new byte[] {1});
        for (String host : List.of("127.0.0.1", "localhost", "2130706433", "0.0.0.0", "[::ffff:7f00:1]", "[::1]")) {
            URI address =
                    URI.create("http://" + host + ":" + server.getAddress().getPort() + "/a");
            try (Fetcher guarded = fetcher("10.0.0.0/8", address)) {
                assertFails(Reason.PRIVATE_ADDRESS, guarded.fetch(address));
            }
        }
        try (Fetcher named = fetcher("127.0.0.2", at("/a"))) {
            assertFails(Reason.PRIVATE_ADDRESS, named.fetch(at("/a")));
        }
    }

    @Test
    void saysWhichErrorTheServerAnsweredWith() {
        answer("/gone", 410, new byte[0]);
        assertEquals(new FetchFailed(Reason.GONE, "410"), fetcher.fetch(at("/gone")));
    }

    @Test
    void saysThatNobodyIsThere() {
        server.stop(0);
        assertFails(Reason.NO_CONNECTION, fetcher.fetch(at("/")));
        assertFails(Reason.UNKNOWN_HOST, fetcher.fetch(URI.create("http://khong-co.invalid/")));
    }

    private static String text(FetchResult result) {
        return new String(assertInstanceOf(Fetched.class, result).body(), StandardCharsets.UTF_8);
    }

    private static void assertFails(Reason reason, FetchResult result) {
        assertEquals(reason, assertInstanceOf(FetchFailed.class, result).reason(), result.toString());
    }

    private static Fetcher fetcher(String allowed, URI... sites) {
        return new Fetcher(new FetchSettings(
                "Loa/1.0 (+https://feeds.example.vn)", List.of(allowed), Duration.ZERO, Set.of(sites), Set.of()));
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private void redirect(String path, String location) {
        answer(path, 302, new byte[0], "Location", location);
    }

    private void answer(String path, int status, byte[] body, String... header) {
        server.createContext(path, exchange -> {
            if (header.length > 0) {
                exchange.getResponseHeaders().set(header[0], header[1]);
            }
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }
}
