package loa.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What is asked for in vain, by mistake or in bad faith. */
class RefusalsTest {

    private static final String FEED = "/feeds/kinh-te.rss";

    @TempDir
    static Path folder;

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start(folder);
        server.keep("Bài một", "kinh-te", "y-te");
        server.keep("Bài hai", "kinh-te", "y-te");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "POST", "PATCH", "TRACE", "FOO", "PROPFIND", "get"})
    void refusesEveryOtherMethodAndSaysWhichThereAre(String method) throws IOException {
        for (String path : new String[] {FEED, "/", "/style.css", "/sample/", "/nowhere", "/health/live"}) {
            String answer = server.raw(method + " " + path + " HTTP/1.1", "Host: x", "Connection: close");
            assertTrue(answer.startsWith("HTTP/1.1 405 "), answer);
            assertTrue(answer.contains("\r\nAllow: GET, HEAD, OPTIONS\r\n"), answer);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "POST", "PATCH", "FOO", "GET", "HEAD", "OPTIONS"})
    void waitsForNoBody(String method) {
        assertTimeoutPreemptively(Duration.ofSeconds(2), () -> {
            for (String body : new String[] {
                "Content-Length: 1000000000",
                "Transfer-Encoding: chunked",
                "Content-Encoding: gzip\r\nContent-Length: 9"
            }) {
                String answer = server.raw(method + " " + FEED + " HTTP/1.1", "Host: x", body, "Connection: close");
                assertTrue(answer.matches("(?s)HTTP/1.1 (200|204|405) .*"), answer);
            }
        });
    }

    @Test
    void readsNoLongBodyThatComes() throws IOException {
        try (Socket socket = server.connect()) {
            socket.getOutputStream()
                    .write("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000000\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] some = new byte[1 << 16];
            long written = 0;
            try {
                while (written < 64L << 20) {
                    socket.getOutputStream().write(some);
                    written += some.length;
                }
            } catch (IOException closed) {
                // as it should be
            }
            assertTrue(written < 64L << 20, "the server went on reading");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/feeds/../etc/passwd",
                "/feeds/..%2fetc%2fpasswd",
                "/feeds/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
                "/feeds/%252e%252e%252fkinh-te.rss",
                "/feeds/..%5c..%5cloa.db",
                "/feeds/kinh-te%5c.rss",
                "/feeds/kinh-te.rss;x",
                "/feeds/kinh-te.rss;jsessionid=1",
                "/feeds;x/kinh-te.rss",
                "/feeds/kinh-te.rss%3bx",
                "/feeds/kinh-te.rss%00",
                "/feeds/kinh-te%00.rss",
                "/feeds/kinh-te.rss%20",
                "/feeds/kinh-te.rss%3Flimit=1",
                "//feeds/kinh-te.rss",
                "/feeds//kinh-te.rss",
                "/feeds/./kinh-te.rss",
                "/feeds/x/../kinh-te.rss",
                "/feeds/kinh-te.rss/",
                "/feeds/kinh-te.rss//",
                "/feeds/",
                "/feeds",
                "/feeds/.rss",
                "/feeds/.",
                "/feeds/..",
                "/feeds/kinh-te",
                "/feeds/kinh-te.",
                "/feeds/kinh-te.xml",
                "/feeds/kinh-te.rss.rss",
                "/feeds/kinh-te..rss",
                "/feeds/Kinh-Te.rss",
                "/feeds/KINH-TE.rss",
                "/feeds/kinh-te.RSS",
                "/feeds/kınh-te.rss",
                "/feeds/k%C4%B1nh-te.rss",
                "/FEEDS/kinh-te.rss",
                "/feeds/kinh_te.rss",
                "/feeds/khong-co.rss",
                "/feeds/%zz.rss",
                "/feeds/%.rss",
                "/feeds/%c3%28.rss",
                "/feeds/%ff%fe.rss",
                "/feeds/%u0041.rss",
                "/feeds/kinh-te/archive/0.atom",
                "/feeds/kinh-te/archive/2.atom",
                "/feeds/kinh-te/archive/-1.atom",
                "/feeds/kinh-te/archive/01.atom",
                "/feeds/kinh-te/archive/+1.atom",
                "/feeds/kinh-te/archive/%D9%A1.atom",
                "/feeds/kinh-te/archive/99999999999999999999.atom",
                "/feeds/kinh-te/archive/.atom",
                "/feeds/kinh-te/archive/",
                "/feeds/kinh-te/archive/1.atom/",
                "/feeds/kinh-te/archive/1.html",
                "/feeds/khong-co/archive/1.atom",
                "/feeds.opml/",
                "/c/",
                "/c",
                "/c/kinh-te/",
                "/c/Kinh-te",
                "/c/..%2fkinh-te",
                "/c/khong-co",
                "/health",
                "/health/live/",
                "/public/style.css",
                "/style.css/",
                "/style.css%00.html",
                "/..%2flogback.xml",
                "/../logback.xml",
                "/logback.xml",
                "/loa/Main.class",
                "/META-INF/MANIFEST.MF",
                "/sample/../public/style.css",
                "/sample/..%2fpublic/style.css",
                "/sample/%2e%2e/logback.xml",
                "/sample/%2e%2e%2flogback.xml",
                "/sample/..%5clogback.xml",
                "/sample/..;/logback.xml",
                "/sample//index.html",
                "/sample/kinh-te//index.html",
                "/sample/images/",
                "/sample/images",
                "/sample/index.html/",
                "/sample/INDEX.html",
                "/sample/kinh-te/index.html%00.jpg",
                "/sample/%2findex.html",
                "/sample/.index.html",
                "*",
                "http://evil.example/nowhere"
            })
    void findsNothingByAnotherNameThanTheExactOne(String target) throws IOException {
        String answer = server.target(target);
        assertTrue(answer.matches("(?s)HTTP/1.1 40[04] .*"), answer);
        assertFalse(answer.contains("\tat "), answer);
    }

    @Test
    void survivesAPathOfThousandsOfFolders() throws IOException {
        String answer = server.target("/sample" + "/a".repeat(3000) + ".html");
        assertTrue(answer.startsWith("HTTP/1.1 404 "), answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=-1",
                "limit=0",
                "limit=00",
                "limit=abc",
                "limit=%D9%A3",
                "limit=%EF%BC%93",
                "limit=1&limit=1",
                "limit=1&x=2&limit=3",
                "limit=",
                "limit",
                "limit=1e9",
                "limit=+5",
                "limit=%2B5",
                "limit=5.0",
                "limit=5,6",
                "limit=0x5",
                "limit=%205",
                "limit=5%20",
                "limit=%zz",
                "limit=%",
                "limit=5;x=1",
                "limit=1%00"
            })
    void refusesALimitThatIsNoNumberFromOne(String query) throws IOException {
        String answer = server.target(FEED + "?" + query);
        assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "2, 2",
        "50, 2",
        "51, 2",
        "999999999, 2",
        "1000000000, 2",
        "99999999999999999999999999, 2",
        "001, 1"
    })
    void takesALimitLargerThanTheFeedForAllOfIt(String limit, int articles) {
        HttpResponse<byte[]> answer = server.get(FEED + "?limit=" + limit);
        assertEquals(200, answer.statusCode());
        assertEquals(articles, new String(answer.body(), StandardCharsets.UTF_8).split("<item>").length - 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x=1",
                "utm_source=a&utm_medium=b",
                "",
                "&",
                "&&=&",
                "Limit=1",
                "limits=1",
                "%6cimit=1",
                "a[]=1",
                "%zz=%zz"
            })
    void takesNoNoticeOfOtherParameters(String query) throws IOException {
        String etag = server.get(FEED).headers().firstValue("ETag").orElseThrow();
        String answer = server.target(FEED + "?" + query);
        assertTrue(answer.contains("\r\nETag: " + etag + "\r\n"), answer);
    }

    @Test
    void refusesALongAddress() throws IOException {
        assertTrue(server.target("/feeds/" + "a".repeat(9000) + ".rss").startsWith("HTTP/1.1 414 "));
        assertTrue(server.target(FEED + "?x=" + "a".repeat(9000)).startsWith("HTTP/1.1 414 "));
    }

    @Test
    void refusesALongHeader() throws IOException {
        assertTrue(server.target(FEED, "X-Long: " + "a".repeat(9000)).startsWith("HTTP/1.1 431 "));
        String[] many = new String[2000];
        Arrays.fill(many, "X-Many: a");
        assertTrue(server.target(FEED, many).startsWith("HTTP/1.1 431 "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: other",
                "Content-Length: 5\r\nTransfer-Encoding: chunked",
                "Content-Length: 5\r\nContent-Length: 6",
                "Content-Length: -1",
                "Content-Length: 1x",
                "Transfer-Encoding: gzip",
                "No colon",
                "Space before : colon",
                " Folded: first"
            })
    void refusesWhatTwoServersMightReadDifferently(String field) throws IOException {
        String answer = server.target(FEED, field);
        assertTrue(answer.startsWith("HTTP/1.1 400 ") || answer.startsWith("HTTP/1.1 501 "), answer);
    }

    @Test
    void refusesARequestWithoutHost() throws IOException {
        assertTrue(server.raw("GET " + FEED + " HTTP/1.1", "Connection: close").startsWith("HTTP/1.1 400 "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/feeds/kinh-te.rss%0d%0aX-Forged:%20yes",
                "/feeds/%0d%0aX-Forged:%20yes.rss",
                "/feeds/kinh-te-cu.rss?limit=1%0d%0aX-Forged:%20yes",
                "/feeds/kinh-te-cu.rss?x=%0d%0aX-Forged:%20yes",
                "/c/kinh-te-cu%0d%0aX-Forged:%20yes",
                "/c/kinh-te-cu?%0d%0aX-Forged:%20yes",
                "/sample%0d%0aX-Forged:%20yes",
                "/sample/kinh-te%0d%0aX-Forged:%20yes"
            })
    void forgesNoHeaderField(String target) throws IOException {
        String answer = server.target(target, "User-Agent: a%0d%0aX-Forged: yes", "Sec-Fetch-Dest: document");
        assertFalse(answer.substring(0, answer.indexOf("\r\n\r\n")).contains("\nX-Forged"), answer);
        assertFalse(answer.contains("\nX-Forged"), answer);
    }

    @Test
    void writesNoLogLineForWhatAskersSay() throws IOException {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger("loa");
        log.start();
        root.addAppender(log);
        try {
            server.target("/nowhere%0d%0aERROR%20forged", "User-Agent: a%0d%0aERROR forged");
            server.target(FEED + "?limit=%0d%0aERROR", "User-Agent: x");
            server.target("/feeds/%0aERROR.rss", "Referer: %0aERROR");
        } finally {
            root.detachAppender(log);
        }
        assertEquals(0, log.list.size(), log.list::toString);
    }
}
