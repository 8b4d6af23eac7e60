package loa.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import loa.article.Candidate;
import loa.article.Identity;
import loa.article.ParsedArticle;
import loa.content.ArticleReader;
import loa.content.ArticleSelectors;
import loa.content.Part;
import loa.content.Site;
import loa.fetch.FetchResult.Fetched;
import loa.fetch.PageVersion;
import loa.page.PageParser;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages that are built to cost, and articles that are built to trouble those who read them. */
class HostilePagesTest {

    private static final URI ADDRESS = URI.create("https://portal.example.vn/tin/mua-lua-chin-12345.html");
    private static final Instant FETCHED = Instant.parse("2026-03-15T03:00:00Z");
    private static final String TEXT = "Nông dân xã Bình Minh vào vụ gặt, lúa chín vàng khắp cánh đồng. ".repeat(5);

    /** More than a second, so that the test holds where others compute beside it; each costs less alone. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    static Stream<Arguments> pages() {
        return Map.ofEntries(
                        Map.entry("blocks in blocks", "<div>"),
                        Map.entry("marks in marks", "<b>"),
                        Map.entry("marks in paragraphs", "<b><p>x"),
                        Map.entry("tables in tables", "<table><tr><td>"),
                        Map.entry("lists in lists", "<ul><li>x"),
                        Map.entry("links", "<a href=/tin-1.html>Nông dân vào vụ gặt lúa</a> "),
                        Map.entry("links in lists", "<li><a href=/tin-1.html>Nông dân vào vụ gặt lúa</a></li>"),
                        Map.entry("comments", "x<!>"),
                        Map.entry("references", "&notin"),
                        Map.entry("lines", "Nước lớn<br>"),
                        Map.entry("paragraphs", "<p>Nước lớn nước ròng</p>"),
                        Map.entry("pictures", "<img src=/a.jpg alt=lua>"),
                        Map.entry("attributes", "<p a1 a2 a3 a4 a5=5 a6 a7 a8 a9 a10 a11 a12 title=x>x"),
                        Map.entry("one long name", "a"),
                        Map.entry("one long text", "lúa "),
                        Map.entry("letters with marks", "e\u0323\u0302"),
                        Map.entry("names of authors in each other", "<div class='byline author'>Nước lớn nước ròng"),
                        Map.entry(
                                "lists of others in each other",
                                "<h3>Tin khác</h3><ul><li><a href=/a>Nông dân vào vụ</a>"),
                        Map.entry("spans", "<span style='display:block'>x</span>"))
                .entrySet()
                .stream()
                .map(page -> Arguments.of(page.getKey(), page.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void costsNoMoreThanAPageMay(String name, String piece) {
        byte[] body = page(name, piece, 15_000_000);
        long before = cpu();
        read(body);
        assertTrue(cpu() - before < LONGEST.toNanos(), "ms: " + (cpu() - before) / 1_000_000);
    }

    /** The program and the page as it came are in them, too. */
    @Test
    void readsEachInSixtyFourMegabytes() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HostilePagesTest.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertEquals(0, process.waitFor(), said);
    }

    /** Reads all of the pages, in a process of its own. */
    public static void main(String[] arguments) {
        pages().map(Arguments::get)
                .forEach(page -> read(page((String) page[0], (String) page[1], PageParser.LARGEST + 1)));
    }

    private static byte[] page(String name, String piece, int size) {
        String start = name.equals("one long name") ? "<h1>Lúa</h1><" : "<h1>Lúa</h1><div>" + TEXT;
        return (start + piece.repeat(size / piece.getBytes(UTF_8).length)).getBytes(UTF_8);
    }

    @Test
    void publishesNoMoreOfADeepPageThanThePageHas() {
        String deep = "<b><i>".repeat(200_000) + TEXT;
        ParsedArticle article = read("<h1>Lúa</h1><div><p>" + TEXT + deep).orElseThrow();
        assertTrue(article.body().html().length() <= deep.length());
        assertTrue(depth(article) <= 110);
    }

    @Test
    void cutsATitleOfAMegabyteBetweenCharactersAsReadersSeeThem() {
        String family = "👨‍👩‍👧‍👦";
        ParsedArticle article =
                read("<h1>" + family.repeat(100_000) + "</h1><div><p>" + TEXT).orElseThrow();
        assertEquals(family.repeat(299) + "…", article.title());
    }

    @Test
    void publishesATitleInNfcWithoutWhatTurnsItsDirection() {
        String title = "Lu\u0301a \u202Echi\u0301n\u202C \u2066va\u0300ng\u2069\u200F \u0007\u0085\uE000\uFFFE</h1>";
        assertEquals(
                "Lúa chín vàng",
                read("<h1>" + title + "<div><p>" + TEXT).orElseThrow().title());
    }

    @Test
    void takesAScriptInATitleForText() {
        String title = "<h1>Lúa &lt;script&gt;loa()&lt;/script&gt; &amp;amp; cá</h1>";
        assertEquals(
                "Lúa <script>loa()</script> &amp; cá",
                read(title + "<div><p>" + TEXT).orElseThrow().title());
    }

    @Test
    void showsNoPictureThatOnlyCountsReaders() {
        String counters =
                "<img src=//dem.example/1.gif width=1 height=1><img src=//dem.example/2.gif style='width:1px'>"
                        + "<img src=//dem.example/3.gif width=0><noscript><img src=//dem.example/4.gif></noscript>";
        ParsedArticle article = read("<h1>Lúa</h1><div><p>" + TEXT + counters + "<img src=/lua.jpg>")
                .orElseThrow();
        assertEquals(
                List.of("https://portal.example.vn/lua.jpg"),
                Jsoup.parse(article.body().html()).select("img").eachAttr("src"));
    }

    @Test
    void publishesTheSameOfAnArticleWhoseMarkupAndCountersChange() {
        String one = "<h1>Lúa</h1><div id=a1 data-t=1><p class=x>" + TEXT + "</p></div>";
        String two =
                "<h1 class=t>Lúa</h1><div id=b2 data-t=2><p\nstyle='color:red'><span>" + TEXT + "</span></p></div>";
        assertEquals(
                read(one).orElseThrow().contentHash(), read(two).orElseThrow().contentHash());
    }

    private static int depth(ParsedArticle article) {
        return Jsoup.parse(article.body().html()).getAllElements().stream()
                .mapToInt(element -> element.parents().size())
                .max()
                .orElse(0);
    }

    private static Optional<ParsedArticle> read(String html) {
        return read(html.getBytes(UTF_8));
    }

    private static Optional<ParsedArticle> read(byte[] body) {
        Site site = new Site(
                "portal", new Identity(ADDRESS, List.of()), ZoneId.of("Asia/Ho_Chi_Minh"), ArticleSelectors.NONE);
        Candidate candidate = new Candidate("1", ADDRESS, "Lúa", null, null, null, Set.of("kinh-te"));
        return PageParser.parse(
                        new Fetched(ADDRESS, body, "text/html", "UTF-8", new PageVersion(null, null, ""), FETCHED),
                        trouble -> {})
                .flatMap(page -> new ArticleReader(site)
                        .read(page, FETCHED, candidate, trouble -> {}, part -> Part.of(Optional.empty())));
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
