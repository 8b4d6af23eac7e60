package loa.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import loa.TestClock;
import loa.TestNewsroom;
import loa.TestPortal;
import loa.article.Article;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A portal's sitemap as a source. */
class SitemapSourceTest {

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock(Instant.parse("2026-03-01T05:00:00Z"));
    private TestPortal portal;
    private TestNewsroom newsroom;

    @BeforeEach
    void open() {
        portal = TestPortal.serving(folder).withValidators();
        for (int i = 1; i <= 3; i++) {
            portal.put("/bai-so-%d.html".formatted(i), page(i));
        }
        newsroom = TestNewsroom.open("""
                title: Tin
                categories: {kinh-te: Kinh tế}
                sources:
                  bao:
                    sitemap: %s/sitemap.xml
                    category: kinh-te
                    article: {title: h1, body: .noidung}
                network: {allow-private: [127.0.0.1]}
                """.formatted(portal.address()), folder, clock);
    }

    @AfterEach
    void close() {
        newsroom.close();
        portal.close();
    }

    @Test
    void readsThePagesThatASitemapOfNewsNamesWithItsDates() {
        portal.put("/sitemap.xml", sitemap(news(1), news(2)));
        Run run = newsroom.collect();
        assertEquals(List.of(2, 2), List.of(run.listed(), run.added()));
        assertEquals(List.of(), run.troubles());
        Article article = newsroom.article("/bai-so-1.html");
        assertEquals("Tiêu đề trên trang 1", article.title());
        assertTrue(article.body().contains("Thân bài số 1"), article.body());
        assertEquals(Instant.parse("2026-02-28T01:01:00Z"), article.published());
    }

    @Test
    void asksASitemapWithoutNewsOnceEachTimeAndIsAnsweredNotModified() {
        portal.put("/sitemap.xml", sitemap(news(1), news(2)));
        newsroom.collect();
        portal.forgetRequests();
        assertEquals(2, newsroom.collect().listed());
        assertEquals(List.of("/sitemap.xml"), portal.requests());
        assertEquals(1, portal.notModified());
    }

    @Test
    void takesNoHomePageNoSectionAndNoPictureForAnArticle() {
        portal.put(
                "/sitemap.xml", sitemap(url("/"), url("/kinh-te/"), url("/anh-cua-bai-1.jpg"), url("/bai-so-1.html")));
        assertEquals(1, newsroom.collect().listed());
    }

    @Test
    void asksAnIndexAloneWhereItSaysWhenItsSitemapsChanged() {
        portal.put("/sitemap.xml", index("/s1.xml", "2026-02-28") + "");
        portal.put("/s1.xml", sitemap(url("/bai-so-1.html")));
        assertEquals(1, newsroom.collect().added());
        portal.forgetRequests();
        newsroom.collect();
        assertEquals(List.of("/sitemap.xml"), portal.requests());
        portal.put("/sitemap.xml", index("/s1.xml", "2026-03-01"));
        portal.put("/s1.xml", sitemap(url("/bai-so-2.html"), url("/bai-so-1.html")));
        assertEquals(1, newsroom.collect().added());
    }

    @Test
    void asksTheSitemapsOfAnIndexThatDoesNotWhetherTheyChanged() {
        portal.put("/sitemap.xml", index("/s1.xml", ""));
        portal.put("/s1.xml", sitemap(url("/bai-so-1.html")));
        newsroom.collect();
        portal.forgetRequests();
        assertEquals(1, newsroom.collect().listed());
        assertEquals(List.of("/sitemap.xml", "/s1.xml"), portal.requests());
        assertEquals(1, portal.notModified());
        portal.put("/s1.xml", sitemap(url("/bai-so-2.html"), url("/bai-so-1.html")));
        assertEquals(1, newsroom.collect().added());
    }

    @Test
    void leavesAnArticleWhosePageFailsForLater() {
        portal.put("/sitemap.xml", sitemap(news(1), news(2))).fail("/bai-so-2.html", 500);
        assertEquals(1, newsroom.collect().added());
        portal.mend("/bai-so-2.html");
        clock.advance(Duration.ofMinutes(2));
        assertEquals(1, newsroom.collect().added());
    }

    @Test
    void takesTheNewestOfASitemapThatNamesMoreThanItTakesAndSaysSo() {
        portal.put(
                "/sitemap.xml",
                sitemap(IntStream.rangeClosed(1, 503)
                        .mapToObj(i -> "<url><loc>/bai-so-%d.html</loc><lastmod>%s</lastmod></url>"
                                .formatted(i, LocalDate.of(2024, 1, 1).plusDays(i)))
                        .toArray(String[]::new)));
        Run run = newsroom.collect();
        assertEquals(500, run.listed());
        assertTrue(
                run.troubles().stream()
                        .map(trouble -> trouble.reason().english())
                        .anyMatch("503 articles are listed; only the newest 500 were taken"::equals),
                run.troubles()::toString);
        assertFalse(portal.requests().contains("/bai-so-1.html"), "the oldest were asked for");
        assertTrue(portal.requests().contains("/bai-so-503.html"), "the newest were not asked for");
    }

    private static String page(int number) {
        return "<title>Trang</title><h1>Tiêu đề trên trang %1$d</h1><div class=noidung><p>Thân bài số %1$d khá dài.</p></div>"
                .formatted(number);
    }

    private static String sitemap(String... urls) {
        return "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'>"
                + String.join("", urls) + "</urlset>";
    }

    private static String index(String child, String changed) {
        return "<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><sitemap><loc>" + child
                + "</loc><lastmod>" + changed + "</lastmod></sitemap></sitemapindex>";
    }

    private static String url(String path) {
        return "<url><loc>" + path + "</loc></url>";
    }

    private static String news(int number) {
        return """
                <url><loc>/bai-so-%1$d.html</loc><news:news><news:publication><news:name>Báo</news:name></news:publication>
                <news:publication_date>2026-02-28T08:0%1$d:00+07:00</news:publication_date>
                <news:title>Tiêu đề trên trang %1$d</news:title></news:news></url>""".formatted(number);
    }
}
