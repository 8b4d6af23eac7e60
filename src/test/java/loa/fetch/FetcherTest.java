package loa.fetch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import loa.article.Image;
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
    void saysWhoItIs() {
        server.createContext("/", exchange -> {
            byte[] agent = exchange.getRequestHeaders().getFirst("User-Agent").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, agent.length);
            exchange.getResponseBody().write(agent);
            exchange.close();
        });
        Fetched fetched = assertInstanceOf(Fetched.class, fetcher.fetch(at("/")));
        assertEquals("Loa/1.0 (+https://feeds.example.vn)", new String(fetched.body(), StandardCharsets.UTF_8));
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
    void givesUpOnRedirectsThatGoInCirclesOrNowhere() {
        redirect("/loop", "/loop");
        redirect("/file", "file:///etc/passwd");
        redirect("/data", "data:text/html,x");
        redirect("/user", "http://user:secret@127.0.0.1/");
        for (String path : List.of("/loop", "/file", "/data", "/user")) {
            assertFails(Reason.BAD_REDIRECT, fetcher.fetch(at(path)));
        }
    }

    @Test
    void reachesNoPrivateAddressThatIsNotNamed() {
        answer("/a", 200, new byte[] {1});
        redirect("/to-localhost", "http://localhost:" + server.getAddress().getPort() + "/a");
        redirect("/to-number", "http://2130706433:" + server.getAddress().getPort() + "/a");
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
    void countsWhatIsUnpackedNotWhatIsSent() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
            for (int i = 0; i < 16; i++) {
                gzip.write(new byte[1024 * 1024]);
            }
        }
        assertTrue(bomb.size() < 100_000);
        answer("/bomb", 200, bomb.toByteArray(), "Content-Encoding", "gzip");
        assertFails(Reason.TOO_LARGE, fetcher.fetch(at("/bomb")));
    }

    @Test
    void takesNoBrokenAnswerForADocument() {
        server.createContext("/short", exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write(new byte[10]);
            exchange.getResponseBody().flush();
            exchange.close();
        });
        answer("/no-gzip", 200, "plain".getBytes(StandardCharsets.UTF_8), "Content-Encoding", "gzip");
        assertFails(Reason.BROKEN, fetcher.fetch(at("/short")));
        assertFails(Reason.BROKEN, fetcher.fetch(at("/no-gzip")));
    }

    @Test
    void saysThatNobodyIsThere() {
        server.stop(0);
        assertFails(Reason.NO_CONNECTION, fetcher.fetch(at("/")));
        assertFails(Reason.UNKNOWN_HOST, fetcher.fetch(URI.create("http://khong-co.invalid/")));
    }

    @Test
    void measuresAnImageAndBelievesNothingElseToBeOne() {
        answer("/a.jpg", 200, new byte[321], "Content-Type", "image/jpeg");
        answer("/b.jpg", 200, new byte[321], "Content-Type", "text/html");
        assertEquals(new Image(at("/a.jpg"), "image/jpeg", 321), fetcher.measure(Image.at(at("/a.jpg"))));
        assertEquals(Image.at(at("/b.jpg")), fetcher.measure(Image.at(at("/b.jpg"))));
        assertEquals(Image.at(at("/c.jpg")), fetcher.measure(Image.at(at("/c.jpg"))));
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
