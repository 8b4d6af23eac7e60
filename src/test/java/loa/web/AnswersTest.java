package loa.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a good answer says in its header, and in which encoding its body comes. */
class AnswersTest {

    private static final String FEED = "/feeds/kinh-te.rss";

    @TempDir
    static Path folder;

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start(folder);
        server.keep("Lúa chín sớm, giá tăng", "kinh-te");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/feeds/kinh-te.rss, application/rss+xml",
        "/feeds/kinh-te.atom, application/atom+xml",
        "/feeds/kinh-te.json, application/feed+json",
        "/feeds/all.rss, application/rss+xml",
        "/feeds/kinh-te/archive/1.atom, application/atom+xml",
        "/feeds.opml, text/x-opml",
        "/, text/html",
        "/c/kinh-te, text/html",
        "/style.css, text/css",
        "/sample/, text/html",
        "/health/live, text/plain"
    })
    void saysWhatItIsAndInWhichCharset(String path, String mediaType) {
        HttpResponse<byte[]> answer = server.get(path);
        assertEquals(200, answer.statusCode());
        String type = field(answer, "Content-Type");
        assertEquals(mediaType + ";charset=utf-8", type.replace(" ", ""));
        assertEquals("nosniff", field(answer, "X-Content-Type-Options"));
        assertEquals("*", field(answer, "Access-Control-Allow-Origin"));
    }

    @Test
    void givesAnImageNoCharset() {
        assertEquals("image/png", field(server.get("/icon.png"), "Content-Type"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feeds/kinh-te.rss", "/feeds/kinh-te/archive/1.json", "/feeds.opml", "/", "/style.css"})
    void letsCachesAnswerInItsPlace(String path) {
        assertTrue(field(server.get(path), "Cache-Control")
                .matches("public, max-age=\\d+, stale-while-revalidate=\\d+, stale-if-error=\\d+"));
    }

    @Test
    void letsNobodyKeepTheAnswerOfAHealthCheck() {
        assertEquals("no-store", field(server.get("/health/ready"), "Cache-Control"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/feeds/kinh-te.rss",
                "/feeds/kinh-te.rss?limit=1",
                "/feeds/all.json",
                "/feeds/kinh-te/archive/1.atom",
                "/feeds.opml",
                "/",
                "/c/kinh-te",
                "/health/live",
                "/health/ready",
                "/style.css",
                "/icon.png",
                "/sample/",
                "/sample/kinh-te/index.html",
                "/sample/images/%C4%91%E1%BB%93ng%20l%C3%BAa%20ch%C3%ADn.jpg",
                "/nowhere",
                "/feeds/thoi-su.rss",
                "/feeds/kinh-te-cu.rss"
            })
    void answersHeadAsGetButForTheBody(String path) {
        for (String encoding : List.of("identity", "gzip", "br")) {
            HttpResponse<byte[]> get = server.get(path, "Accept-Encoding", encoding);
            HttpResponse<byte[]> head = server.head(path, "Accept-Encoding", encoding);
            assertEquals(get.statusCode(), head.statusCode());
            assertEquals(fields(get), fields(head));
            assertEquals(String.valueOf(get.body().length), field(head, "Content-Length"));
            assertEquals(0, head.body().length);
        }
    }

    @Test
    void sendsNoByteAfterTheHeaderToHead() throws IOException {
        String answer = server.raw("HEAD " + FEED + " HTTP/1.1", "Host: x", "Connection: close");
        assertTrue(answer.startsWith("HTTP/1.1 200 ") && answer.endsWith("\r\n\r\n"), answer);
    }

    @Test
    void answersAPreflightRequest() {
        HttpResponse<byte[]> answer = server.send(
                "OPTIONS",
                FEED,
                "Origin",
                "https://other.example",
                "Access-Control-Request-Method",
                "GET",
                "Access-Control-Request-Headers",
                "if-none-match");
        assertEquals(204, answer.statusCode());
        assertEquals("*", field(answer, "Access-Control-Allow-Origin"));
        assertTrue(field(answer, "Access-Control-Allow-Methods").contains("GET"));
        assertTrue(field(answer, "Access-Control-Allow-Headers").contains("If-None-Match"));
        assertEquals(0, answer.body().length);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "gzip                            | gzip",
                "br                              | br",
                "gzip, deflate, br, zstd         | br",
                "gzip, deflate                   | gzip",
                "GZIP                            | gzip",
                "Br                              | br",
                "GZip;Q=0.5                      | gzip",
                "x-gzip                          | gzip",
                "br;q=0.5, gzip;q=0.9            | gzip",
                "br;q=0.9, gzip;q=0.5            | br",
                "br;q=0, gzip                    | gzip",
                "br;q=0.0, gzip;q=0.000          | -",
                "*                               | br",
                "*;q=0                           | -",
                "br;q=0, *                       | gzip",
                "gzip, *;q=0                     | gzip",
                "identity;q=0                    | -",
                "identity;q=0, *                 | br",
                "identity;q=0, gzip;q=0.1        | gzip",
                "identity, gzip;q=0.5            | -",
                "identity;q=0.4, gzip;q=0.5      | gzip",
                "gzip;q=0.001                    | gzip",
                "identity                        | -",
                "''                              | -",
                "','                             | -",
                "deflate, zstd, compress         | -",
                "gzip;q=2                        | -",
                "gzip;q=-1                       | -",
                "gzip;q=x                        | -",
                "gzip;level=9                    | -",
                "gzipped, brotli                 | -",
                "'gzip \t;\tq=1'                  | gzip"
            })
    void choosesTheEncodingThatTheAskerLikesBest(String accepted, String encoding) throws IOException {
        byte[] plain = server.get(FEED).body();
        HttpResponse<byte[]> answer = server.get(FEED, "Accept-Encoding", accepted);
        assertEquals(200, answer.statusCode());
        assertEquals(encoding, answer.headers().firstValue("Content-Encoding").orElse(null));
        assertEquals(String.valueOf(answer.body().length), field(answer, "Content-Length"));
        assertTrue(field(answer, "Vary").contains("Accept-Encoding"));
        assertArrayEquals(plain, decoded(answer.body(), encoding));
    }

    @Test
    void readsAllLinesOfAcceptEncoding() {
        HttpResponse<byte[]> answer = server.get(FEED, "Accept-Encoding", "identity;q=0.5", "Accept-Encoding", "br");
        assertEquals("br", field(answer, "Content-Encoding"));
    }

    @Test
    void encodesNothingForWhoDoesNotAsk() throws IOException {
        String answer = server.target(FEED);
        assertFalse(answer.contains("Content-Encoding"), answer);
        assertTrue(answer.contains("<rss "), answer);
    }

    @Test
    void decidesOnALongAcceptEncodingAtOnce() {
        long begun = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            String line = "a" + " ".repeat(3000) + ";" + "b".repeat(3000);
            assertEquals(200, server.get(FEED, "Accept-Encoding", line).statusCode());
        }
        assertTrue(System.nanoTime() - begun < 2_000_000_000L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-3", "bytes=-5", "bytes=99999999-", "bytes=0-0,2-3", "items=1", "x"})
    void ignoresRange(String range) {
        for (String path : List.of(FEED, "/style.css", "/sample/")) {
            HttpResponse<byte[]> answer = server.get(path, "Range", range);
            assertEquals(200, answer.statusCode());
            assertArrayEquals(server.get(path).body(), answer.body());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/html", "application/json", "*/*;q=0", "nonsense", "application/atom+xml", "", "image/*;q=x"
            })
    void sendsTheSameFeedWhateverIsAccepted(String accepted) {
        HttpResponse<byte[]> answer = server.get(FEED, "Accept", accepted);
        assertEquals(200, answer.statusCode());
        assertArrayEquals(server.get(FEED).body(), answer.body());
        assertEquals(
                "Not found\n",
                new String(server.get("/nowhere", "Accept", accepted).body(), UTF_8));
    }

    @Test
    void linksToTheAddressThatIsConfiguredWhateverTheRequestSays() throws IOException {
        String answer = server.raw(
                "GET /feeds/kinh-te.atom HTTP/1.1",
                "Host: evil.example:99",
                "X-Forwarded-Host: evil.example",
                "X-Forwarded-Proto: gopher",
                "X-Forwarded-Prefix: /evil",
                "Forwarded: host=evil.example",
                "X-Original-URL: /evil",
                "Connection: close");
        assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
        assertTrue(answer.contains("https://feeds.example.vn/feeds/kinh-te.atom"), answer);
        assertFalse(answer.contains("evil"), answer);
        assertFalse(answer.contains("127.0.0.1"), answer);
    }

    @Test
    void takesAnAddressWithItsHostForTheSame() throws IOException {
        String answer = server.raw(
                "GET http://evil.example/feeds/kinh-te-cu.rss HTTP/1.1", "Host: evil.example", "Connection: close");
        assertTrue(answer.contains("Location: https://feeds.example.vn/feeds/kinh-te.rss\r\n"), answer);
        assertFalse(answer.contains("evil"), answer);
    }

    /** The header fields but for those that name the moment. */
    private static Map<String, List<String>> fields(HttpResponse<?> answer) {
        Map<String, List<String>> fields = new TreeMap<>(answer.headers().map());
        fields.remove("date");
        return fields;
    }

    private static byte[] decoded(byte[] body, String encoding) throws IOException {
        ByteArrayInputStream stream = new ByteArrayInputStream(body);
        if (encoding == null) {
            return body;
        }
        return encoding.equals("br")
                ? new BrotliInputStream(stream).readAllBytes()
                : new GZIPInputStream(stream).readAllBytes();
    }

    private static String field(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElseThrow(() -> new AssertionError(answer + " without " + name));
    }
}
