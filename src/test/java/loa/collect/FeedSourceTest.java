package loa.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import loa.TestClock;
import loa.TestNewsroom;
import loa.TestPortal;
import loa.article.Article;
import loa.article.Image;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A portal's own feed as a source. */
class FeedSourceTest {

    private static final Instant NOW = Instant.parse("2026-03-01T05:00:00Z");

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock(NOW);
    private TestPortal portal;
    private TestNewsroom newsroom;

    @BeforeEach
    void open() {
        portal = TestPortal.serving(folder).withValidators();
        newsroom = open("category: kinh-te");
    }

    @AfterEach
    void close() {
        newsroom.close();
        portal.close();
    }

    @Test
    void takesTheArticlesOfAFeedWithoutAskingForTheirPages() {
        feed(item(1), item(2));
        Run run = newsroom.collect();
        assertEquals(List.of(2, 2, 0), List.of(run.listed(), run.added(), run.updated()));
        assertEquals(List.of(), run.troubles());
        assertEquals(List.of("/robots.txt", "/rss"), portal.requests());
        Article article = newsroom.article("/bai-1.html");
        assertEquals("Bài số 1", article.title());
        assertEquals("Sapo của bài số 1.", article.summary());
        assertTrue(article.body().contains("Thân bài số 1"), article.body());
        assertEquals(Instant.parse("2026-02-28T01:00:00Z"), article.published());
        assertEquals("Lê Văn Lâm", article.byline().author());
        assertEquals(List.of("kinh-te"), article.categories());
    }

    @Test
    void asksAFeedWithoutNewsOnceEachTimeAndIsAnsweredNotModified() {
        feed(item(1), item(2));
        newsroom.collect();
        for (int run = 1; run <= 3; run++) {
            portal.forgetRequests();
            assertEquals(2, newsroom.collect().listed());
            assertEquals(List.of("/rss"), portal.requests());
            assertEquals(1, portal.notModified());
        }
    }

    @Test
    void noticesAnEditInTheFeedAndNothingElse() {
        feed(item(1), item(2));
        newsroom.collect();
        Article before = newsroom.article("/bai-2.html");
        clock.advance(Duration.ofMinutes(15));
        feed(
                item(3),
                item(1).replace("<p>Thân", "<p class='x'>Thân"),
                item(2).replace("Thân bài số 2", "Thân bài đã sửa"));
        Run run = newsroom.collect();
        assertEquals(List.of(1, 1), List.of(run.added(), run.updated()));
        Article after = newsroom.article("/bai-2.html");
        assertEquals(before.guid(), after.guid());
        assertEquals(before.published(), after.published());
        assertTrue(after.updated().isAfter(before.updated()));
    }

    @Test
    void knowsAnArticleByItsGuidWhateverBecomesOfItsAddressAndTitle() {
        feed(item(1), item(2));
        newsroom.collect();
        String guid = newsroom.article("/bai-1.html").guid();
        feed(
                item(1).replace("/bai-1.html", "/tin/bai-mot-moi.html")
                        .replace("<title>Bài số 1", "<title>Bài khác hẳn"),
                item(2));
        assertEquals(List.of(0, 1), counts(newsroom.collect()));
        assertEquals(guid, newsroom.article("/tin/bai-mot-moi.html").guid());
        assertEquals(2, newsroom.articles().size());
    }

    @Test
    void takesOneArticleThatAFeedListsTwiceOrUnderTrackedAddressesForOne() {
        String bare = item(1).replaceAll("<guid.*</guid>", "");
        feed(bare, bare.replace("/bai-1.html", "/bai-1.html?utm_source=rss#top"), item(2), item(2));
        Run run = newsroom.collect();
        assertEquals(List.of(2, 2), List.of(run.listed(), run.added()));
    }

    @Test
    void saysHowMuchOfAFeedHasNoAddress() {
        feed(item(1), item(2).replaceAll("<link>.*</link>", ""));
        Run run = newsroom.collect();
        assertEquals(1, run.added());
        assertTrue(
                run.troubles().get(0).reason().english().startsWith("1 of its entries"),
                run.troubles().toString());
    }

    @Test
    void keepsTwoArticlesOfOneTitle() {
        feed(item(1), item(2).replace("Bài số 2", "Bài số 1"));
        assertEquals(2, newsroom.collect().added());
    }

    @Test
    void asksForNoFeedThatRobotsMayNotRead() throws IOException {
        Files.writeString(folder.resolve("robots.txt"), "User-agent: *\nDisallow: /rss");
        feed(item(1));
        assertTrue(newsroom.collect().failed());
        assertEquals(List.of("/robots.txt"), portal.requests());
        newsroom.close();
        newsroom = open("category: kinh-te\n    robots: ignore");
        assertEquals(1, newsroom.collect().added());
    }

    @Test
    void takesAGuidThatAllArticlesHaveForNone() {
        feed(item(1).replace("tin-1", "tin"), item(2).replace("tin-2", "tin"), item(3).replace("tin-3", "tin"));
        assertEquals(3, newsroom.collect().added());
    }

    @Test
    void filesArticlesByTheSourcesOwnNamesAndLeavesOutTheOthers() {
        newsroom.close();
        newsroom = open("categories: {Kinh tế số: kinh-te, 'Y TẾ': y-te}");
        feed(
                item(1).replace("<guid", "<category>Kinh tế số</category><category>y tế</category><guid"),
                item(2).replace("<guid", "<category>Thể thao</category><guid"));
        Run run = newsroom.collect();
        assertEquals(1, run.added());
        assertEquals(List.of("kinh-te", "y-te"), newsroom.article("/bai-1.html").categories());
        feed(item(2).replace("<guid", "<category>Thể thao</category><guid"));
        Run without = newsroom.collect();
        assertEquals(List.of(), without.holds(), "that none of it is ours says nothing against the feed");
        assertFalse(without.failed());
    }

    @Test
    void readsEachArticlesPageWhereThatIsAsked() {
        newsroom.close();
        newsroom = open("category: kinh-te\n    full-text: true\n    article: {body: .noidung}");
        portal.put("/bai-1.html", "<h1>Bài số 1</h1><div class=noidung><p>Toàn văn của bài số 1 trên trang.</p></div>");
        feed(item(1));
        newsroom.collect();
        assertTrue(newsroom.article("/bai-1.html").body().contains("Toàn văn"));
        portal.forgetRequests();
        newsroom.collect();
        assertEquals(List.of("/rss"), portal.requests());
    }

    @Test
    void followsTheDocumentsThatGoOnWithAFeedAsFarAsItIsToldAndNeverInCircles() {
        newsroom.close();
        newsroom = open("category: kinh-te\n    pages: 5");
        portal.put("/rss", atom("<link rel='next' href='/rss?p=2'/>", entry(1)));
        portal.answering((asked, form) -> "p=2".equals(asked.getQuery())
                ? atom("<link rel='next' href='/rss'/>", entry(2)).getBytes(StandardCharsets.UTF_8)
                : null);
        assertEquals(2, newsroom.collect().added());
        assertEquals(List.of("/robots.txt", "/rss", "/rss?p=2"), portal.requests());
    }

    @Test
    void withdrawsAnArticleThatIsGoneThoughItsPageIsNeverRead() {
        feed(item(1), item(2), item(3));
        for (int i = 1; i <= 3; i++) {
            portal.put("/bai-%d.html".formatted(i), "<h1>Bài số %d</h1>".formatted(i));
        }
        newsroom.collect();
        portal.fail("/bai-1.html", 404);
        feed(item(2), item(3));
        for (int run = 0; run < 8; run++) {
            clock.advance(Duration.ofHours(13));
            newsroom.collect();
        }
        assertEquals(
                Set.of("/bai-2.html", "/bai-3.html"),
                newsroom.articles().stream()
                        .map(article -> URI.create(article.link().toString()).getPath())
                        .collect(Collectors.toSet()));
    }

    @Test
    void saysThatAWebPageCameAndWhichFeedItNames() {
        portal.put(
                "/rss",
                "<!doctype html><title>Cổng</title><link rel=alternate type='application/rss+xml' href='/feed.xml'><p>Chào mừng");
        Run run = newsroom.collect();
        assertTrue(run.failed());
        String reason = run.troubles().get(0).reason().in(Locale.ENGLISH);
        assertTrue(reason.contains("`feed: " + portal.address() + "/feed.xml`"), reason);
    }

    @Test
    void holdsEverythingWhenAPageToLogInComesInItsPlace() {
        feed(item(1), item(2));
        newsroom.collect();
        portal.put("/rss", "<!doctype html><title>Đăng nhập</title><form><input type=password></form>");
        assertEquals(1, newsroom.collect().holds().size());
        assertEquals(2, newsroom.articles().size());
    }

    @Test
    void keepsWhatFellOffAndHoldsAnEmptyFeed() {
        feed(item(1), item(2));
        newsroom.collect();
        feed();
        assertEquals(1, newsroom.collect().holds().size());
        assertEquals(2, newsroom.articles().size());
    }

    @Test
    void takesADateThatCannotBeForTheMomentOfFirstSight() {
        List<String> dates = List.of(
                "",
                "1970-01-01",
                "Sat, 01 Jan 0002 00:00:00 GMT",
                "1700000000000000000",
                "hôm nào đó",
                "Fri, 01 Mar 2030 05:00:00 GMT");
        String[] items = new String[dates.size()];
        for (int i = 0; i < items.length; i++) {
            items[i] = item(i + 1).replaceFirst("(?<=<pubDate>)[^<]*", dates.get(i));
        }
        feed(items);
        newsroom.collect();
        clock.advance(Duration.ofHours(1));
        newsroom.collect();
        for (int i = 1; i <= items.length; i++) {
            assertEquals(NOW, newsroom.article("/bai-" + i + ".html").published(), dates.get(i - 1));
        }
    }

    @Test
    void readsADateWithoutAZoneInTheSourcesZone() {
        feed(item(1).replaceFirst("(?<=<pubDate>)[^<]*", "28/02/2026 08:30"));
        newsroom.collect();
        assertEquals(
                Instant.parse("2026-02-28T01:30:00Z"),
                newsroom.article("/bai-1.html").published());
    }

    @Test
    void takesATitleForTextOnce() {
        feed(
                item(1).replace("<title>Bài số 1", "<title>&lt;script&gt;alert(1)&lt;/script&gt; trên mạng"),
                item(2).replace("<title>Bài số 2", "<title>Điện &amp;amp; nước &amp;#8211; &lt;b&gt;đủ&lt;/b&gt;"));
        newsroom.collect();
        assertEquals(
                "<script>alert(1)</script> trên mạng",
                newsroom.article("/bai-1.html").title());
        assertEquals("Điện & nước – đủ", newsroom.article("/bai-2.html").title());
        assertFalse(newsroom.article("/bai-1.html").body().contains("<script"));
    }

    @Test
    void takesAnEnclosureForWhatItIsAndDropsTrackingPixels() {
        portal.put("/anh.jpg", "JPEG");
        feed(
                item(1).replace("<guid", "<enclosure url='/anh.jpg' length='-1' type='text/html'/><guid"),
                item(2).replace("<p>Thân", "<img src='https://t.example/p.gif' width='1' height='1'><p>Thân"),
                item(3).replace("<guid", "<enclosure url='/bai.mp3' length='-1' type='audio/mpeg'/><guid"));
        newsroom.collect();
        Image image = Objects.requireNonNull(newsroom.article("/bai-1.html").image());
        assertEquals(portal.address() + "/anh.jpg", image.address().toString());
        assertEquals("image/jpeg", image.mediaType());
        assertEquals(4, image.length());
        assertFalse(newsroom.article("/bai-2.html").body().contains("img"));
        assertNull(newsroom.article("/bai-3.html").image());
    }

    @Test
    void leavesAFailingFeedAloneForAWhile() {
        portal.fail("/rss", 503);
        for (int run = 0; run < 3; run++) {
            assertTrue(newsroom.collect().failed());
        }
        portal.forgetRequests();
        newsroom.collect();
        assertEquals(List.of(), portal.requests());
    }

    private static List<Integer> counts(Run run) {
        return List.of(run.added(), run.updated());
    }

    private void feed(String... items) {
        portal.put("/rss", """
                <?xml version="1.0" encoding="utf-8"?>
                <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
                <channel><title>Tin</title><link>%s/</link><description>Tin</description>
                %s
                </channel></rss>""".formatted(portal.address(), String.join("\n", items)));
    }

    private static String item(int number) {
        return """
                <item><title>Bài số %1$d</title><link>/bai-%1$d.html</link>
                <description>Sapo của bài số %1$d.</description>
                <content:encoded><![CDATA[<p>Thân bài số %1$d, có <b>chữ đậm</b>.</p>]]></content:encoded>
                <dc:creator>Lê Văn Lâm</dc:creator>
                <pubDate>Sat, 28 Feb 2026 08:%2$02d:00 +0700</pubDate>
                <guid isPermaLink="false">tin-%1$d</guid></item>""".formatted(number, number - 1);
    }

    private static String atom(String head, String entry) {
        return "<feed xmlns='http://www.w3.org/2005/Atom'><title>Tin</title><id>tag:tin</id>" + head + entry
                + "</feed>";
    }

    private static String entry(int number) {
        return """
                <entry><id>tag:tin,2026:%1$d</id><title>Bài số %1$d</title><link href="/bai-%1$d.html"/>
                <updated>2026-02-28T08:0%1$d:00+07:00</updated><content type="html">&lt;p&gt;Thân bài số %1$d</content></entry>""".formatted(number);
    }

    private TestNewsroom open(String lines) {
        return TestNewsroom.open("""
                title: Tin
                categories: {kinh-te: Kinh tế, y-te: Y tế}
                sources:
                  tinh:
                    feed: %s/rss
                    %s
                network: {allow-private: [127.0.0.1]}
                """.formatted(portal.address(), lines), folder, clock);
    }
}
