package loa.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages for people, as they go over the wire. */
class PagesTest {

    @TempDir
    static Path folder;

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.serving(folder, TestPages.newsroom("Kinh tế"));
        TestPages.fill(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/|vi|vi",
                "/|en-GB,en;q=0.9,vi;q=0.8|en",
                "/|fr-FR,en;q=0.5,vi;q=0.6|vi",
                "/|fr|vi",
                "/|;;;=|vi",
                "/?lang=en|vi|en",
                "/?lang=vi|en|vi",
                "/?lang=xx|en|en",
                "/?lang=%3Cscript%3E|vi|vi",
                "/c/kinh-te?lang=en|vi|en",
                "/c/kinh-te/archive/1|en|en",
                "/status|en|en"
            })
    void speaksTheReadersLanguage(String path, String asked, String spoken) {
        HttpResponse<byte[]> answer = server.get(path, "Accept-Language", asked);
        assertEquals(spoken, page(answer).select("html").attr("lang"));
        assertEquals(spoken, answer.headers().firstValue("Content-Language").orElse(""));
        assertEquals(
                "Accept-Encoding, Accept-Language",
                answer.headers().firstValue("Vary").orElse(""));
        assertTrue(answer.headers().firstValue("Set-Cookie").isEmpty());
        assertEquals(
                spoken.equals("vi") ? "English" : "Tiếng Việt",
                page(answer).select(".switch").text());
    }

    @Test
    void showsOfEveryCategoryTheLatestThree() {
        Document page = page(server.get("/"));
        assertEquals(
                List.of("Kinh tế", "Y tế", "Chưa có gì"),
                page.select(".category h2").eachText());
        assertEquals(3, page.select(".category:first-child .latest li").size());
        assertEquals(
                3, page.select(".category:first-child .latest time[datetime]").size());
        assertEquals(1, page.select(".category .none").size());
        assertEquals(List.of("./c/cu"), page.select(".ended a").eachAttr("href"));
        assertTrue(page.text().contains("https://feeds.example.vn/feeds.opml"));
    }

    @ParameterizedTest
    @CsvSource({"/, 12", "/c/kinh-te, 3", "/c/cu, 0", "/status, 0"})
    void namesEachFeedForDiscoveryByItsOwnTitle(String path, int feeds) {
        List<String> titles =
                page(server.get(path)).select("link[rel=alternate]").eachAttr("title");
        assertEquals(feeds, titles.size());
        assertEquals(feeds, Set.copyOf(titles).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/c/kinh-te", "/c/kinh-te/archive/1", "/status"})
    void loadsNothingThatBlocksButTheStylesheet(String path) {
        Document page = page(server.get(path));
        assertEquals(1, page.select("link[rel=stylesheet]").size());
        assertEquals(
                0,
                page.select("script:not([type=module]), script:not([src]), style, [style]")
                        .size());
        assertEquals(
                0, page.select("main img:not([width][height][loading=lazy])").size());
    }

    @Test
    void leadsFromTheNewestArticleToTheOldestAndMissesNone() {
        Set<String> seen = new LinkedHashSet<>();
        String path = "/c/kinh-te?lang=en";
        int pages = 0;
        while (!path.isEmpty()) {
            Document page = Jsoup.parse(text(server.get(path)), server.address() + path);
            seen.addAll(page.select(".story h2 a").eachAttr("href"));
            String next = page.select("a:containsOwn(Older articles)").attr("abs:href");
            path = next.replace(server.address(), "");
            assertTrue(++pages < 10, path);
        }
        assertEquals(62, seen.size());
        assertEquals(3, pages);
    }

    @Test
    void leadsFromTheArchiveBackToTheNewest() {
        Document page = Jsoup.parse(
                text(server.get("/c/kinh-te/archive/1?lang=en")), server.address() + "/c/kinh-te/archive/1");
        assertEquals(
                server.address() + "/c/kinh-te/archive/2?lang=en",
                page.select("a[rel=prev]").attr("abs:href"));
        Document last =
                Jsoup.parse(text(server.get("/c/kinh-te/archive/2")), server.address() + "/c/kinh-te/archive/2");
        assertEquals(server.address() + "/c/kinh-te", last.select("a[rel=prev]").attr("abs:href"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/c/nothing",
                "/c/all",
                "/c/kinh-te/archive/0",
                "/c/kinh-te/archive/3",
                "/c/kinh-te/archive/x",
                "/c/rong/archive/1",
                "/c/kinh-te/archive/1/",
                "/c/kinh-te/archive/99999999999"
            })
    void findsNothingElse(String path) {
        assertEquals(404, server.get(path).statusCode());
    }

    @Test
    void keepsThePageOfAnEndedCategoryWithoutItsFeeds() {
        Document page = page(server.get("/c/cu"));
        assertEquals(1, page.select(".story").size());
        assertEquals(0, page.select("#subscribe, #embed").size());
        assertTrue(page.text().contains("Nguồn tin này đã ngừng"));
    }

    @Test
    void isAnsweredWithNotModifiedUntilAnArticleComes(@TempDir Path other) {
        try (TestServer own = TestServer.start(other)) {
            own.keep("Một", "kinh-te");
            HttpResponse<byte[]> first = own.get("/c/kinh-te", "Accept-Encoding", "gzip");
            String etag = first.headers().firstValue("ETag").orElse("");
            assertEquals("gzip", first.headers().firstValue("Content-Encoding").orElse(""));
            assertEquals(
                    304,
                    own.get("/c/kinh-te", "Accept-Encoding", "gzip", "If-None-Match", etag)
                            .statusCode());
            own.keep("Hai", "y-te");
            assertEquals(
                    304,
                    own.get("/c/kinh-te", "Accept-Encoding", "gzip", "If-None-Match", etag)
                            .statusCode());
            own.keep("Ba", "kinh-te");
            assertEquals(
                    200,
                    own.get("/c/kinh-te", "Accept-Encoding", "gzip", "If-None-Match", etag)
                            .statusCode());
        }
    }

    @Test
    void isShownWhileTheStoreDoesNotAnswer(@TempDir Path other) {
        try (TestServer own = TestServer.start(other)) {
            own.keep("Một", "kinh-te");
            String before = text(own.get("/c/kinh-te"));
            own.store.close();
            assertEquals(before, text(own.get("/c/kinh-te")));
            assertEquals(503, own.get("/c/y-te").statusCode());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/, ./style.css",
        "/c/kinh-te, ../style.css",
        "/c/kinh-te/archive/1, ../../../style.css",
        "/status, ./style.css"
    })
    void findsItsFilesWhateverFolderItIsServedIn(String path, String file) {
        assertEquals(file, page(server.get(path)).select("link[rel=stylesheet]").attr("href"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/style.css", "/embed.css", "/embed.js"})
    void isLaidOutForBothDirectionsOfWriting(String path) {
        assertFalse(text(server.get(path)).matches("(?s).*\\b(left|right)\\b.*"));
    }

    @Test
    void isSmall() {
        assertTrue(server.get("/style.css", "Accept-Encoding", "br").body().length < 3 * 1024);
        assertTrue(server.get("/c/kinh-te", "Accept-Encoding", "br").body().length < 10 * 1024);
        assertFalse(text(server.get("/c/kinh-te")).contains("\t"));
    }

    private static Document page(HttpResponse<byte[]> answer) {
        return Jsoup.parse(text(answer));
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), UTF_8);
    }
}
