package loa.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import loa.TestClock;
import loa.TestNewsroom;
import loa.TestPortal;
import loa.article.Article;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What servers may send in place of a feed, a sitemap or JSON, and what becomes of it: a reason, soon, and nothing lost. */
class HostileFeedsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T05:00:00Z");
    private static final Duration SOON = Duration.ofSeconds(2);

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock(NOW);
    private final Map<String, byte[]> documents = new ConcurrentHashMap<>();
    private TestPortal portal;

    @SuppressWarnings("NullAway.Init") // each test opens its own
    private TestNewsroom newsroom;

    @BeforeEach
    void open() {
        portal = TestPortal.serving(folder).answering((asked, form) -> documents.get(asked.toString()));
    }

    @AfterEach
    void close() {
        newsroom.close();
        portal.close();
    }

    static Stream<Arguments> refused() {
        String bomb = IntStream.range(1, 10)
                .mapToObj(i -> "<!ENTITY a%d '%s'>".formatted(i, ("&a" + (i - 1) + ";").repeat(10)))
                .collect(Collectors.joining());
        return Stream.of(
                Arguments.of("DTD", "feed", "<!DOCTYPE rss SYSTEM 'http://127.0.0.1/x.dtd'>" + rss(item(1)), "DTD"),
                Arguments.of(
                        "bomb",
                        "feed",
                        "<!DOCTYPE rss [<!ENTITY a0 'ha'>" + bomb + "]>" + rss(item(1) + "&a9;"),
                        "DTD"),
                Arguments.of(
                        "XXE",
                        "feed",
                        "<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
                                + rss("<item><title>&x;</title></item>"),
                        "DTD"),
                Arguments.of(
                        "XXE in a sitemap",
                        "sitemap",
                        "<!DOCTYPE urlset [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><urlset><url><loc>&x;</loc></url></urlset>",
                        "DTD"),
                Arguments.of("depth", "feed", rss("<a>".repeat(100_000)), "nests"),
                Arguments.of("depth of a sitemap", "sitemap", "<urlset>" + "<a>".repeat(100_000), "nests"),
                Arguments.of("attributes", "feed", rss("<a " + numbered(100_000, "a%d='' ") + "/>"), "attributes"),
                Arguments.of("elements", "feed", rss("<a/>".repeat(300_000)), "elements"),
                Arguments.of("depth", "json", "[".repeat(1000) + "]".repeat(1000), "nests"),
                Arguments.of("number", "json", "[{\"title\": " + "9".repeat(160_000) + "}]", "numbers"),
                Arguments.of(
                        "depth of JSON Feed",
                        "feed",
                        "{\"items\": " + "[".repeat(1000) + "]".repeat(1000) + "}",
                        "nests"),
                Arguments.of("a picture", "feed", "\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR", "another kind"),
                Arguments.of("a program", "json", "MZ\u0090\u0000\u0003", "another kind"),
                Arguments.of("other XML", "feed", "<kml><item/></kml>", "no RSS"),
                Arguments.of("a feed as a sitemap", "sitemap", rss(item(1)), "no sitemap"),
                Arguments.of("half of it", "feed", rss(item(1)).substring(0, 200), "well-formed"),
                Arguments.of("half of JSON", "json", "[{\"title\": \"Bài\", \"link\": \"/a\"}, {", "well-formed"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void refusesWhatNobodyMeansWellAndSaysWhy(String number, String kind, String document, String reason) {
        newsroom = open(kind);
        boolean isText = "<[{".indexOf(document.charAt(0)) >= 0;
        documents.put("/rss", document.getBytes(isText ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1));
        Run run = collectSoon();
        assertTrue(run.failed());
        assertTrue(
                run.troubles().get(0).reason().in(Locale.ENGLISH).contains(reason),
                run.troubles().toString());
        assertEquals(List.of(), newsroom.articles());
        assertFalse(
                run.troubles().toString().contains("error in Loa"),
                run.troubles().toString());
    }

    @ParameterizedTest
    @MethodSource("kindsThatListMore")
    void takesTheNewestOfTooManyAndSaysSo(String kind, String document) {
        newsroom = open(kind);
        documents.put("/rss", document.getBytes(StandardCharsets.UTF_8));
        Run run = newsroom.collect();
        assertEquals(500, run.listed());
        assertTrue(
                run.troubles().get(0).reason().english().contains("600 articles are listed"),
                run.troubles().toString());
    }

    static Stream<Arguments> kindsThatListMore() {
        return Stream.of(
                Arguments.of(
                        "feed",
                        rss(IntStream.range(0, 600)
                                .mapToObj(HostileFeedsTest::item)
                                .collect(Collectors.joining()))),
                Arguments.of(
                        "json",
                        "["
                                + IntStream.range(0, 600)
                                        .mapToObj("{\"title\": \"Bài %1$d\", \"url\": \"/bai-%1$d.html\"}"::formatted)
                                        .collect(Collectors.joining(","))
                                + "]"));
    }

    @ParameterizedTest
    @MethodSource("charsets")
    void readsAFeedInTheCharsetThatItNames(String name, byte[] document) {
        newsroom = open("feed");
        documents.put("/rss", document);
        newsroom.collect();
        assertEquals("Đường về xã Bình Minh", newsroom.articles().get(0).title());
    }

    static Stream<Arguments> charsets() {
        String feed = rss(item(1).replace("Bài số 1", "Đường về xã Bình Minh"));
        String decomposed = java.text.Normalizer.normalize(feed, java.text.Normalizer.Form.NFD);
        return Stream.of(
                Arguments.of("UTF-8", feed.getBytes(StandardCharsets.UTF_8)),
                Arguments.of("UTF-8 with a mark", ("\uFEFF" + feed).getBytes(StandardCharsets.UTF_8)),
                Arguments.of("UTF-16 with a mark", ("\uFEFF" + feed).getBytes(StandardCharsets.UTF_16LE)),
                Arguments.of("decomposed", decomposed.getBytes(StandardCharsets.UTF_8)),
                Arguments.of(
                        "windows-1258",
                        ("<?xml version='1.0' encoding='windows-1258'?>" + withMarksOf1258(feed))
                                .getBytes(Charset.forName("windows-1258"))));
    }

    /** Windows writes the marks of tone after their letters. */
    private static String withMarksOf1258(String text) {
        return text.replace("ờ", "ơ\u0300")
                .replace("ề", "ê\u0300")
                .replace("ì", "i\u0300")
                .replace("ã", "a\u0303")
                .replace("ố", "ô\u0301");
    }

    @Test
    void mendsWhatPortalsOftenBreakAndSaysSo() {
        newsroom = open("feed");
        String feed = "\r\n \u0000"
                + rss(item(1).replace("Bài số 1", "Mua & bán\u0001 &nbsp;ở&#0; chợ&#x1F;")
                        .replace("/bai-1.html", "/bai.php?a=1&b=2"));
        documents.put("/rss", feed.getBytes(StandardCharsets.UTF_8));
        Run run = newsroom.collect();
        Article article = newsroom.articles().get(0);
        assertEquals("Mua & bán ở chợ", article.title());
        assertEquals("a=1&b=2", article.link().getQuery());
        assertTrue(
                run.troubles().get(0).reason().english().contains("it was mended"),
                run.troubles().toString());
    }

    @Test
    void takesOneGuidInTwoSourcesForTwoArticles() {
        newsroom = TestNewsroom.open("""
                title: Tin
                categories: {kinh-te: Kinh tế}
                sources:
                  tinh: {feed: %1$s/rss, category: kinh-te}
                  huyen: {feed: %1$s/rss2, category: kinh-te}
                network: {allow-private: [127.0.0.1]}
                """.formatted(portal.address()), folder, clock);
        documents.put("/rss", rss(item(1)).getBytes(StandardCharsets.UTF_8));
        documents.put(
                "/rss2",
                rss(item(1).replace("Bài số 1", "Bài của huyện").replace("bai-1", "bai-huyen"))
                        .getBytes(StandardCharsets.UTF_8));
        newsroom.collect(0);
        newsroom.collect(1);
        assertEquals(2, newsroom.articles().size());
        assertEquals(
                2, newsroom.articles().stream().map(Article::guid).distinct().count());
    }

    @Test
    void readsAnIndexThatNamesItselfAndManyOthersWithinBounds() {
        newsroom = open("sitemap");
        String children = IntStream.range(0, 50_000)
                .mapToObj(i -> "<sitemap><loc>/s%d.xml</loc><lastmod>2026-01-%02d</lastmod></sitemap>"
                        .formatted(i, i % 28 + 1))
                .collect(Collectors.joining());
        documents.put(
                "/rss",
                ("<sitemapindex><sitemap><loc>/rss</loc></sitemap>" + children + "</sitemapindex>")
                        .getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < 50_000; i += 1) {
            if (i % 28 == 27) {
                documents.put(
                        "/s%d.xml".formatted(i),
                        "<sitemapindex><sitemap><loc>/rss</loc></sitemap></sitemapindex>"
                                .getBytes(StandardCharsets.UTF_8));
            }
        }
        collectSoon();
        List<String> asked = portal.requests();
        assertEquals(1, asked.stream().filter("/rss"::equals).count());
        assertEquals(12, asked.size(), "robots.txt, the index, and ten of its children, the newest");
        assertTrue(asked.contains("/s27.xml"), asked.toString());
    }

    /** What is compressed without a header that says so. */
    @Test
    void readsACompressedSitemapAndNoBomb() {
        newsroom = open("sitemap");
        documents.put("/rss", gzip("<urlset>" + " ".repeat(60 * 1024 * 1024) + "</urlset>"));
        assertTrue(newsroom.collect().failed());
        documents.put("/rss", gzip("<urlset><url><loc>/bai-so-1.html</loc></url></urlset>"));
        documents.put(
                "/bai-so-1.html",
                "<h1>Bài số 1</h1><p>%s</p>"
                        .formatted("Thân bài số 1 có đủ chữ để đọc được. ".repeat(20))
                        .getBytes(StandardCharsets.UTF_8));
        assertEquals(1, newsroom.collect().added());
    }

    /** Collects, and holds how long that keeps the processor busy: other work on the machine does not count. */
    private Run collectSoon() {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Run run = newsroom.collect();
        long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
        assertTrue(spent < SOON.toNanos(), Duration.ofNanos(spent).toString());
        return run;
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return packed.toByteArray();
    }

    private static String numbered(int count, String form) {
        return IntStream.range(0, count).mapToObj(form::formatted).collect(Collectors.joining());
    }

    private static String rss(String items) {
        return "<rss version='2.0'><channel><title>Tin</title><link>/</link><description>Tin</description>" + items
                + "</channel></rss>";
    }

    private static String item(int number) {
        return "<item><title>Bài số %1$d</title><link>/bai-%1$d.html</link><guid isPermaLink='false'>tin-%1$d</guid>"
                        .formatted(number)
                + "<description>Nội dung của bài số " + number + ".</description></item>";
    }

    private TestNewsroom open(String kind) {
        return TestNewsroom.open("""
                title: Tin
                categories: {kinh-te: Kinh tế}
                sources:
                  tinh: {%s: %s/rss, category: kinh-te}
                network: {allow-private: [127.0.0.1]}
                """.formatted(kind, portal.address()), folder, clock);
    }
}
