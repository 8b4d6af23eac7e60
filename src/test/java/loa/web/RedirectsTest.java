package loa.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where readers are led when a category has another name, has ended, or is looked at by a person. */
class RedirectsTest {

    private static final String[] BROWSING = {"Sec-Fetch-Dest", "document", "Sec-Fetch-Mode", "navigate"};

    @TempDir
    static Path folder;

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start(folder);
        server.keep("Bài một", "kinh-te", "thoi-su");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/feeds/kinh-te-cu.rss, /feeds/kinh-te.rss",
        "/feeds/kinh-te-cu.atom, /feeds/kinh-te.atom",
        "/feeds/thuong-mai.json, /feeds/kinh-te.json",
        "/feeds/kinh-te-cu.rss?limit=5, /feeds/kinh-te.rss?limit=5",
        "/feeds/kinh-te-cu.rss?x=1&limit=5, /feeds/kinh-te.rss?limit=5",
        "/feeds/kinh-te-cu.rss?x=1, /feeds/kinh-te.rss",
        "/feeds/kinh-te-cu/archive/1.atom, /feeds/kinh-te/archive/1.atom",
        "/feeds/kinh-te-cu/archive/7.json, /feeds/kinh-te/archive/7.json",
        "/c/kinh-te-cu, /c/kinh-te"
    })
    void tellsTheNewNameOfACategoryForEver(String before, String now) {
        for (String method : List.of("GET", "HEAD")) {
            HttpResponse<byte[]> answer = server.send(method, before);
            assertEquals(301, answer.statusCode());
            assertEquals(
                    "https://feeds.example.vn" + now,
                    answer.headers().firstValue("Location").orElseThrow());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/feeds/kinh-te-cu.rss?limit=0, 400",
        "/feeds/kinh-te-cu.xml, 404",
        "/feeds/Kinh-te-cu.rss, 404",
        "/feeds/kinh-te-cu/archive/0.atom, 404",
        "/feeds/kinh-te-cu, 404",
        "/c/kinh-te-cu/, 404"
    })
    void tellsTheNewNameOfNothingThatWasNotThere(String path, int status) {
        assertEquals(status, server.get(path).statusCode());
    }

    @Test
    void saysThatAFeedHasEnded() {
        assertEquals(410, server.get("/feeds/thoi-su.rss").statusCode());
        assertEquals(410, server.get("/feeds/thoi-su.atom?limit=1").statusCode());
        assertEquals(410, server.get("/feeds/thoi-su.rss", BROWSING).statusCode());
        String page = new String(server.get("/c/thoi-su").body(), StandardCharsets.UTF_8);
        assertFalse(page.contains("/feeds/thoi-su."), "its page leads nobody to a feed that has ended");
        assertEquals(301, server.get("/feeds/tin-nhanh.rss").statusCode());
    }

    @Test
    void keepsTheArchiveAndThePageOfAFeedThatHasEnded() {
        assertEquals(200, server.get("/feeds/thoi-su/archive/1.atom").statusCode());
        assertEquals(200, server.get("/c/thoi-su").statusCode());
    }

    @ParameterizedTest
    @CsvSource({
        "/feeds/kinh-te.rss, /c/kinh-te",
        "/feeds/kinh-te.json?limit=1, /c/kinh-te",
        "/feeds/all.atom, /",
    })
    void leadsSomeoneWhoBrowsesToThePage(String feed, String page) {
        HttpResponse<byte[]> answer = server.get(feed, BROWSING);
        assertEquals(303, answer.statusCode());
        assertEquals(
                "https://feeds.example.vn" + page,
                answer.headers().firstValue("Location").orElseThrow());
        String vary = answer.headers().firstValue("Vary").orElseThrow();
        assertTrue(vary.contains("Sec-Fetch-Dest") && vary.contains("Sec-Fetch-Mode"), vary);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sec-Fetch-Dest: document",
                "Sec-Fetch-Mode: navigate",
                "Sec-Fetch-Dest: empty, Sec-Fetch-Mode: cors",
                "Sec-Fetch-Dest: document, Sec-Fetch-Mode: no-cors",
                "Sec-Fetch-Dest: iframe, Sec-Fetch-Mode: navigate",
                "Sec-Fetch-Dest: DOCUMENT, Sec-Fetch-Mode: NAVIGATE",
                "Accept: text/html, User-Agent: Mozilla/5.0 Chrome/156",
                "Upgrade-Insecure-Requests: 1, Sec-Fetch-User: ?1"
            })
    void leadsNobodyElseThere(String fields) {
        assertEquals(
                200, server.get("/feeds/kinh-te.rss", fields.split("(: )|(, )")).statusCode());
    }

    @Test
    void showsTheFeedItselfToWhoAsksForItRaw() {
        assertEquals(200, server.get("/feeds/kinh-te.rss?raw", BROWSING).statusCode());
        assertEquals(
                200, server.get("/feeds/kinh-te.rss?limit=1&raw=1", BROWSING).statusCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/c/kinh-te",
                "/feeds.opml",
                "/feeds/kinh-te/archive/1.atom",
                "/health/live",
                "/health/ready",
                "/style.css",
                "/icon.png",
                "/sample/",
                "/sample/kinh-te/",
                "/sample/index.html"
            })
    void leadsNobodyFromAnythingElse(String path) {
        assertEquals(200, server.get(path, BROWSING).statusCode());
    }

    @ParameterizedTest
    @CsvSource({"/sample, sample/", "/sample/kinh-te, kinh-te/"})
    void addsTheSlashThatAFoldersLinksNeed(String path, String location) {
        HttpResponse<byte[]> answer = server.get(path);
        assertEquals(301, answer.statusCode());
        assertEquals(location, answer.headers().firstValue("Location").orElseThrow());
    }
}
