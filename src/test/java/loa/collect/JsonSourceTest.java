package loa.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import loa.TestClock;
import loa.TestNewsroom;
import loa.article.Article;
import loa.page.Trouble;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a site gives to programs as JSON, as a source. */
class JsonSourceTest {

    @TempDir
    Path folder;

    private final MockWebServer site = new MockWebServer();

    @SuppressWarnings("NullAway.Init") // each test opens its own
    private TestNewsroom newsroom;

    @BeforeEach
    void open() throws IOException {
        site.start();
    }

    @AfterEach
    void close() {
        newsroom.close();
        site.close();
    }

    @Test
    void readsWordPressPageByPageAsItsHeadersSay() {
        answer(
                "/wp-json/wp/v2/posts?_embed",
                post(3) + "," + post(2),
                "</wp-json/wp/v2/posts?_embed&page=2>; rel=\"next\"");
        answer("/wp-json/wp/v2/posts?_embed&page=2", post(1), "</wp-json/wp/v2/posts?_embed>; rel=\"prev\"");
        newsroom = open("json: %swp-json/wp/v2/posts?_embed", "pages: 5", "categories: {Hạ tầng & đô thị: kinh-te}");
        Run run = newsroom.collect();
        assertEquals(List.of(), run.troubles());
        assertEquals(3, run.added());
        Article article = newsroom.article("/bai-1/");
        assertEquals("Khởi công – đường số 1", article.title());
        assertEquals("Tóm tắt 1", article.summary());
        assertEquals("Ban biên tập", article.byline().author());
        assertEquals(Instant.parse("2026-02-28T01:01:00Z"), article.published());
        assertEquals(List.of("kinh-te"), article.categories());
    }

    /** Of WordPress both name the same guid. */
    @Test
    void knowsAnArticleAgainWhenItsSourceIsTheFeedInTheJsonsPlace() {
        answer("/posts", post(1), "");
        newsroom = open("json: %sposts", "category: kinh-te");
        newsroom.collect();
        String guid = newsroom.articles().get(0).guid();
        newsroom.close();
        newsroom = open("feed: %srss", "category: kinh-te");
        bodies.put(
                "/rss",
                new MockResponse.Builder()
                        .body("<rss version='2.0'><channel><title>T</title><link>" + site.url("/")
                                + "</link><description>T</description>"
                                + "<item><title>Khởi công – đường số 1</title><link>/bai-1/</link><guid isPermaLink='false'>"
                                + site.url("/")
                                + "?p=1</guid><description>Toàn văn 1</description></item></channel></rss>")
                        .build());
        assertEquals(0, newsroom.collect().added());
        assertEquals(guid, newsroom.articles().get(0).guid());
    }

    @Test
    void namesThePathThatLeadsToNoListAndThoseThatDo() {
        body("/api", "{\"data\": {\"articles\": [{\"t\": \"Bài\", \"u\": \"/1\"}], \"menu\": []}}");
        newsroom = open("json: %sapi", "category: kinh-te", "items: data.items");
        assertEquals(
                "`items: data.items` leads to no list in it; possible are `items: data.articles`",
                reason(newsroom.collect()));
    }

    @Test
    void namesTheFieldThatMatchesNothing() {
        body("/api", "{\"data\": {\"articles\": [{\"t\": \"Bài\", \"u\": \"/1\", \"b\": \"Thân bài.\"}]}}");
        newsroom = open(
                "json: %sapi",
                "category: kinh-te", "items: data.articles", "fields: {title: t, link: u, body: b, author: tac-gia}");
        Run run = newsroom.collect();
        assertEquals(1, run.added());
        assertEquals("`fields: {author: tac-gia}` matches nothing in it; check the path", reason(run));
        newsroom.close();
        newsroom =
                open("json: %sapi", "category: kinh-te", "items: data.articles", "fields: {title: tieu-de, link: u}");
        Run without = newsroom.collect();
        assertTrue(without.failed());
        assertEquals("`fields: {title: tieu-de}` matches nothing in it; check the path", reason(without));
    }

    private String reason(Run run) {
        return run.troubles().stream()
                .map(Trouble::reason)
                .map(reason -> reason.in(Locale.ENGLISH))
                .findFirst()
                .orElse("");
    }

    private final java.util.Map<String, MockResponse> bodies = new java.util.concurrent.ConcurrentHashMap<>();

    private void body(String path, String json) {
        bodies.put(path, new MockResponse.Builder().body(json).build());
        site.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                String asked = request.getUrl().encodedPath()
                        + (request.getUrl().encodedQuery() == null
                                ? ""
                                : "?" + request.getUrl().encodedQuery());
                return bodies.getOrDefault(
                        asked, new MockResponse.Builder().code(404).build());
            }
        });
    }

    private void answer(String path, String posts, String link) {
        body(path, "");
        MockResponse.Builder response = new MockResponse.Builder().body("[" + posts + "]");
        bodies.put(
                path,
                link.isEmpty()
                        ? response.build()
                        : response.addHeader("Link", link).build());
    }

    private String post(int number) {
        return """
                {"id": %1$d, "date": "2026-02-28T08:0%1$d:00", "date_gmt": "2026-02-28T01:0%1$d:00", "guid": {"rendered": "%2$s?p=%1$d"},
                 "link": "%2$sbai-%1$d/", "title": {"rendered": "Khởi công &#8211; đường số %1$d"},
                 "content": {"rendered": "<p>Toàn văn %1$d</p>"}, "excerpt": {"rendered": "<p>Tóm tắt %1$d</p>"},
                 "_embedded": {"author": [{"name": "Ban biên tập"}], "wp:term": [[{"name": "Hạ tầng &amp; đô thị"}]]}}""".formatted(number, site.url("/"));
    }

    private TestNewsroom open(String... lines) {
        return TestNewsroom.open(
                """
                title: Tin
                categories: {kinh-te: Kinh tế}
                sources:
                  xa:
                    %s
                network: {allow-private: [127.0.0.1, localhost]}
                """.formatted(String.join("\n    ", lines).formatted(site.url("/"))),
                folder,
                new TestClock(Instant.parse("2026-03-01T05:00:00Z")));
    }
}
