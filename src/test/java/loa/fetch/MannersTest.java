package loa.fetch;

import static loa.fetch.TestFetchers.assertFails;
import static loa.fetch.TestFetchers.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import loa.article.Image;
import loa.fetch.FetchResult.FetchFailed;
import loa.fetch.FetchResult.Fetched;
import loa.fetch.FetchResult.NotModified;
import loa.fetch.FetchResult.Reason;
import mockwebserver3.MockWebServer;
import okhttp3.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a server is asked that answers as it should: no more often than need be, and not while it wants silence. */
@Timeout(10)
class MannersTest {

    private final MockWebServer server = new MockWebServer();
    private final Script script = new Script().on("/a", 200, "xin chào").on("/b", 200, "tạm biệt");
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
    @DisplayName("every request says who asks, and whom to write to")
    void introducesItself() {
        fetcher.fetch(at("/a"));
        fetcher.measure(Image.at(at("/a.jpg")));
        fetcher.post(at("/a"), Map.of("a", "b"));
        assertEquals(4, script.requests().size());
        script.requests()
                .forEach(request -> assertEquals(
                        "Loa/1.0 (+https://feeds.example.vn; a@example.vn)",
                        request.getHeaders().get("User-Agent")));
    }

    @Test
    @DisplayName("a document is asked for with the validators that it had, and is not sent again")
    void asksWithValidators() {
        String date = "Sun, 01 Mar 2026 04:00:00 GMT";
        script.on(
                "/a",
                request -> "\"1\"".equals(request.getHeaders().get("If-None-Match"))
                                && date.equals(request.getHeaders().get("If-Modified-Since"))
                        ? Script.answer(304, "")
                        : Script.answer(200, "xin chào", "ETag", "\"1\"", "Last-Modified", date));
        PageVersion version = version(fetcher.fetch(at("/a")));
        assertEquals(new NotModified(version), fetcher.fetch(at("/a"), version));
        assertEquals("xin chào", text(fetcher.fetch(at("/a"))), "who asks for the whole gets the whole");
    }

    @Test
    @DisplayName("the same ETag with another body: the body's hash decides that it changed")
    void sameTagOtherBody() {
        script.on("/a", 200, "xin chào", "ETag", "\"1\"");
        PageVersion version = version(fetcher.fetch(at("/a")));
        script.on("/a", 200, "xin chào lần nữa", "ETag", "\"1\"");
        assertEquals("xin chào lần nữa", text(fetcher.fetch(at("/a"), version)));
    }

    @Test
    @DisplayName("another ETag with the same body: the body's hash decides that it did not change")
    void otherTagSameBody() {
        script.on("/a", 200, "xin chào", "ETag", "\"1\"");
        PageVersion version = version(fetcher.fetch(at("/a")));
        script.on("/a", 200, "xin chào", "ETag", "\"2\"");
        NotModified unchanged = assertInstanceOf(NotModified.class, fetcher.fetch(at("/a"), version));
        assertEquals("\"2\"", unchanged.version().etag(), "asked with next time");
    }

    @Test
    @DisplayName("no validators at all: the body's hash decides")
    void noValidators() {
        PageVersion version = version(fetcher.fetch(at("/a")));
        assertInstanceOf(NotModified.class, fetcher.fetch(at("/a"), version));
        assertEquals(List.of("/a", "/a"), script.pages());
    }

    @Test
    @DisplayName("304 though nothing is stored: asked once more, past all caches, and then given up")
    void notModifiedOfNothing() {
        script.on(
                "/a",
                request -> request.getHeaders().get("Cache-Control") == null
                        ? Script.answer(304, "")
                        : Script.answer(200, "xin chào"));
        assertEquals("xin chào", text(fetcher.fetch(at("/a"))));
        script.on("/b", 304, "");
        assertEquals(new FetchFailed(Reason.STATUS, "304"), fetcher.fetch(at("/b")));
        assertEquals(List.of("/a", "/a", "/b", "/b"), script.pages());
    }

    @Test
    @DisplayName("304 though nobody asked whether it changed: the same")
    void notModifiedUnasked() {
        PageVersion version = version(fetcher.fetch(at("/a")));
        script.on(
                "/a",
                request -> request.getHeaders().get("Cache-Control") == null
                        ? Script.answer(304, "")
                        : Script.answer(200, "xin chào lần nữa"));
        assertEquals("xin chào lần nữa", text(fetcher.fetch(at("/a"), version)));
    }

    @Test
    @DisplayName("an ETag that no header could carry is not sent back")
    void unfitTag() {
        PageVersion version = PageVersion.of(
                Headers.of("ETag", "\"" + "x".repeat(2000) + "\"", "Last-Modified", "hôm qua".replace('ô', 'o')),
                "hash");
        assertNull(version.etag());
        assertEquals("hom qua", version.lastModified());
    }

    @Test
    @DisplayName("200 with an empty body: fails")
    void emptyBody() {
        script.on("/a", 200, "");
        assertFails(Reason.EMPTY, fetcher.fetch(at("/a")));
    }

    @ParameterizedTest(name = "Retry-After: {0} is honoured as {1} min")
    @CsvSource({
        "'120', 2",
        "'0', 1",
        "'1', 1",
        "'86400', 1440",
        "'999999999999999999999', 1440",
        "'Sun, 01 Mar 2026 06:00:00 GMT', 60",
        "'Sun, 01 Mar 2026 04:00:00 GMT', 1",
        "'Thu, 01 Jan 1970 00:00:00 GMT', 1",
        "'Fri, 31 Dec 9999 23:59:59 GMT', 1440",
        "'soon', 1",
        "'-5', 1",
        "'', 1",
        "'٣', 1"
    })
    void retryAfter(String text, int minutes) {
        AtomicInteger answers = new AtomicInteger();
        script.on(
                "/a",
                request -> answers.getAndIncrement() == 0
                        ? Script.answer(429, "", "Retry-After", text.replaceAll("[^\\x20-\\x7e]", "?"))
                        : Script.answer(200, "xin chào"));
        fetcher.fetch(at("/a"));
        fetchers.advance(Duration.ofMinutes(minutes).minusMillis(1));
        FetchFailed silent = assertFails(Reason.SILENCE, fetcher.fetch(at("/b")));
        assertEquals("127.0.0.1, " + minutes + " min", silent.detail());
        fetchers.advance(Duration.ofMillis(1));
        assertEquals("xin chào", text(fetcher.fetch(at("/a"))));
        assertEquals(List.of("/a", "/a"), script.pages(), "nobody asked in between");
    }

    @Test
    @DisplayName("503 with Retry-After is honoured too; without, one 503 is an error of that page alone")
    void unavailable() {
        script.on("/a", 503, "");
        assertFails(Reason.STATUS, fetcher.fetch(at("/a")));
        assertEquals("tạm biệt", text(fetcher.fetch(at("/b"))));
        script.on("/a", 503, "", "Retry-After", "300");
        assertFails(Reason.STATUS, fetcher.fetch(at("/a")));
        assertFails(Reason.SILENCE, fetcher.fetch(at("/b")));
    }

    @Test
    @DisplayName("silence is measured by a time that never jumps")
    void clockJumps() {
        script.on("/a", 429, "", "Retry-After", "600");
        fetcher.fetch(at("/a"));
        fetchers.clock.advance(Duration.ofDays(1));
        assertFails(Reason.SILENCE, fetcher.fetch(at("/b")));
        fetchers.clock.advance(Duration.ofDays(-2));
        fetchers.advance(Duration.ofMinutes(10));
        assertEquals("tạm biệt", text(fetcher.fetch(at("/b"))));
    }

    @Test
    @DisplayName("a burst of 5xx: the host is left alone for twice as long each time, an hour at most")
    void burst() {
        script.on("/a", 500, "");
        for (int i = 0; i < 3; i++) {
            assertFails(Reason.STATUS, fetcher.fetch(at("/a")));
        }
        Duration before = Duration.ZERO;
        for (int minutes : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            Duration silence = silence(Duration.ofMinutes(minutes));
            assertTrue(silence.compareTo(Duration.ofMinutes(minutes).dividedBy(2)) >= 0, silence + " of " + minutes);
            assertTrue(silence.compareTo(before) > 0 || minutes == 60, "grows");
            before = silence;
        }
        script.on("/a", 200, "xin chào");
        fetchers.advance(Duration.ofHours(1));
        assertEquals("xin chào", text(fetcher.fetch(at("/a"))));
        script.on("/a", 500, "");
        assertFails(Reason.STATUS, fetcher.fetch(at("/a")));
        assertFails(Reason.STATUS, fetcher.fetch(at("/a")));
        assertEquals("tạm biệt", text(fetcher.fetch(at("/b"))), "after an answer it counts anew");
    }

    @Test
    @DisplayName("connections that fail again and again are a burst too, and other hosts are asked as ever")
    void noConnection() {
        URI nobody = URI.create("http://127.0.0.2:" + server.getPort() + "/");
        FetchSettings settings =
                new FetchSettings("Loa", List.of("127.0.0.0/8"), Duration.ZERO, Set.of(nobody, at("/")), Set.of());
        try (Fetcher local = new Fetcher(settings, fetchers.surroundings())) {
            for (int i = 0; i < 3; i++) {
                assertFails(Reason.NO_CONNECTION, local.fetch(nobody));
            }
            assertFails(Reason.SILENCE, local.fetch(nobody));
            assertEquals("xin chào", text(local.fetch(at("/a"))));
        }
    }

    @Test
    @DisplayName("backoff has jitter, so that not all come back at once")
    void jitter() {
        Backoff backoff = new Backoff(
                Duration.ofMinutes(1),
                Duration.ofHours(1),
                fetchers.surroundings().random());
        long different =
                Stream.generate(() -> backoff.after(3)).limit(20).distinct().count();
        assertTrue(different > 10);
        assertTrue(backoff.after(Integer.MAX_VALUE).compareTo(Duration.ofHours(1)) <= 0);
    }

    @Test
    @DisplayName("images: HEAD tells type and length; GET is for servers whose HEAD does not")
    void measuresImages() {
        script.on("/a.jpg", 200, "x".repeat(321), "Content-Type", "image/jpeg");
        script.on(
                "/b.jpg",
                request -> request.getMethod().equals("HEAD")
                        ? Script.answer(405, "")
                        : Script.answer(200, "x".repeat(123), "Content-Type", "image/png"));
        script.on("/c.jpg", 200, "<p>Không có ảnh</p>", "Content-Type", "text/html");
        assertEquals(new Image(at("/a.jpg"), "image/jpeg", 321), fetcher.measure(Image.at(at("/a.jpg"))));
        assertEquals(new Image(at("/b.jpg"), "image/png", 123), fetcher.measure(Image.at(at("/b.jpg"))));
        assertEquals(Image.at(at("/c.jpg")), fetcher.measure(Image.at(at("/c.jpg"))));
        assertEquals(Image.at(at("/d.jpg")), fetcher.measure(Image.at(at("/d.jpg"))));
        assertEquals(
                List.of("HEAD /a.jpg", "HEAD /b.jpg", "GET /b.jpg", "HEAD /c.jpg", "HEAD /d.jpg"),
                script.requests().stream()
                        .map(request -> request.getMethod() + " " + request.getTarget())
                        .filter(request -> !request.endsWith("/robots.txt"))
                        .toList());
    }

    @ParameterizedTest(name = "an image whose length is {0}: left unmeasured")
    @ValueSource(strings = {"-1", "abc", "99999999999999999999"})
    void imageWithoutLength(String length) {
        try (FaultServer odd = FaultServer.answering(
                "HTTP/1.1 200 OK|Content-Type: image/png|Content-Length: " + length + "|Connection: close",
                new byte[0])) {
            Image image = Image.at(odd.address());
            try (Fetcher own = new TestFetchers().site(odd.address()).fetcher()) {
                assertEquals(image, own.measure(image));
            }
        }
    }

    @Test
    @DisplayName("200 sources on one host: one request at a time there, and a pause after each")
    void oneAtATime() throws InterruptedException {
        Duration pause = Duration.ofMillis(2);
        Host host = new Hosts(pause, new AddressGuard(List.of()), Surroundings.real()).named("127.0.0.1");
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Thread> sources = Stream.generate(() -> new Thread(() -> {
                    try {
                        host.begin();
                        most.accumulateAndGet(now.incrementAndGet(), Math::max);
                        now.decrementAndGet();
                        host.end();
                    } catch (IOException interrupted) {
                        throw new AssertionError(interrupted);
                    }
                }))
                .limit(200)
                .toList();
        long start = System.nanoTime();
        sources.forEach(Thread::start);
        for (Thread source : sources) {
            source.join();
        }
        assertEquals(1, most.get());
        assertTrue(System.nanoTime() - start >= pause.multipliedBy(199).toNanos());
    }

    @Test
    @DisplayName("one's own hosts, by name or by all their addresses, need no pause")
    void ownHosts() throws IOException {
        Hosts hosts =
                new Hosts(Duration.ofDays(1), new AddressGuard(List.of("127.0.0.0/8", "::1")), Surroundings.real());
        for (String name : List.of("127.0.0.1", "localhost", "127.0.0.1")) {
            Host host = hosts.named(name);
            host.slowTo(Duration.ofDays(1));
            host.begin();
            host.end();
        }
    }

    /** How long the host is left alone now; then it fails once more. */
    private Duration silence(Duration atMost) {
        Duration step = atMost.dividedBy(60);
        Duration waited = Duration.ZERO;
        script.forgetRequests();
        while (((FetchFailed) fetcher.fetch(at("/a"))).reason() == Reason.SILENCE) {
            fetchers.advance(step);
            waited = waited.plus(step);
        }
        assertEquals(List.of("/a"), script.pages());
        return waited;
    }

    private static PageVersion version(FetchResult result) {
        return assertInstanceOf(Fetched.class, result, result.toString()).version();
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getPort() + path);
    }
}
