package loa.fetch;

import static loa.fetch.TestFetchers.assertFails;
import static loa.fetch.TestFetchers.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import loa.article.Image;
import loa.fetch.FetchResult.FetchFailed;
import loa.fetch.FetchResult.Reason;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where requests do not go: hostile redirects, names and addresses. 127.0.0.1 is public here, 127.0.0.2 is private. */
@Timeout(10)
class BordersTest {

    private static final String NAME = "portal.example.vn";

    private final MockWebServer server = new MockWebServer();
    private final Script script = new Script().on("/a", 200, "xin chào");
    private final TestFetchers fetchers = new TestFetchers();

    @BeforeEach
    void start() throws IOException {
        server.setDispatcher(script);
        server.start(InetAddress.getByName("127.0.0.1"), 0);
        fetchers.site(at("/"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest(name = "a redirect to an internal address is refused: {0}")
    @ValueSource(
            strings = {
                "http://127.0.0.2/",
                "http://127.2/",
                "http://2130706434/",
                "http://[::1]/",
                "http://[::ffff:127.0.0.2]/",
                "http://0.0.0.0/",
                "http://169.254.169.254/latest/meta-data/",
                "https://10.0.0.1/",
                "//192.168.1.1/"
            })
    void redirectInside(String internal) {
        script.on("/r", 302, "", "Location", internal);
        assertFails(Reason.PRIVATE_ADDRESS, fetch("/r"));
    }

    @ParameterizedTest(name = "a redirect to something that is not the web fails: {0}")
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "ftp://127.0.0.1/a",
                "data:text/html,x",
                "gopher://127.0.0.1/_GET",
                "jar:http://127.0.0.1/a!/",
                "javascript:1",
                "http://",
                "http:///a",
                ""
            })
    void redirectOutOfTheWeb(String location) {
        script.on("/r", 302, "", "Location", location);
        assertFails(Reason.BAD_REDIRECT, fetch("/r"));
    }

    @Test
    @DisplayName("a redirect to itself, and one in circles: given up after five")
    void redirectLoop() {
        script.on("/loop", 301, "", "Location", "/loop");
        assertFails(Reason.BAD_REDIRECT, fetch("/loop"));
        assertEquals(6, script.pages().size());
    }

    @Test
    @DisplayName("five redirects are followed, six are not")
    void redirectChain() {
        for (int i = 1; i <= 6; i++) {
            script.on("/" + i, 302, "", "Location", i == 1 ? "/a" : "/" + (i - 1));
        }
        assertEquals("xin chào", text(fetch("/5")));
        assertFails(Reason.BAD_REDIRECT, fetch("/6"));
    }

    @Test
    @DisplayName("no cookie, credential or referrer goes anywhere, to another origin least of all")
    void carriesNothingAlong() throws IOException {
        try (MockWebServer other = new MockWebServer()) {
            Script there = new Script().on("/a", 200, "đến nơi");
            other.setDispatcher(there);
            other.start(InetAddress.getByName("127.0.0.1"), 0);
            URI target = URI.create("http://127.0.0.1:" + other.getPort() + "/a");
            fetchers.site(target);
            String cookie = "session=1; Domain=127.0.0.1; Path=/";
            script.on("/r", 302, "", "Location", "/s", "Set-Cookie", cookie);
            script.on("/s", 302, "", "Location", target.toString(), "Set-Cookie", cookie);
            assertEquals("đến nơi", text(fetch("/r")));
            for (RecordedRequest request :
                    List.of(script.requests().get(2), there.requests().get(1))) {
                assertNull(request.getHeaders().get("Cookie"));
                assertNull(request.getHeaders().get("Authorization"));
                assertNull(request.getHeaders().get("Referer"));
            }
        }
    }

    @Test
    @DisplayName("user and password in an address or a redirect: refused, and never repeated")
    void userInfo() {
        URI address = URI.create("http://admin:matkhau@127.0.0.1:" + server.getPort() + "/a");
        script.on("/r", 302, "", "Location", address.toString());
        for (FetchFailed failed : List.of(
                assertFails(Reason.BAD_ADDRESS, fetch(address)), assertFails(Reason.BAD_REDIRECT, fetch("/r")))) {
            assertFalse(failed.toString().contains("matkhau"), failed.toString());
            assertFalse(failed.phrase().vietnamese().contains("matkhau"), failed.toString());
        }
        assertEquals(List.of("/r"), script.pages());
    }

    @Test
    @DisplayName("a Location of control characters and great length: no line of the log breaks for it")
    void unreadableLocation() {
        script.on("/r", 302, "", "Location", "gopher://" + "x".repeat(5000) + "\tfake");
        FetchFailed failed = assertFails(Reason.BAD_REDIRECT, fetch("/r"));
        assertEquals(true, failed.detail().length() < 300, failed.detail());
    }

    @Test
    @DisplayName("a port other than 80 and 443 that feeds.yml does not name: refused, linked or redirected to")
    void foreignPort() throws IOException {
        try (MockWebServer other = new MockWebServer()) {
            other.start(InetAddress.getByName("127.0.0.1"), 0);
            URI foreign = URI.create("http://127.0.0.1:" + other.getPort() + "/a");
            script.on("/r", 302, "", "Location", foreign.toString());
            assertFails(Reason.FOREIGN_PORT, fetch(foreign));
            assertFails(Reason.FOREIGN_PORT, fetch("/r"));
            assertEquals(0, other.getRequestCount());
        }
    }

    @Test
    @DisplayName("DNS rebinding: the address that was judged is the one that is connected to")
    void rebinding() throws UnknownHostException {
        Deque<String> answers = new ArrayDeque<>(List.of("127.0.0.1", "127.0.0.1", "127.0.0.1"));
        try (FaultServer inside = FaultServer.at("127.0.0.2", server.getPort(), out -> {})) {
            resolving(answers);
            assertEquals("xin chào", text(fetch(named("/a"))));
            answers.clear();
            assertFails(Reason.PRIVATE_ADDRESS, fetch(named("/a")));
            assertEquals(List.of(), inside.requests());
        }
    }

    @Test
    @DisplayName("public and private addresses mixed: the private one is never dialled")
    void mixedAddresses() {
        try (FaultServer inside = FaultServer.at("127.0.0.2", server.getPort(), out -> {})) {
            fetchers.client(new OkHttpClient.Builder()
                    .dns(name -> Arrays.asList(
                            InetAddress.getByName("127.0.0.2"),
                            InetAddress.getByName("127.0.0.1"),
                            InetAddress.getByName("10.0.0.1")))
                    .build());
            fetchers.site(named("/"));
            assertEquals("xin chào", text(fetch(named("/a"))));
            assertEquals(List.of(), inside.requests());
        }
    }

    @Test
    @DisplayName("an image inside, or at a foreign port, is not asked for, and costs nothing else")
    void imageInside() {
        for (String address :
                List.of("http://127.0.0.2/a.jpg", "http://127.0.0.1:1/a.jpg", "http://u:p@127.0.0.1/a.jpg")) {
            try (Fetcher fetcher = fetchers.fetcher()) {
                Image image = Image.at(URI.create(address));
                assertEquals(image, fetcher.measure(image));
            }
        }
    }

    /** Gives the answers one by one, and 127.0.0.2 when there are none left. */
    private void resolving(Deque<String> answers) {
        fetchers.client(new OkHttpClient.Builder()
                .dns(name -> List.of(InetAddress.getByName(answers.isEmpty() ? "127.0.0.2" : answers.remove())))
                .build());
        fetchers.site(named("/"));
    }

    private FetchResult fetch(String path) {
        return fetch(at(path));
    }

    private FetchResult fetch(URI address) {
        try (Fetcher fetcher = fetchers.fetcher()) {
            return fetcher.fetch(address);
        }
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getPort() + path);
    }

    private URI named(String path) {
        return URI.create("http://" + NAME + ":" + server.getPort() + path);
    }
}
