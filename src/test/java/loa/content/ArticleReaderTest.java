package loa.content;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import loa.article.Candidate;
import loa.article.Identity;
import loa.article.ParsedArticle;
import loa.language.Phrase;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads pages without any selector. A page is {@code NAME.html} with {@code NAME.expected.json}; adding one is adding both. */
class ArticleReaderTest {

    private static final Path PAGES = Path.of("src/test/resources/articles");
    private static final URI ADDRESS = URI.create("https://news.example.vn/tin/bai-viet-moi-1234.html");
    private static final Instant FETCHED = Instant.parse("2026-11-23T08:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<String> pages() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".html"))
                    .map(name -> name.replace(".html", ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void findsEachPartOfTheArticle(String name) throws IOException {
        JsonNode expected = JSON.readTree(PAGES.resolve(name + ".expected.json").toFile());
        ReadArticle read = read(
                        Files.readString(PAGES.resolve(name + ".html")),
                        expected.get("listed").asText())
                .orElseThrow();
        ParsedArticle article = read.article();
        assertAll(
                () -> assertEquals(expected.get("title").asText(), article.title()),
                () -> assertEquals(expected.get("published").asText(), String.valueOf(article.published())),
                () -> assertEquals(
                        text(expected.get("author")), article.byline().author()),
                () -> assertEquals(
                        text(expected.get("credit")), article.byline().credit()),
                () -> assertEquals(expected.get("summary").asText(), article.summary()),
                () -> assertEquals(
                        expected.get("image").asText(),
                        article.image() == null
                                ? null
                                : article.image().address().getPath()),
                () -> assertInOrder(expected.get("text"), read.text()),
                () -> expected.get("absent")
                        .forEach(absent -> assertFalse(
                                article.body().text().contains(absent.asText()),
                                "still there: " + absent + " in "
                                        + article.body().html())),
                () -> assertCaption(expected.path("caption").asText(), read));
    }

    @Test
    void namesWhatSaysSo() throws IOException {
        ReadArticle read =
                read(Files.readString(PAGES.resolve("newspaper.html")), "").orElseThrow();
        assertEquals("JSON-LD", evidence(read, Field.TITLE).english());
        assertEquals("JSON-LD", evidence(read, Field.PUBLISHED).english());
        assertEquals("the text of the page", evidence(read, Field.BODY).english());
        assertEquals("phần chữ của trang", evidence(read, Field.BODY).vietnamese());
    }

    private static Phrase evidence(ReadArticle read, Field field) {
        return Objects.requireNonNull(read.evidence().get(field));
    }

    @Test
    void trustsNoHeadlineForMachinesThatThePageDoesNotShow() {
        String page = "<title>Xã họp dân bàn việc làm đường mới</title>"
                + "<meta property=og:title content='Trang thông tin điện tử tổng hợp'><h1>Xã họp dân bàn việc làm đường mới</h1>"
                + "<p>" + "Bà con góp công và góp đất để con đường kịp xong trước mùa mưa năm nay. ".repeat(4);
        assertEquals(
                "Xã họp dân bàn việc làm đường mới",
                read(page, "").orElseThrow().article().title());
    }

    @Test
    void findsNoArticleWhereThereIsNone() {
        assertEquals(
                Optional.empty(), read("<h1>Danh mục</h1><ul><li><a href=/1>Một</a><li><a href=/2>Hai</a></ul>", ""));
    }

    @Test
    void leavesAnArticleUnreadOfWhichAPartIsMissingAndTakesWhatIsLeftWhenItIsGone() {
        String paragraph =
                "<p>" + "Bà con ấp trên đã gặt xong lúa hè thu, năng suất cao hơn mọi năm. ".repeat(5) + "</p>";
        String first = "<h1>Mùa gặt ở ấp trên</h1><article>" + paragraph
                + "</article><p>Trang: <b>1</b> <a href='?trang=2'>2</a></p>";
        String second = "<h1>Mùa gặt ở ấp trên</h1><article><p>" + "Sang tháng, xã mở hội mừng lúa mới. ".repeat(8)
                + "</p></article><p>Trang: <a href='?'>1</a> <b>2</b></p>";
        Candidate candidate = new Candidate("key", ADDRESS, "", null, null, null, Set.of("tin"));
        ArticleReader reader = new ArticleReader(site());
        Document whole = Jsoup.parse(first, ADDRESS.toString());
        Document half = Jsoup.parse(first, ADDRESS.toString());
        Optional<ParsedArticle> read = reader.read(
                whole,
                FETCHED,
                candidate,
                trouble -> {},
                part -> Part.of(Optional.of(Jsoup.parse(second, part.toString()))));
        assertTrue(read.orElseThrow().body().text().contains("mừng lúa mới"));
        assertEquals(
                Optional.empty(),
                reader.read(half, FETCHED, candidate, trouble -> {}, part -> Part.of(Optional.empty())));
        Document rest = Jsoup.parse(first, ADDRESS.toString());
        Optional<ParsedArticle> left = reader.read(rest, FETCHED, candidate, trouble -> {}, part -> Part.GONE);
        assertTrue(left.orElseThrow().body().text().contains("gặt xong lúa"));
    }

    private static void assertCaption(String caption, ReadArticle read) {
        if (!caption.isEmpty()) {
            String captions = Jsoup.parse(read.article().body().html())
                    .select("figcaption")
                    .text();
            assertTrue(captions.contains(caption), read.article().body().html());
            assertFalse(read.text().contains(caption), "a caption is no running text");
        }
    }

    private static void assertInOrder(JsonNode pieces, String text) {
        int from = 0;
        for (JsonNode piece : pieces) {
            int found = text.indexOf(piece.asText(), from);
            assertTrue(found >= 0, "not in its place: " + piece + " in " + text);
            from = found + piece.asText().length();
        }
    }

    private static Optional<ReadArticle> read(String html, String listed) {
        Document page = Jsoup.parse(html, ADDRESS.toString());
        Candidate candidate = new Candidate("key", ADDRESS, listed, null, null, null, Set.of("tin"));
        return new ArticleReader(site()).examine(page, FETCHED, candidate, trouble -> {}, (links, reader) -> true);
    }

    private static Site site() {
        URI root = URI.create("https://news.example.vn/");
        return new Site("portal", new Identity(root, List.of()), ZoneId.of("Asia/Ho_Chi_Minh"), ArticleSelectors.NONE);
    }

    private static @Nullable String text(JsonNode node) {
        return node.isNull() ? null : node.asText();
    }
}
