package loa.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What readers get who say what they have, and that they understand a difference (RFC 3229). */
class DifferencesTest {

    private static final String FEED = "/feeds/kinh-te.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private TestServer server;
    private String before;

    @BeforeEach
    void start() {
        server = TestServer.start(folder);
        server.keep("Bài một", "kinh-te");
        server.keep("Bài hai", "kinh-te");
        before = etag(server.get(FEED));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void sendsOnlyWhatIsNew() {
        keepAndShow("Bài ba");
        HttpResponse<byte[]> whole = server.get(FEED);
        HttpResponse<byte[]> answer = server.get(FEED, "A-IM", "feed", "If-None-Match", before);
        assertEquals(226, answer.statusCode());
        assertEquals(List.of("Bài ba"), titles(answer.body()));
        assertEquals("feed", answer.headers().firstValue("IM").orElseThrow());
        assertEquals(etag(whole), etag(answer));
        assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElseThrow());
        assertTrue(answer.headers().firstValue("Vary").orElseThrow().contains("A-IM"));
        assertEquals(
                String.valueOf(answer.body().length),
                answer.headers().firstValue("Content-Length").orElseThrow());
    }

    @Test
    void encodesADifferenceToo() throws IOException {
        keepAndShow("Bài ba");
        HttpResponse<byte[]> answer =
                server.get(FEED, "A-IM", "feed", "If-None-Match", before, "Accept-Encoding", "gzip");
        assertEquals(226, answer.statusCode());
        assertEquals(etag(server.get(FEED, "Accept-Encoding", "gzip")), etag(answer));
        byte[] plain = new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes();
        assertEquals(List.of("Bài ba"), titles(plain));
    }

    @Test
    void findsTheStateThatTheReaderHasInAList() {
        keepAndShow("Bài ba");
        HttpResponse<byte[]> answer = server.get(FEED, "A-IM", "feed", "If-None-Match", "\"x\", W/" + before);
        assertEquals(226, answer.statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"feed", "FEED", "vcdiff, feed", "feed;q=0.5", " feed , gzip"})
    void understandsWhoUnderstandsADifference(String manipulations) {
        keepAndShow("Bài ba");
        assertEquals(
                226,
                server.get(FEED, "A-IM", manipulations, "If-None-Match", before).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"vcdiff", "feeds", "", "feed;q=0", "no feed"})
    void sendsTheWholeToWhoDoesNot(String manipulations) {
        keepAndShow("Bài ba");
        HttpResponse<byte[]> answer = server.get(FEED, "A-IM", manipulations, "If-None-Match", before);
        assertEquals(200, answer.statusCode());
        assertEquals(3, titles(answer.body()).size());
    }

    @Test
    void sendsTheWholeWithoutAIm() {
        keepAndShow("Bài ba");
        HttpResponse<byte[]> answer = server.get(FEED, "If-None-Match", before);
        assertEquals(200, answer.statusCode());
        assertEquals(3, titles(answer.body()).size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"unknown\"",
                "\"00000000000000000000000000000000.0\"",
                "\"00000000000000000000000000000000.zzzzzzzzzzzz\"",
                "\"00000000000000000000000000000000.-1\"",
                ""
            })
    void sendsTheWholeToWhoHasWhatItDoesNotKnow(String tag) {
        HttpResponse<byte[]> answer = server.get(FEED, "A-IM", "feed", "If-None-Match", tag);
        assertEquals(200, answer.statusCode());
        assertEquals(2, titles(answer.body()).size());
    }

    @Test
    void answersWithNotModifiedToWhoHasTheLast() {
        HttpResponse<byte[]> answer = server.get(FEED, "A-IM", "feed", "If-None-Match", before);
        assertEquals(304, answer.statusCode());
        assertFalse(answer.headers().firstValue("IM").isPresent());
        assertEquals(
                304,
                server.get(FEED, "A-IM", "feed", "If-None-Match", before + ", \"x\"")
                        .statusCode());
    }

    @Test
    void answersWithNotModifiedThoughAnOlderStateIsNamedToo() {
        keepAndShow("Bài ba");
        String now = etag(server.get(FEED));
        assertEquals(
                304,
                server.get(FEED, "A-IM", "feed", "If-None-Match", before + ", " + now)
                        .statusCode());
    }

    @Test
    void tellsAChangedArticleAgain() {
        server.keepBody("Bài một", "<p>Nội dung mới</p>", "kinh-te");
        assertTrue(within(2000, () -> !etag(server.get(FEED)).equals(before)));
        HttpResponse<byte[]> answer = server.get(FEED, "A-IM", "feed", "If-None-Match", before);
        assertEquals(226, answer.statusCode());
        assertEquals(List.of("Bài một"), titles(answer.body()));
    }

    @Test
    void includesWhatComesInThePlaceOfAWithdrawnArticle() {
        for (String title : List.of("A", "B", "C", "D")) {
            server.keep(title, "y-te"); // which shows three
        }
        String feed = "/feeds/y-te.json";
        assertTrue(within(2000, () -> titles(server.get(feed).body()).equals(List.of("D", "C", "B"))));
        String full = etag(server.get(feed));
        server.feeds.changed(server.store.withdraw(
                server.store.articles().newest("y-te", 1).get(0).guid()));
        assertTrue(within(2000, () -> titles(server.get(feed).body()).equals(List.of("C", "B", "A"))));
        HttpResponse<byte[]> answer = server.get(feed, "A-IM", "feed", "If-None-Match", full);
        assertTrue(answer.statusCode() == 200 || answer.statusCode() == 226);
        assertTrue(titles(answer.body()).contains("A"));
    }

    @Test
    void letsNoReaderMissAnArticleWhoGoesFromDifferenceToDifference() throws Exception {
        // no more than the smallest of the feeds shows: what falls off it between two polls is the archive's
        Set<String> all = IntStream.range(0, 45).mapToObj(i -> "Tin số " + i).collect(Collectors.toSet());
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            List<Future<Integer>> readers = new ArrayList<>();
            for (String path :
                    List.of(FEED, FEED, "/feeds/all.json?limit=500", FEED + "?limit=200", FEED + "?limit=300")) {
                readers.add(threads.submit(() -> follow(path, all)));
            }
            all.forEach(title -> server.keep(title, "kinh-te"));
            int differences = 0;
            for (Future<Integer> reader : readers) {
                differences += reader.get(20, TimeUnit.SECONDS);
            }
            assertTrue(differences > 0, "nobody was ever sent a difference");
        } finally {
            threads.shutdownNow();
        }
    }

    /** Polls until all titles were seen; gives how many differences were among the answers. */
    private int follow(String path, Set<String> wanted) {
        Set<String> seen = new HashSet<>();
        String etag = "\"nothing\"";
        int differences = 0;
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
        while (!seen.containsAll(wanted) && System.nanoTime() < end) {
            HttpResponse<byte[]> answer = server.get(path, "A-IM", "feed", "If-None-Match", etag);
            if (answer.statusCode() != 304) {
                seen.addAll(titles(answer.body()));
                differences += answer.statusCode() == 226 ? 1 : 0;
                etag = etag(answer);
            }
        }
        Set<String> missed = new HashSet<>(wanted);
        missed.removeAll(seen);
        assertEquals(Set.of(), missed, path);
        return differences;
    }

    private void keepAndShow(String title) {
        server.keep(title, "kinh-te");
        assertTrue(within(2000, () -> titles(server.get(FEED).body()).contains(title)));
    }

    private static List<String> titles(byte[] feed) {
        try {
            List<String> titles = new ArrayList<>();
            for (JsonNode item : JSON.readTree(feed).get("items")) {
                titles.add(item.get("title").asText());
            }
            return titles;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String etag(HttpResponse<?> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private static boolean within(long millis, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
        }
        return true;
    }
}
