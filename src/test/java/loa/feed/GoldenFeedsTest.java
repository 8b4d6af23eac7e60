package loa.feed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import loa.article.Article;
import loa.article.Byline;
import loa.article.Category;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the bytes of each feed in each form. Run with {@code -Dgolden.update=true} to write the files anew after a change
 * that is meant, and read the difference before committing it.
 */
class GoldenFeedsTest {

    private static final Path GOLDEN = Path.of("src/test/resources/feeds");
    private static final Category ECONOMY = new Category("kinh-te", "Kinh tế", "Nông nghiệp & chợ", 50, true);
    private static final Category SUMMARIES = new Category("van-hoa", "Văn hóa", null, 50, false);
    private static final Newsroom NEWSROOM = new Newsroom(
            "Tin xã An Bình Đông",
            URI.create("https://feeds.example.vn"),
            "vi",
            "banbientap@example.vn",
            List.of(ECONOMY, SUMMARIES));

    private static final Article PLAIN = new Article(
            7,
            "tag:feeds.example.vn,2026-01-12:portal/7",
            URI.create("https://portal.example.vn/kinh-te/lua-chin-7.html"),
            "Lúa chín sớm ở cánh đồng Bưng",
            "Nông dân gặt sớm nửa tháng.",
            "<p><strong>Nông dân gặt sớm nửa tháng.</strong></p><p><img src=\"https://portal.example.vn/i/lua.jpg\" alt=\"\"></p>",
            new Byline("Thu Hà", null),
            URI.create("https://portal.example.vn/i/lua.jpg"),
            Instant.parse("2026-01-10T18:53:00Z"),
            Instant.parse("2026-01-10T18:53:00Z"),
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
            Instant.parse("2026-02-01T00:00:00.123Z"),
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
            List.of("kinh-te"));

    static Stream<Arguments> feeds() {
        Map<String, Feed> feeds = new TreeMap<>(Map.of(
                "full-text",
                        new Feed(
                                NEWSROOM,
                                ECONOMY,
                                Instant.parse("2026-02-01T00:00:01Z"),
                                List.of(AWKWARD, BARE, PLAIN)),
                "summaries",
                        new Feed(NEWSROOM, SUMMARIES, Instant.parse("2026-02-01T00:00:01Z"), List.of(AWKWARD, BARE)),
                "all", new Feed(NEWSROOM, NEWSROOM.all(), Instant.parse("2026-02-01T00:00:01Z"), List.of(PLAIN)),
                "empty", new Feed(NEWSROOM, ECONOMY, Instant.EPOCH, List.of())));
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

    @org.junit.jupiter.api.Test
    void keepsTheBytesOfTheListOfFeeds() throws IOException {
        assertGolden("feeds.opml", OpmlWriter.write(NEWSROOM));
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
