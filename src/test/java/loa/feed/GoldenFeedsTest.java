package loa.feed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import loa.article.Article;
import loa.article.Byline;
import loa.article.Category;
import loa.article.Image;
import loa.store.Withdrawal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the bytes of each feed in each form. Run with {@code -Dgolden.update=true} to write the files anew after a change
 * that is meant, and read the difference before committing it.
 */
class GoldenFeedsTest {

    private static final Path GOLDEN = Path.of("src/test/resources/feeds");
    private static final Category ECONOMY =
            new Category("kinh-te", "Kinh tế", "Nông nghiệp & chợ", 50, true, List.of(), false);
    private static final Category SUMMARIES = new Category("van-hoa", "Văn hóa", null, 50, false, List.of(), false);
    private static final Newsroom NEWSROOM = new Newsroom(
            "Tin xã An Bình Đông",
            URI.create("https://feeds.example.vn"),
            "vi",
            "banbientap@example.vn",
            "© Ủy ban nhân dân xã An Bình Đông",
            List.of(ECONOMY, SUMMARIES),
            Map.of("kinh-te", Duration.ofMinutes(10)));

    private static final Article PLAIN = new Article(
            7,
            "tag:feeds.example.vn,2026-01-12:portal/7",
            URI.create("https://portal.example.vn/kinh-te/lua-chin-7.html"),
            "Lúa chín sớm ở cánh đồng Bưng",
            "Nông dân gặt sớm nửa tháng.",
            "<p><strong>Nông dân gặt sớm nửa tháng.</strong></p><p><img src=\"https://portal.example.vn/i/lua.jpg\" alt=\"\"></p>",
            new Byline("Thu Hà", null),
            new Image(URI.create("https://portal.example.vn/i/lua.jpg"), "image/jpeg", 40960),
            Instant.parse("2026-01-10T18:53:00Z"),
            Instant.parse("2026-01-10T18:53:00Z"),
            1,
            List.of("kinh-te"));

    private static final Article AWKWARD = new Article(
            9,
            "tag:feeds.example.vn,2026-01-13:portal/9",
            URI.create("https://portal.example.vn/xem?id=9&trang=1"),
            "5 < 6 & \"ngoặc\" <script>alert(1)</script> 👩‍🌾 ]]>",
            "Tóm tắt có <b> và & và ]]>",
            "<p>Thân bài có &lt;b&gt; &amp; ]]&gt; và 👩‍🌾</p>",
            new Byline(null, "TTXVN"),
            null,
            Instant.parse("2026-01-12T17:00:01Z"),
            Instant.parse("2026-02-01T00:00:00Z"),
            3,
            List.of("kinh-te", "van-hoa", "chuyen-muc-da-bo"));

    private static final Article BARE = new Article(
            10,
            "tag:feeds.example.vn,2026-01-13:portal/10",
            URI.create("https://portal.example.vn/10"),
            "Chỉ có tiêu đề",
            null,
            "<p>Không có tóm tắt, không có tác giả.</p>",
            Byline.NONE,
            null,
            Instant.parse("2026-01-12T17:00:00Z"),
            Instant.parse("2026-01-12T17:00:00Z"),
            2,
            List.of("kinh-te"));

    private static final Article QUOTED = new Article(
            11,
            "tag:feeds.example.vn,2026-01-14:portal/11",
            URI.create("https://portal.example.vn/tin/l%E1%BB%8Bch%20bi%E1%BB%83u%20di%E1%BB%85n.html"),
            "Chợ phiên R&D; AT&T và a<b",
            "Dấu & và < trong tóm tắt",
            "<p><a href=\"https://portal.example.vn/xem?a=1&amp;b=2\">Xem</a></p>\n<pre>một\n  hai</pre>",
            new Byline("Thu Hà - Minh Khôi", "TTXVN"),
            Image.at(URI.create("https://portal.example.vn/i/anh%20bia.jpg")),
            Instant.parse("2026-01-13T00:00:00Z"),
            Instant.parse("2026-01-13T00:00:00Z"),
            5,
            List.of("kinh-te"));

    /** What a damaged row of the store might hold. */
    private static final Article DAMAGED = new Article(
            12,
            "tag:feeds.example.vn,2026-01-14:portal/12",
            URI.create("https://portal.example.vn/12"),
            "Hỏng\0\uFFFE \uD83D và \u0085C1\uFFFD",
            "\uDC69Tóm tắt\u0001",
            "<p>Thân\u000B bài\uFFFF \uD83D\uDC69</p>",
            new Byline("Thu\u0000 Hà", "TTX\uFFFEVN"),
            null,
            Instant.MIN,
            Instant.MAX,
            6,
            List.of("kinh-te"));

    private static final Newsroom PLAIN_NEWSROOM = new Newsroom(
            "Tin (thử nghiệm)",
            URI.create("https://feeds.example.vn"),
            "vi",
            "banbientap@example.vn",
            null,
            List.of(new Category("y-te", "Y tế & sức khỏe")),
            Map.of());

    private static final Withdrawal GONE =
            new Withdrawal("tag:feeds.example.vn,2026-01-11:portal/3", Instant.parse("2026-01-31T03:00:00Z"), 4);
    private static final Instant CHANGED = Instant.parse("2026-02-01T00:00:01Z");

    static Stream<Arguments> feeds() {
        Map<String, Feed> feeds = new TreeMap<>();
        feeds.put("full-text", feed(ECONOMY, Feed.Place.subscription(50, 2), AWKWARD, BARE, PLAIN));
        feeds.put("limited", feed(ECONOMY, Feed.Place.subscription(1, 2), AWKWARD));
        feeds.put("summaries", feed(SUMMARIES, Feed.Place.subscription(50, 0), AWKWARD, BARE));
        feeds.put("all", feed(NEWSROOM.all(), Feed.Place.subscription(50, 0), PLAIN));
        feeds.put("quoted", feed(ECONOMY, Feed.Place.subscription(50, 0), QUOTED));
        feeds.put("damaged", feed(ECONOMY, Feed.Place.subscription(50, 0), DAMAGED));
        feeds.put("archive", feed(ECONOMY, Feed.Place.archive(2, true), PLAIN));
        feeds.put("archive-first", feed(ECONOMY, Feed.Place.archive(1, true), PLAIN));
        feeds.put("archive-open", feed(ECONOMY, Feed.Place.archive(1, false), PLAIN));
        feeds.put("empty", feed(ECONOMY, Feed.Place.subscription(50, 0)));
        feeds.put("withdrawn", withdrawn());
        feeds.put("plain-newsroom", inPlainNewsroom());
        return feeds.entrySet().stream()
                .flatMap(feed -> Stream.of(
                        Arguments.of(feed.getKey() + ".rss", RssWriter.write(feed.getValue())),
                        Arguments.of(feed.getKey() + ".atom", AtomWriter.write(feed.getValue())),
                        Arguments.of(feed.getKey() + ".json", JsonFeedWriter.write(feed.getValue()))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("feeds")
    void keepsTheBytesOf(String name, byte[] actual) throws IOException {
        assertGolden(name, actual);
    }

    @Test
    void keepsTheBytesOfTheListOfFeeds() throws IOException {
        assertGolden("feeds.opml", OpmlWriter.write(NEWSROOM));
    }

    private static Feed withdrawn() {
        Feed.Place place = Feed.Place.subscription(50, 0);
        return new Feed(NEWSROOM, ECONOMY, place, CHANGED, List.of(PLAIN), List.of(GONE));
    }

    private static Feed inPlainNewsroom() {
        Category health = PLAIN_NEWSROOM.categories().get(0);
        Feed.Place place = Feed.Place.subscription(50, 0);
        return new Feed(PLAIN_NEWSROOM, health, place, CHANGED, List.of(BARE.in(List.of("y-te"))), List.of());
    }

    private static Feed feed(Category category, Feed.Place place, Article... articles) {
        return new Feed(NEWSROOM, category, place, CHANGED, List.of(articles), List.of());
    }

    private static void assertGolden(String name, byte[] actual) throws IOException {
        Path golden = GOLDEN.resolve(name);
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN);
            Files.write(golden, actual);
        }
        byte[] expected = Files.readAllBytes(golden);
        assertEquals(text(expected), text(actual));
        assertArrayEquals(expected, actual);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
