package loa.feed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import loa.article.Article;
import loa.article.Byline;
import loa.article.Category;
import loa.article.Text;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Whatever text the store holds, each form carries it whole, but for what no reader may be sent. */
class AnyTextTest {

    private static final Category CATEGORY = new Category("kinh-te", "Kinh tế");
    private static final Newsroom NEWSROOM = new Newsroom(
            "Tin",
            URI.create("https://feeds.example.vn"),
            "vi",
            null,
            null,
            List.of(CATEGORY),
            Map.of("kinh-te", Duration.ofMinutes(10)));

    private static final List<String> TRAPS = List.of(
            "]]>",
            "<![CDATA[",
            "<b>",
            "</title>",
            "<!--",
            "&amp;",
            "&#0;",
            "&#xFFFE;",
            "&nbsp;",
            "\"",
            "'",
            "\0",
            "\u000B",
            "\uFFFE",
            "\uFFFF",
            "\uFFFD",
            "\u0085",
            "\uD83D",
            "\uDC69",
            "\u202E",
            "\u2066",
            "\u200B",
            "\uFEFF",
            "\u2028",
            "👩‍🌾",
            "👨‍👩‍👧‍👦",
            "🏴󠁧󠁢󠁷󠁬󠁳󠁿",
            "🇻🇳",
            "❤️",
            "ệ",
            "e\u0323\u0302",
            "\r\n",
            "\t",
            "𝕃",
            "\uD800\uDC00",
            "\uDBFF\uDFFD");

    static List<Arguments> texts() {
        return IntStream.range(0, 120)
                .mapToObj(seed -> Arguments.of(seed, seed == 0 ? 1 << 20 : seed % 7 == 0 ? 0 : 1 + seed * 3))
                .toList();
    }

    @ParameterizedTest(name = "seed {0}: {1} characters")
    @MethodSource("texts")
    void carriesTextWhole(int seed, int length) throws IOException {
        Random random = new Random(seed);
        Article article = new Article(
                1,
                "tag:feeds.example.vn,2026-01-12:portal/1",
                URI.create("https://portal.example.vn/1"),
                text(random, length),
                random.nextInt(4) == 0 ? null : text(random, length),
                text(random, length),
                new Byline(text(random, Math.min(length, 200)), text(random, Math.min(length, 200))),
                null,
                Instant.ofEpochSecond(random.nextLong() >> 20),
                Instant.ofEpochSecond(random.nextLong() >> 20),
                1,
                List.of("kinh-te"));
        Feed feed = new Feed(
                NEWSROOM, CATEGORY, Feed.Place.subscription(50, 0), Instant.EPOCH, List.of(article), List.of());
        rss(article, StrictXml.read(RssWriter.write(feed)));
        atom(article, StrictXml.read(AtomWriter.write(feed)));
        json(article, new ObjectMapper().readTree(JsonFeedWriter.write(feed)));
        assertArrayEquals(RssWriter.write(feed), RssWriter.write(feed));
    }

    private static void rss(Article article, Document rss) {
        Element item = (Element) rss.getElementsByTagName("item").item(0);
        assertEquals(clean(article.title()), text(item, "title"));
        assertEquals(clean(article.excerpt()), Parser.unescapeEntities(text(item, "description"), false));
        assertEquals(clean(article.body()), text(item, "content:encoded"));
        assertEquals(clean(article.byline().author()), text(item, "dc:creator"));
        assertEquals(clean(article.byline().credit()), text(item, "dc:source"));
    }

    private static void atom(Article article, Document atom) {
        Element entry = (Element) atom.getElementsByTagName("entry").item(0);
        assertEquals(clean(article.title()), construct(entry, "title"));
        assertEquals(clean(article.excerpt()), construct(entry, "summary"));
        assertEquals(clean(article.body()), text(entry, "content"));
        assertEquals(clean(article.byline().author()), text(entry, "name"));
        assertEquals(20, text(entry, "published").length());
        assertEquals(20, text(entry, "updated").length());
    }

    private static void json(Article article, JsonNode json) {
        JsonNode item = json.get("items").get(0);
        assertEquals(Text.clean(article.title()), item.get("title").asText());
        assertEquals(Text.clean(article.body()), item.get("content_html").asText());
        assertEquals(
                article.summary() == null ? "" : Text.clean(article.summary()),
                item.path("summary").asText());
        assertEquals(
                clean(article.byline().author()),
                item.get("authors").get(0).get("name").asText());
    }

    /** As it must come out of an XML parser. */
    private static String clean(@Nullable String text) {
        return Text.clean(Objects.requireNonNull(text));
    }

    private static String text(Element parent, String name) {
        return parent.getElementsByTagName(name).item(0).getTextContent();
    }

    private static String construct(Element parent, String name) {
        Element element = (Element) parent.getElementsByTagName(name).item(0);
        return element.getAttribute("type").equals("html")
                ? Parser.unescapeEntities(element.getTextContent(), false)
                : element.getTextContent();
    }

    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder(length);
        while (text.length() < length) {
            switch (random.nextInt(5)) {
                case 0 -> text.append(TRAPS.get(random.nextInt(TRAPS.size())));
                case 1 -> text.append((char) random.nextInt(0x10000));
                case 2 -> text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
                case 3 -> text.append((char) random.nextInt(0x80));
                default -> text.append("Nông dân gặt sớm ".charAt(random.nextInt(17)));
            }
        }
        return text.toString();
    }
}
