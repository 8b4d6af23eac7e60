package loa.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What other sites get of a category's headlines, before a browser shows it. */
class EmbedTest {

    private static final String LONG =
            "Nông dân xã Thoại Sơn thu hoạch vụ lúa đông xuân sớm hơn mọi năm, năng suất bình"
                    + " quân tám tấn mỗi héc-ta, giá bán tại ruộng tăng nhẹ, kỳ ";

    @TempDir
    static Path folder;

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start(folder);
        for (int i = 1; i <= 30; i++) {
            server.keep(LONG + i, "kinh-te");
        }
        server.keep("<b onclick=x()>Đậm</b> & \"nháy\"", "y-te");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/embed/kinh-te, 5",
        "/embed/kinh-te?limit=1, 1",
        "/embed/kinh-te?limit=20&theme=dark&images=true, 20",
        "/embed/kinh-te.html, 5",
        "/embed/kinh-te.html?limit=7, 7",
        "/embed/all.html, 5",
        "/embed/y-te, 1"
    })
    void listsAsManyHeadlinesAsItIsAskedFor(String path, int headlines) {
        Document page = Jsoup.parse(text(server.get(path)));
        assertEquals(headlines, page.select("ul > li").size());
        assertEquals(
                headlines,
                page.select("li time[datetime]:matches(\\d\\d:\\d\\d, \\d\\d/\\d\\d/2026)")
                        .size());
        assertEquals(
                headlines,
                page.select("li a[href='https://portal.example.vn/']:containsOwn(portal.example.vn)")
                        .size());
        assertEquals("vi", page.select("ul").attr("lang"));
    }

    @Test
    void givesTheElementAllThatItMayShow() throws IOException {
        JsonNode data = new ObjectMapper().readTree(text(server.get("/embed/kinh-te.json")));
        assertEquals(20, data.get("headlines").size());
        assertEquals("Kinh tế", data.get("title").asText());
        assertEquals("https://feeds.example.vn/c/kinh-te", data.get("page").asText());
        JsonNode newest = data.get("headlines").get(0);
        assertEquals(LONG + 30, newest.get("title").asText());
        assertEquals("09:00, 02/03/2026", newest.get("shown").asText());
        assertEquals("2026-03-02T09:00:05+09:00", newest.get("time").asText());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=21",
                "limit=-1",
                "limit=",
                "limit=5&limit=5",
                "limit=5.0",
                "limit=٥",
                "theme=blue",
                "theme=",
                "theme=dark&theme=dark",
                "theme=dark;x",
                "images=1",
                "images=yes",
                "images",
                "theme=%3C",
                "limit=5%20"
            })
    void refusesWhatIsNoParameterOfItsSets(String query) {
        for (String file : new String[] {"kinh-te", "kinh-te.html", "kinh-te.json"}) {
            assertEquals(
                    400,
                    server.get("/embed/" + file + "?" + query.replace("٥", "%D9%A5"))
                            .statusCode(),
                    file);
        }
    }

    @Test
    void takesUnknownParametersForNothing() {
        HttpResponse<byte[]> plain = server.get("/embed/kinh-te?theme=dark");
        HttpResponse<byte[]> odd = server.get("/embed/kinh-te?utm_source=x&css=http%3A%2F%2Fevil.test&theme=dark&v=1");
        assertEquals(text(plain), text(odd));
        assertEquals(field(plain, "ETag"), field(odd, "ETag"));
    }

    @ParameterizedTest
    @CsvSource({
        "/embed/kinh-te-cu, https://feeds.example.vn/embed/kinh-te?limit=5&theme=auto&images=false",
        "/embed/thuong-mai.html?limit=3&x=y, https://feeds.example.vn/embed/kinh-te.html?limit=3&theme=auto&images=false",
        "/embed/kinh-te-cu.json, https://feeds.example.vn/embed/kinh-te.json?limit=20&theme=auto&images=false"
    })
    void leadsToTheNewName(String path, String address) {
        HttpResponse<byte[]> answer = server.get(path, "Host-X", "evil.test");
        assertEquals(301, answer.statusCode());
        assertEquals(address, field(answer, "Location"));
        assertEquals("*", field(answer, "Access-Control-Allow-Origin"));
    }

    @Test
    void saysOfAnEndedCategoryThatItHasEnded() {
        for (String file : new String[] {"thoi-su", "thoi-su.html", "thoi-su.json"}) {
            HttpResponse<byte[]> answer = server.get("/embed/" + file);
            assertEquals(410, answer.statusCode());
            assertFalse(text(answer).contains("<li>"));
        }
        assertTrue(text(server.get("/embed/thoi-su")).contains("Chuyên mục này đã ngừng."));
        assertTrue(text(server.get("/embed/thoi-su")).contains("href=\"https://feeds.example.vn/c/thoi-su\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/embed/",
                "/embed/nothing",
                "/embed/nothing.html",
                "/embed/kinh-te.xml",
                "/embed/.json",
                "/embed/kinh-te."
            })
    void findsNothingElse(String path) {
        assertEquals(404, server.get(path).statusCode());
    }

    @Test
    void keepsTitlesText() throws IOException {
        String title = "<b onclick=x()>Đậm</b> & \"nháy\"";
        assertEquals(
                title,
                Jsoup.parse(text(server.get("/embed/y-te")))
                        .select(".loa-title")
                        .text());
        assertEquals(0, Jsoup.parse(text(server.get("/embed/y-te"))).select("b").size());
        JsonNode data = new ObjectMapper().readTree(text(server.get("/embed/y-te.json")));
        assertEquals(title, data.get("headlines").get(0).get("title").asText());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/embed.js",
                "/frame.js",
                "/embed.css",
                "/embed/kinh-te?limit=20&images=true",
                "/embed/kinh-te.html?limit=20&images=true",
                "/embed/kinh-te.json"
            })
    void isSmallAndCachedLikeFeeds(String path) {
        String plain = field(server.get(path), "ETag");
        for (String encoding : new String[] {"gzip", "br"}) {
            HttpResponse<byte[]> answer = server.get(path, "Accept-Encoding", encoding);
            assertEquals(encoding, field(answer, "Content-Encoding"));
            assertTrue(
                    answer.body().length < 6 * 1024, path + " has " + answer.body().length + " bytes as " + encoding);
            assertEquals(Documents.CACHE_CONTROL, field(answer, "Cache-Control"));
            assertEquals("Accept-Encoding", field(answer, "Vary"));
            String etag = field(answer, "ETag");
            assertTrue(etag.startsWith("\""), etag);
            assertNotEquals(plain, etag);
            assertEquals(
                    304,
                    server.get(path, "Accept-Encoding", encoding, "If-None-Match", etag)
                            .statusCode());
            assertEquals(200, server.get(path, "If-None-Match", etag).statusCode());
        }
        assertTrue(server.get(path).headers().firstValue("Set-Cookie").isEmpty());
    }

    @Test
    void showsANewArticleAtOnce() {
        String etag = field(server.get("/embed/all.json"), "ETag");
        server.keep("Vừa mới xong", "thoi-su");
        HttpResponse<byte[]> answer = server.get("/embed/all.json", "If-None-Match", etag);
        assertEquals(200, answer.statusCode());
        assertTrue(text(answer).contains("Vừa mới xong"));
    }

    @Test
    void mayBeFramedAndNothingElseMay() {
        for (String path : new String[] {"/embed/kinh-te", "/embed/kinh-te.html"}) {
            assertTrue(policy(path).endsWith("; frame-ancestors *"), policy(path));
        }
        for (String path : new String[] {
            "/", "/c/kinh-te", "/status", "/feeds/kinh-te.rss", "/feeds/y-te.atom?limit=1", "/feeds.opml", "/embed.js",
            "/style.css", "/icon.png", "/sample/", "/nothing", "/embed/nothing", "/health/live", "/changes.json"
        }) {
            assertTrue(policy(path).endsWith("frame-ancestors 'none'"), path + ": " + policy(path));
        }
    }

    private static String policy(String path) {
        return field(server.get(path), "Content-Security-Policy");
    }

    private static String field(HttpResponse<byte[]> answer, String name) {
        return answer.headers()
                .firstValue(name)
                .orElseThrow(() -> new AssertionError(name + " in " + answer.headers()));
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), UTF_8);
    }
}
