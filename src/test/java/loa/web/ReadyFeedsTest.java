package loa.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The way past Javalin answers as the way through it, and takes no request that it cannot answer at once. */
class ReadyFeedsTest {

    private static final String FEED = "/feeds/kinh-te.rss";

    @TempDir
    static Path folder;

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start(folder);
        server.keep("Bài một", "kinh-te");
        server.get(FEED);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<List<String>> askers() {
        String etag = server.get(FEED).headers().firstValue("ETag").orElseThrow();
        String gzipped = server.get(FEED, "Accept-Encoding", "gzip")
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        return Stream.of(
                List.of(),
                List.of("Accept-Encoding", "gzip"),
                List.of("Accept-Encoding", "br, gzip"),
                List.of("Accept-Encoding", "gzip;q=0, br;q=0"),
                List.of("Accept-Encoding", "identity;q=0.5, gzip;q=0.4"),
                List.of("Accept-Encoding", "*"),
                List.of("Accept-Encoding", "gzip", "Accept-Encoding", "br;q=0.1"),
                List.of("If-None-Match", etag),
                List.of("If-None-Match", "W/" + etag),
                List.of("If-None-Match", "\"other\", " + etag),
                List.of("If-None-Match", "\"other\"", "If-None-Match", etag),
                List.of("If-None-Match", "*"),
                List.of("If-None-Match", gzipped),
                List.of("If-None-Match", gzipped, "Accept-Encoding", "gzip"),
                List.of("If-None-Match", "garbage"),
                List.of("If-None-Match", ""),
                List.of("If-Modified-Since", "Sun, 01 Mar 2026 23:31:05 GMT"),
                List.of("If-Modified-Since", "Sun, 01 Mar 2026 23:31:04 GMT"),
                List.of("If-Modified-Since", "garbage"),
                List.of("If-Modified-Since", "Sun, 01 Mar 2026 23:31:05 GMT", "If-None-Match", "\"other\""),
                List.of("Range", "bytes=0-10"),
                List.of("Accept", "text/html"),
                List.of("Sec-Fetch-Dest", "empty", "Sec-Fetch-Mode", "cors"),
                List.of("X-Forwarded-Host", "evil.example"));
    }

    @ParameterizedTest
    @MethodSource("askers")
    void bothWaysGiveTheSameAnswerToTheLastHeader(List<String> fields) {
        for (String method : List.of("GET", "HEAD")) {
            HttpResponse<byte[]> past = server.send(method, FEED, fields.toArray(String[]::new));
            HttpResponse<byte[]> again = server.send(method, FEED, fields.toArray(String[]::new));
            HttpResponse<byte[]> through = server.send(method, FEED + "?unknown", fields.toArray(String[]::new));
            for (HttpResponse<byte[]> answer : List.of(past, again)) {
                assertEquals(through.statusCode(), answer.statusCode());
                assertEquals(undated(through.headers()), undated(answer.headers()));
                assertArrayEquals(through.body(), answer.body());
            }
        }
    }

    @Test
    void takesWhatItCanAnswerAtOnceAndNothingElse() throws Exception {
        Server jetty = new Server(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0));
        ReadyFeeds ready = new ReadyFeeds(server.feeds, new DirectMemory(1 << 20));
        ready.setHandler(new Teapot());
        jetty.setHandler(ready);
        jetty.start();
        try {
            assertEquals(InvocationType.NON_BLOCKING, jetty.getInvocationType());
            assertEquals(200, status(jetty, "GET", FEED));
            assertEquals(200, status(jetty, "HEAD", FEED));
            for (String path : List.of(
                    FEED + "?limit=1",
                    "/feeds/kinh-te.txt",
                    "/feeds/kinh-te.rss/",
                    "/feeds/kinh%2Dte.rss",
                    "/feeds/thoi-su.rss",
                    "/feeds/y-te.rss",
                    "/feeds/kinh-te/archive/1.atom",
                    "/")) {
                assertEquals(418, status(jetty, "GET", path), path);
            }
            assertEquals(418, status(jetty, "PUT", FEED));
            assertEquals(418, status(jetty, "GET", FEED, "A-IM", "feed"));
            assertEquals(418, status(jetty, "GET", FEED, "Sec-Fetch-Dest", "document"));
        } finally {
            jetty.stop();
        }
    }

    @Test
    void showsAnArticleThatCameAfterTheFeedWasMadeReady() throws InterruptedException {
        server.keep("Bài hai", "kinh-te");
        for (int i = 0; i < 500 && !text(FEED).contains("Bài hai"); i++) {
            Thread.sleep(10);
        }
        assertTrue(text(FEED).contains("Bài hai"));
    }

    private static String text(String path) {
        return new String(server.get(path).body(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static Map<String, List<String>> undated(HttpHeaders headers) {
        Map<String, List<String>> fields = new TreeMap<>(headers.map());
        fields.remove("date");
        return fields;
    }

    private static int status(Server jetty, String method, String path, String... fields) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(jetty.getURI().resolve(URI.create(path)))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (fields.length > 0) {
            request.headers(fields);
        }
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    /** Stands for Javalin; it must be asked where it may wait. */
    private static final class Teapot extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            response.setStatus(418);
            callback.succeeded();
            return true;
        }
    }
}
