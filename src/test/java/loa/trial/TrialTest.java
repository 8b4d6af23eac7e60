package loa.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import loa.TestPortal;
import loa.config.Settings;
import loa.content.Field;
import loa.fetch.FetchSettings;
import loa.fetch.Fetcher;
import loa.language.Phrase;
import loa.source.SinglePage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrialTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final String MENU =
            "<nav><ul><li><a href='/'>Trang chủ</a></li><li><a href='/kinh-te/'>Kinh tế</a></li>"
                    + "<li><a href='/van-hoa/'>Văn hóa: đời sống</a></li><li><a href='/lich/'>Lịch tiếp dân</a></li></ul></nav>";

    @TempDir
    private Path folder;

    private final List<Phrase> progress = new ArrayList<>();
    private TestPortal portal;

    @BeforeEach
    void start() {
        portal = TestPortal.serving(folder);
        portal.put("/", listing("kinh-te", 1, 4) + listing("van-hoa", 1, 4).replace(MENU, ""));
        portal.put("/kinh-te/", listing("kinh-te", 1, 8));
        portal.put("/van-hoa/", listing("van-hoa", 1, 8));
        portal.put("/lich/", MENU + "<h1>Lịch tiếp dân</h1><p>" + "Lãnh đạo xã tiếp dân vào sáng thứ năm. ".repeat(20));
        IntStream.rangeClosed(1, 8).forEach(i -> {
            portal.put(path("kinh-te", i), article("kinh-te", i));
            portal.put(path("van-hoa", i), article("van-hoa", i));
        });
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    @Test
    void showsWhatAListingGivesAndWhy() {
        Tried tried = attempt("/kinh-te/");
        assertTrue(tried.isListing());
        assertEquals(
                IntStream.rangeClosed(1, 8).mapToObj(i -> title("kinh-te", i)).toList(),
                tried.page().orElseThrow().listed().stream()
                        .map(SinglePage.Link::title)
                        .toList());
        assertEquals(3, tried.articles().size());
        tried.articles().values().forEach(article -> {
            assertEquals(
                    "2026-05-08T08:58:00Z", String.valueOf(article.article().published()));
            assertTrue(article.evidence().keySet().containsAll(List.of(Field.TITLE, Field.PUBLISHED, Field.BODY)));
        });
        assertEquals(4, progress.size());
    }

    @Test
    void printsTheYamlOfAListingWithSelectorsThatGiveTheSame() throws IOException {
        String yaml = attempt("/kinh-te/").yaml().orElseThrow();
        assertTrue(yaml.contains("item: "), yaml);
        Settings settings = settings("title: Thử\n" + yaml);
        assertEquals(
                portal.address() + "/kinh-te/",
                settings.sources().get(0).identity().root().toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "feed | <rss version='2.0'><channel><title>T</title><link>/</link><description>T</description><item><title>Bài một</title><link>/bai-so-1</link></item></channel></rss>",
                "sitemap | <urlset><url><loc>/bai-so-1</loc></url></urlset>",
                "json | [{\"title\": \"Bài một\", \"url\": \"/bai-so-1\"}]"
            })
    void saysOfAListForProgramsWhichKindOfSourceItIs(String kind, String document) throws IOException {
        portal.put("/danh-sach", document);
        Tried tried = attempt("/danh-sach");
        assertTrue(tried.gives());
        assertEquals(1, tried.list().orElseThrow().entries().size());
        String yaml = tried.yaml().orElseThrow();
        assertTrue(yaml.contains("    " + kind + ": "), yaml);
        assertEquals(
                portal.address() + "/danh-sach",
                settings("title: Thử\n" + yaml)
                        .sources()
                        .get(0)
                        .addresses()
                        .get(0)
                        .toString());
    }

    @Test
    void saysOfAnArticleThatItIsOne() {
        Tried tried = attempt(path("kinh-te", 3));
        assertFalse(tried.isListing());
        assertEquals(
                title("kinh-te", 3), tried.article().orElseThrow().article().title());
        assertTrue(tried.yaml().isEmpty());
        assertTrue(tried.gives());
    }

    @Test
    void writesAWholeFileForAHomePageWithTheSectionsThatListArticles() throws IOException {
        Tried tried = attempt("/");
        assertTrue(tried.isHome());
        Settings settings = settings(tried.yaml().orElseThrow());
        assertEquals(
                List.of("Kinh tế", "Văn hóa: đời sống"),
                settings.newsroom().categories().stream()
                        .map(category -> category.title())
                        .toList());
    }

    @Test
    void saysWhyAPageCannotBeRead() {
        Tried tried = attempt("/nowhere/");
        assertFalse(tried.gives());
        assertEquals(1, tried.troubles().size());
    }

    @Test
    void namesTheSitesOwnFeedsThatOfTheSectionFirstAndItsData() {
        portal.put(
                "/kinh-te/",
                "<link rel=alternate type='application/rss+xml' href='/feed/'>"
                        + "<link rel=alternate type='application/rss+xml' href='/comments/feed/'>"
                        + "<link rel=alternate type='application/rss+xml' href='/kinh-te/feed/'>"
                        + "<link rel='https://api.w.org/' href='/wp-json/'>"
                        + "<link rel=alternate type='application/json' href='/wp-json/wp/v2/categories/7'>"
                        + listing("kinh-te", 1, 8));
        SinglePage page = attempt("/kinh-te/").page().orElseThrow();
        assertEquals(
                List.of("/kinh-te/feed/", "/feed/"),
                page.feeds().stream().map(URI::getPath).toList());
        assertEquals(
                portal.address() + "/wp-json/wp/v2/posts?categories=7&_embed",
                page.posts().orElseThrow().toString());
    }

    @Test
    void tellsProgramsTheSame() throws IOException {
        StringWriter output = new StringWriter();
        TriedJson.write(attempt("/van-hoa/"), ZONE, output);
        JsonNode json = new ObjectMapper().readTree(output.toString());
        assertEquals("listing", json.get("kind").asText());
        assertEquals(8, json.get("listed").size());
        assertEquals(
                title("van-hoa", 1), json.get("articles").get(0).get("title").asText());
        assertTrue(json.get("articles").get(0).get("evidence").has("body"));
    }

    private Tried attempt(String path) {
        URI address = URI.create(portal.address() + path);
        try (Fetcher fetcher = new Fetcher(FetchSettings.DEFAULT.alsoFor(address))) {
            return new Trial(fetcher, ZONE, progress::add).run(address);
        }
    }

    private Settings settings(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("feeds.yml"), yaml);
        return Settings.read(file, OptionalInt.empty(), folder);
    }

    private static String listing(String section, int from, int to) {
        return "<title>Tin tức - Xã Phú Mỹ</title>" + MENU + "<div class='tin'>"
                + IntStream.rangeClosed(from, to)
                        .mapToObj(i -> "<div class='muc'><h3><a href='" + path(section, i) + "'>" + title(section, i)
                                + "</a></h3><span>15:58 08/05/2026</span></div>")
                        .collect(Collectors.joining())
                + "</div>";
    }

    private static String article(String section, int i) {
        return "<title>" + title(section, i) + "</title>" + MENU + "<h1>" + title(section, i)
                + "</h1><span class='ngay'>15:58 08/05/2026</span><div class='noidung'>"
                + IntStream.range(0, 4)
                        .mapToObj(
                                p -> "<p>Đoạn " + p + " của bài " + i
                                        + " kể rằng bà con đã gặt xong vụ lúa, đem ra sân phơi và bán được giá tốt, ai cũng mừng vì năm nay nước về đúng lúc và cây lúa ít bệnh.</p>")
                        .collect(Collectors.joining())
                + "</div>";
    }

    private static String title(String section, int i) {
        return "Bản tin " + section + " thứ " + i + " của xã Phú Mỹ mùa này";
    }

    private static String path(String section, int i) {
        return "/" + section + "/ban-tin-thu-" + i + "-cua-xa.html";
    }
}
