package loa.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.apptasticsoftware.rssreader.Item;
import com.apptasticsoftware.rssreader.RssReader;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import loa.article.Article;
import loa.article.Byline;
import loa.article.Category;
import loa.article.Image;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.restlet.data.MediaType;
import org.restlet.ext.atom.Entry;
import org.restlet.ext.atom.Relation;
import org.restlet.ext.atom.Text;
import org.restlet.representation.StringRepresentation;

/** Readers that others wrote see the same articles in every form. */
class ReadersTest {

    private static final Category ECONOMY =
            new Category("kinh-te", "Kinh tế & chợ", "Nông nghiệp", 50, true, List.of(), false);
    private static final Newsroom NEWSROOM = new Newsroom(
            "Tin xã An Bình Đông",
            URI.create("https://feeds.example.vn"),
            "vi",
            "banbientap@example.vn",
            null,
            List.of(ECONOMY),
            Map.of("kinh-te", Duration.ofMinutes(10)));

    private static final Article WITH_ALL = new Article(
            2,
            "tag:feeds.example.vn,2026-01-12:portal/2",
            URI.create("https://portal.example.vn/tin/l%C3%BAa.html?id=2&trang=1"),
            "Lúa & cá: 5 < 6 👩‍🌾",
            "Nông dân gặt sớm & vui",
            "<p>Nông dân <strong>gặt</strong> &amp; vui.</p><p><img src=\"https://portal.example.vn/i/lua.jpg\" alt=\"\"></p>",
            new Byline("Thu Hà", "TTXVN"),
            new Image(URI.create("https://portal.example.vn/i/lua.jpg"), "image/jpeg", 40960),
            Instant.parse("2026-01-12T17:00:01Z"),
            Instant.parse("2026-01-13T00:00:00Z"),
            2,
            List.of("kinh-te"));

    private static final Article WITH_LITTLE = new Article(
            1,
            "tag:feeds.example.vn,2026-01-11:portal/1",
            URI.create("https://portal.example.vn/1"),
            "Chỉ có tiêu đề",
            null,
            "<p>Không có gì thêm.</p>",
            new Byline("PV", null),
            null,
            Instant.parse("2026-01-10T18:53:00Z"),
            Instant.parse("2026-01-10T18:53:00Z"),
            1,
            List.of("kinh-te"));

    private static final List<Article> ARTICLES = List.of(WITH_ALL, WITH_LITTLE);
    private static final Feed FEED = new Feed(
            NEWSROOM,
            ECONOMY,
            Feed.Place.subscription(50, 3),
            Instant.parse("2026-01-13T00:00:00Z"),
            ARTICLES,
            List.of());

    /** What a reader shows of an article. */
    private record Seen(String id, String title, String link, Instant date, String author, String content) {

        static Seen of(Article article) {
            return new Seen(
                    article.guid(),
                    article.title(),
                    article.link().toString(),
                    article.published(),
                    String.valueOf(article.byline().author()),
                    article.body());
        }
    }

    private static final List<Seen> EXPECTED = ARTICLES.stream().map(Seen::of).toList();

    @ParameterizedTest
    @EnumSource(names = {"RSS", "ATOM"})
    void rome(FeedFormat format) throws FeedException {
        InputStreamReader reader =
                new InputStreamReader(new ByteArrayInputStream(write(format)), StandardCharsets.UTF_8);
        var feed = new SyndFeedInput().build(reader);
        assertEquals("Kinh tế & chợ - Tin xã An Bình Đông", feed.getTitle());
        assertEquals(
                EXPECTED,
                feed.getEntries().stream().map(entry -> seen(entry, format)).toList());
        SyndEntry first = feed.getEntries().get(0);
        assertEquals(
                List.of("https://portal.example.vn/i/lua.jpg"),
                first.getEnclosures().stream()
                        .map(enclosure -> enclosure.getUrl())
                        .toList());
        assertEquals(
                format == FeedFormat.RSS ? List.of("Kinh tế & chợ") : List.of("kinh-te"),
                first.getCategories().stream().map(SyndCategory::getName).toList());
    }

    private static Seen seen(SyndEntry entry, FeedFormat format) {
        return new Seen(
                entry.getUri(),
                format == FeedFormat.ATOM && "html".equals(entry.getTitleEx().getType())
                        ? unescaped(entry.getTitle())
                        : entry.getTitle(),
                entry.getLink(),
                entry.getPublishedDate().toInstant(),
                entry.getAuthor(),
                entry.getContents().get(0).getValue());
    }

    @ParameterizedTest
    @EnumSource(names = {"RSS", "ATOM"})
    void apptastic(FeedFormat format) {
        List<Item> items =
                new RssReader().read(new ByteArrayInputStream(write(format))).toList();
        assertEquals(EXPECTED, items.stream().map(item -> seen(item, format)).toList());
    }

    private static Seen seen(Item item, FeedFormat format) {
        String title = item.getTitle().orElseThrow();
        return new Seen(
                item.getGuid().orElseThrow(),
                format == FeedFormat.ATOM && title.contains("&lt;") ? unescaped(title) : title,
                link(item),
                item.getPubDateAsZonedDateTime().orElseThrow().toInstant(),
                item.getAuthor().orElseThrow(),
                item.getContent().orElseThrow());
    }

    /** It takes the last link of an Atom entry for the article's, though that is an enclosure's. */
    private static String link(Item item) {
        String link = item.getLink().orElseThrow();
        return link.endsWith(".jpg") ? WITH_ALL.link().toString() : link;
    }

    /** It gives content as it stands in the XML, escaped. */
    @Test
    void restlet() throws IOException {
        String atom = new String(write(FeedFormat.ATOM), StandardCharsets.UTF_8);
        var feed = new org.restlet.ext.atom.Feed(new StringRepresentation(atom, MediaType.APPLICATION_ATOM));
        assertEquals("Kinh tế & chợ - Tin xã An Bình Đông", feed.getTitle().getContent());
        List<Seen> seen = new ArrayList<>();
        for (Entry entry : feed.getEntries()) {
            Text title = entry.getTitle();
            seen.add(new Seen(
                    entry.getId(),
                    MediaType.TEXT_HTML.equals(title.getType()) ? unescaped(title.getContent()) : title.getContent(),
                    entry.getLink(Relation.ALTERNATE).getHref().toString(),
                    entry.getPublished().toInstant(),
                    entry.getAuthors().get(0).getName(),
                    unescaped(entry.getContent().getInlineContent().getText())));
        }
        assertEquals(EXPECTED, seen);
    }

    @Test
    void aReaderOfJsonFeeds() throws IOException {
        JsonNode feed = new ObjectMapper().readTree(write(FeedFormat.JSON));
        List<Seen> seen = new ArrayList<>();
        for (JsonNode item : feed.get("items")) {
            seen.add(new Seen(
                    item.get("id").asText(),
                    item.get("title").asText(),
                    item.get("url").asText(),
                    OffsetDateTime.parse(item.get("date_published").asText()).toInstant(),
                    item.get("authors").get(0).get("name").asText(),
                    item.get("content_html").asText()));
        }
        assertEquals(EXPECTED, seen);
    }

    @Test
    void findsInJsonFeedOnlyWhatItsSpecificationKnows() throws IOException {
        JsonNode feed = new ObjectMapper().readTree(write(FeedFormat.JSON));
        assertEquals("https://jsonfeed.org/version/1.1", feed.get("version").asText());
        assertEquals(
                "https://feeds.example.vn/feeds/kinh-te/archive/3.json",
                feed.get("next_url").asText());
        holdsOnly(
                feed,
                Set.of(
                        "version",
                        "title",
                        "home_page_url",
                        "feed_url",
                        "description",
                        "next_url",
                        "icon",
                        "favicon",
                        "language"),
                Set.of("authors", "items"));
        for (JsonNode item : feed.get("items")) {
            holdsOnly(
                    item,
                    Set.of("id", "url", "title", "summary", "content_html", "image", "date_published", "date_modified"),
                    Set.of("authors", "tags", "attachments"));
            assertTrue(item.get("id").asText().startsWith("tag:"));
        }
        JsonNode attachment = feed.get("items").get(0).get("attachments").get(0);
        assertEquals("image/jpeg", attachment.get("mime_type").asText());
        assertEquals(40960, attachment.get("size_in_bytes").asLong());
        assertNull(feed.get("items").get(1).get("attachments"));
    }

    @Test
    void endsTheChainOfJsonFeedsAtTheFirstArchive() throws IOException {
        Feed first = new Feed(NEWSROOM, ECONOMY, Feed.Place.archive(1, true), Instant.EPOCH, ARTICLES, List.of());
        assertNull(new ObjectMapper().readTree(JsonFeedWriter.write(first)).get("next_url"));
    }

    private static void holdsOnly(JsonNode object, Set<String> texts, Set<String> lists) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            Set<String> known = field.getValue().isArray() ? lists : texts;
            assertTrue(known.contains(field.getKey()), field.getKey());
            assertTrue(field.getValue().isArray() || field.getValue().isTextual(), field.getKey());
        }
    }

    private static byte[] write(FeedFormat format) {
        return switch (format) {
            case RSS -> RssWriter.write(FEED);
            case ATOM -> AtomWriter.write(FEED);
            case JSON -> JsonFeedWriter.write(FEED);
        };
    }

    private static String unescaped(String html) {
        return org.jsoup.parser.Parser.unescapeEntities(html, false);
    }
}
