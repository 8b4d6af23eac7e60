package loa.fetch;

import static loa.fetch.TestFetchers.assertFails;
import static loa.fetch.TestFetchers.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import loa.article.Image;
import loa.fetch.FetchResult.FetchFailed;
import loa.fetch.FetchResult.Reason;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What robots.txt says, or does not, is heeded. */
@Timeout(10)
class RobotsTest {

    private static final String FILE = "/robots.txt";
    private static final String NOTHING_FOR_US = "User-agent: *\nDisallow: /\n";

    private final MockWebServer server = new MockWebServer();
    private final Script script = new Script().on("/a", 200, "xin chào").on("/b/c", 200, "tạm biệt");
    private final TestFetchers fetchers = new TestFetchers();

    private Fetcher fetcher;

    @BeforeEach
    void start() throws IOException {
        server.setDispatcher(script);
        server.start(InetAddress.getByName("127.0.0.1"), 0);
        fetcher = fetchers.site(at("/")).fetcher();
    }

    @AfterEach
    void stop() {
        fetcher.close();
        server.close();
    }

    @Test
    @DisplayName("what is forbidden is not asked for, images and redirects included")
    void forbidden() {
        script.on(FILE, 200, "User-agent: other\nDisallow: /a\n\nUser-agent: Loa\nDisallow: /b/\n");
        script.on("/r", 302, "", "Location", "/b/c");
        FetchFailed failed = assertFails(Reason.ROBOTS, fetcher.fetch(at("/b/c")));
        assertTrue(failed.phrase().english().contains("`robots: ignore`"), failed.toString());
        assertFails(Reason.ROBOTS, fetcher.fetch(at("/r")));
        assertEquals(Image.at(at("/b/d.jpg")), fetcher.measure(Image.at(at("/b/d.jpg"))));
        assertEquals("xin chào", text(fetcher.fetch(at("/a"))));
        assertEquals(List.of(FILE, "/r", "/a"), script.paths());
    }

    @Test
    @DisplayName("`robots: ignore`: robots.txt is not even asked for")
    void ignored() {
        script.on(FILE, 200, NOTHING_FOR_US);
        try (Fetcher own = fetchers.withoutRobots(at("/")).fetcher()) {
            assertEquals("xin chào", text(own.fetch(at("/a"))));
        }
        assertEquals(List.of("/a"), script.paths());
    }

    @Test
    @DisplayName("asked for once a day; while it cannot be had again, the old one holds")
    void age() {
        fetcher.fetch(at("/a"));
        script.on(FILE, 200, NOTHING_FOR_US);
        fetchers.advance(Duration.ofHours(23));
        assertEquals("xin chào", text(fetcher.fetch(at("/a"))));
        fetchers.advance(Duration.ofHours(2));
        assertFails(Reason.ROBOTS, fetcher.fetch(at("/a")));
        script.on(FILE, 500, "");
        fetchers.advance(Duration.ofHours(25));
        assertFails(Reason.ROBOTS, fetcher.fetch(at("/a")));
        script.on(FILE, 404, "");
        fetchers.advance(Duration.ofMinutes(11));
        assertEquals("xin chào", text(fetcher.fetch(at("/a"))));
        assertEquals(4, script.paths().stream().filter(FILE::equals).count());
    }

    @ParameterizedTest(name = "robots.txt answers {0}: everything is allowed")
    @ValueSource(ints = {400, 401, 403, 404, 410})
    void unavailable(int status) {
        script.on(FILE, status, "");
        assertEquals("xin chào", text(fetcher.fetch(at("/a"))));
    }

    @ParameterizedTest(name = "robots.txt answers {0}: nothing is asked for, for now")
    @ValueSource(ints = {500, 503, 429})
    void unreachable(int status) {
        script.on(FILE, status, "");
        FetchResult result = fetcher.fetch(at("/a"));
        assertFails(Reason.ROBOTS_UNREADABLE, result);
        script.on(FILE, 404, "");
        fetchers.advance(Duration.ofMinutes(9));
        assertFails(Reason.ROBOTS_UNREADABLE, fetcher.fetch(at("/a")));
        fetchers.advance(Duration.ofMinutes(2));
        assertEquals("xin chào", text(fetcher.fetch(at("/a"))));
    }

    @Test
    @DisplayName("a robots.txt without end: its first 500 KiB hold")
    void endless() {
        String padding = "# đệm\n".repeat(100);
        StringBuilder large = new StringBuilder("User-agent: *\nDisallow: /b/\n");
        while (large.length() < 10 * 1024 * 1024) {
            large.append(padding);
        }
        script.on(FILE, 200, large.append("Disallow: /a\n").toString());
        assertFails(Reason.ROBOTS, fetcher.fetch(at("/b/c")));
        assertEquals("xin chào", text(fetcher.fetch(at("/a"))));
    }

    @Test
    @DisplayName("a robots.txt of bytes, of HTML, or empty: nothing is forbidden")
    void senseless() throws IOException {
        byte[] bytes = new byte[10_000];
        new Random(1).nextBytes(bytes);
        MockResponse garbage =
                new MockResponse.Builder().body(new Buffer().write(bytes)).build();
        for (MockResponse answer : List.of(
                garbage,
                Script.answer(200, ""),
                Script.answer(200, "<html><body>Không tìm thấy trang</body></html>", "Content-Type", "text/html"))) {
            script.on(FILE, request -> answer);
            try (Fetcher fresh = fetchers.fetcher()) {
                assertEquals("xin chào", text(fresh.fetch(at("/a"))));
            }
        }
    }

    @Test
    @DisplayName("rules made to be slow are as quick as others")
    void slowRules() {
        String rule = "Disallow: /" + "*a".repeat(1000) + "$\n";
        script.on(FILE, 200, "User-agent: *\n" + rule.repeat(200));
        String path = "/" + "a".repeat(1000) + "b";
        script.on(path, 200, "xin chào");
        long start = System.nanoTime();
        assertEquals("xin chào", text(fetcher.fetch(at(path))));
        assertTrue(System.nanoTime() - start < 5_000_000_000L);
    }

    @Test
    @DisplayName("five redirects to robots.txt are followed; more, or one out of the web, and nothing is asked for")
    void redirecting() {
        script.on(FILE, 301, "", "Location", "/r4");
        for (int i = 4; i > 0; i--) {
            script.on("/r" + i, 301, "", "Location", i == 1 ? "/found" : "/r" + (i - 1));
        }
        script.on("/found", 200, NOTHING_FOR_US);
        assertFails(Reason.ROBOTS, fetcher.fetch(at("/a")));
        script.on("/r1", 301, "", "Location", "/r4");
        try (Fetcher fresh = fetchers.fetcher()) {
            assertFails(Reason.ROBOTS_UNREADABLE, fresh.fetch(at("/a")));
        }
        script.on(FILE, 301, "", "Location", "file:///robots.txt");
        try (Fetcher fresh = fetchers.fetcher()) {
            assertFails(Reason.ROBOTS_UNREADABLE, fresh.fetch(at("/a")));
        }
    }

    @Test
    @DisplayName("a robots.txt that never comes: nothing is asked for, in the time of one document")
    void silent() {
        script.on(
                FILE,
                request -> new MockResponse.Builder()
                        .body("User-agent: *")
                        .throttleBody(1, 1, TimeUnit.SECONDS)
                        .build());
        try (Fetcher hasty = fetchers.deadline(Duration.ofMillis(300)).fetcher()) {
            assertFails(Reason.ROBOTS_UNREADABLE, hasty.fetch(at("/a")));
        }
        assertEquals(List.of(), script.pages());
    }

    @Test
    @DisplayName("Crawl-delay makes the pause longer, half a minute at most, and never shorter; one's own need none")
    void crawlDelay() throws IOException {
        assertEquals(2_000, pauseUnder("2"));
        assertEquals(30_000, pauseUnder("86400"));
        assertEquals(250, pauseUnder("0.01"));
        assertEquals(250, pauseUnder("-7"));
        assertEquals(250, pauseUnder("NaN"));
    }

    /** The pause in milliseconds before a second request to a host whose robots.txt wants this delay. */
    private long pauseUnder(String delay) throws IOException {
        script.on(FILE, 200, "User-agent: *\nCrawl-delay: " + delay + "\n");
        OkHttpClient local = new OkHttpClient.Builder()
                .dns(name -> List.of(InetAddress.getByName("127.0.0.1")))
                .build();
        Surroundings surroundings = new TestFetchers().client(local).surroundings();
        AddressGuard guard = new AddressGuard(List.of("127.0.0.1"));
        FetchSettings settings = new FetchSettings("Loa", List.of(), Duration.ofMillis(250), Set.of(at("/")), Set.of());
        Hosts hosts = new Hosts(settings.delay(), new AddressGuard(List.of()), surroundings);
        try (Exchange exchange = new Exchange(settings, hosts, guard, surroundings)) {
            Robots robots = new Robots(settings, exchange, hosts, surroundings);
            robots.require(HttpUrl.get(at("/a").toString()));
        }
        return hosts.named("127.0.0.1").pause().toMillis();
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getPort() + path);
    }
}
