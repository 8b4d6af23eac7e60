package loa.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import loa.TestClock;
import loa.TestNewsroom;
import loa.TestPortal;
import loa.article.Article;
import loa.store.Acceptance;
import loa.store.SourceState;
import loa.store.StateChange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HoldTest {

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock(Instant.parse("2026-03-01T05:00:00Z"));
    private TestPortal portal;
    private TestNewsroom newsroom;

    @BeforeEach
    void open() {
        portal = TestPortal.serving(folder);
        list(1, 9);
        newsroom = TestNewsroom.open(feedsYml(), folder, clock);
        newsroom.collect();
    }

    @AfterEach
    void close() {
        newsroom.close();
        portal.close();
    }

    @Test
    void changesNothingWhileAListingIsEmptyAndGoesOnByItself() {
        List<Article> before = newsroom.articles();
        portal.put("/tin/", "<title>Tin</title>");
        assertTrue(newsroom.collect().failed());
        assertEquals(before, newsroom.articles());
        assertEquals(SourceState.HELD, state());
        list(1, 10);
        assertEquals(1, newsroom.collect().added());
        assertEquals(SourceState.WELL, state());
        assertEquals(
                List.of(SourceState.WELL, SourceState.HELD, SourceState.WELL),
                newsroom.store().health().changes(10).stream()
                        .map(StateChange::state)
                        .toList());
    }

    @Test
    void takesWhatTheOperatorAcceptsAndComparesWithThatFromThenOn() {
        IntStream.range(50, 60).forEach(i -> portal.put(path(i), page(i, "%02d/01/2026".formatted(i % 20 + 1))));
        portal.put("/tin/", listing(50, 60));
        assertEquals(0, newsroom.collect().added(), "all is new, and older than what was there");
        assertEquals(0, newsroom.collect().added(), "stable is not the same as right");
        assertFalse(Acceptance.give(newsroom.settings().store(), "nobody"));
        assertTrue(Acceptance.give(newsroom.settings().store(), "portal"));
        assertEquals(10, newsroom.collect().added());
        assertEquals(SourceState.WELL, state());
        assertFalse(newsroom.store().health().isAccepted("portal"), "it counts once");
        assertEquals(List.of(), newsroom.collect().holds());
    }

    @Test
    void goesOnByItselfWhenAllThatIsNewIsNewer() {
        IntStream.range(70, 74).forEach(i -> portal.put(path(i), page(i, "0" + (i - 69) + "/03/2026")));
        clock.advance(Duration.ofDays(9));
        portal.put("/tin/", listing(70, 74));
        Run run = newsroom.collect();
        assertEquals(List.of(), run.holds());
        assertEquals(4, run.added(), "the archive of a new year holds new articles only");
    }

    @Test
    void takesArticlesThatWerePublishedTogetherSinceTheLastRun() {
        clock.advance(Duration.ofHours(1));
        IntStream.range(80, 85).forEach(i -> portal.put(path(i), page(i, "12:30 01/03/2026")));
        portal.put("/tin/", listing(1, 9) + listing(80, 85));
        Run run = newsroom.collect();
        assertEquals(List.of(), run.holds());
        assertEquals(5, run.added());
    }

    @Test
    void holdsArticlesThatShowThePresentMinuteForTheirDate() {
        clock.advance(Duration.ofHours(1));
        IntStream.range(80, 85).forEach(i -> portal.put(path(i), page(i, "13:00 01/03/2026")));
        portal.put("/tin/", listing(1, 9) + listing(80, 85));
        assertEquals(1, newsroom.collect().holds().size());
    }

    @Test
    void isNotMisledByOneThatMovedWhereMostVanished() {
        List<Article> before = newsroom.articles();
        portal.put("/tin/2026-bai-so-1.html", page(1, "02/02/2026"));
        portal.put(path(1), "").fail(path(1), 404);
        portal.put(
                "/tin/",
                "<title>Tin</title><h5><a href='/bai-so-2.html'>Bài số 2</a></h5>"
                        + "<h5><a href='/tin/2026-bai-so-1.html'>Bài số 1</a></h5>");
        assertEquals(1, newsroom.collect().holds().size());
        assertEquals(before, newsroom.articles());
    }

    @Test
    void showsWhatWouldMendSelectorsThatMatchNothingAnyMore() {
        portal.put(
                "/tin/", listing(1, 9).replace("<h5>", "<div class='news-row'>").replace("</h5>", "</div>"));
        Run run = newsroom.collect();
        String reason = run.holds().get(0).reason().vietnamese();
        assertTrue(reason.contains("listing: {item: 'div.news-row'"), reason);
        assertTrue(newsroom.store().health().all().get(0).reason().english().contains("'div.news-row'"));
        String mended = reason.substring(reason.indexOf("listing: {"));
        newsroom.close();
        newsroom = TestNewsroom.open(feedsYml().replace("listing: {item: h5}", mended), folder, clock);
        Run next = newsroom.collect();
        assertEquals(List.of(), next.holds());
        assertEquals(8, next.listed());
        assertEquals(0, next.added());
    }

    @Test
    void showsWhatWouldMendSelectorsThatMatchNothingOnArticlesPagesAnyMore() {
        IntStream.range(30, 34).forEach(i -> portal.put(path(i), anew(i)));
        portal.put("/tin/", listing(1, 9) + listing(30, 34));
        Run run = newsroom.collect();
        String reason = run.holds().get(0).reason().vietnamese();
        String cure = "article: {title: 'h2.tieu-de', body: 'div.chi-tiet'}";
        assertTrue(reason.endsWith("khai báo sau trong feeds.yml sẽ đọc được: " + cure), reason);
        assertTrue(newsroom.store().health().all().get(0).reason().english().contains(cure));
        newsroom.close();
        newsroom = TestNewsroom.open(
                feedsYml()
                        .replace("{title: h4, published: .date, body: .noidung}", cure.substring("article: ".length())),
                folder,
                clock);
        assertEquals(4, newsroom.collect().added());
    }

    @Test
    void showsItForASingleArticleToo() {
        portal.put(path(30), anew(30)).put("/tin/", listing(1, 9) + listing(30, 31));
        newsroom.collect();
        String reason = newsroom.store().health().all().get(0).reason().english();
        assertTrue(reason.contains("1 pages could not be read and are tried again; "), reason);
        assertTrue(reason.endsWith("article: {title: 'h2.tieu-de', body: 'div.chi-tiet'}"), reason);
    }

    @Test
    void suggestsNothingForAPageThatIsNotTheArticle() {
        portal.put(path(30), anew(30).replace("Bài số 30", "Thông báo bảo trì"))
                .put("/tin/", listing(1, 9) + listing(30, 31));
        newsroom.collect();
        assertFalse(newsroom.store().health().all().get(0).reason().english().contains("feeds.yml"));
    }

    @Test
    void suggestsNothingThatWouldFindOtherThings() {
        portal.put(
                "/tin/",
                "<title>Tin</title><div class=x><a href='/gioi-thieu-chung'>Giới thiệu chung</a></div>"
                        + "<div class=x><a href='/co-cau-to-chuc'>Cơ cấu tổ chức</a></div>");
        assertFalse(newsroom.collect().holds().get(0).reason().english().contains("feeds.yml"));
    }

    @Test
    void tellsWhenASourceFails() {
        portal.fail("/tin/", 500);
        newsroom.collect();
        assertEquals(SourceState.FAILING, state());
        assertEquals(1, newsroom.store().health().all().get(0).failures());
    }

    private SourceState state() {
        return newsroom.store().health().all().get(0).state();
    }

    private void list(int from, int to) {
        IntStream.range(from, to).forEach(i -> portal.put(path(i), page(i, "%02d/02/2026".formatted(i % 20 + 1))));
        portal.put("/tin/", listing(from, to));
    }

    private static String listing(int from, int to) {
        StringBuilder listing = new StringBuilder("<title>Tin</title>");
        for (int i = to - 1; i >= from; i--) {
            listing.append("<h5><a href='%s'>Bài số %d</a></h5>".formatted(path(i), i));
        }
        return listing.toString();
    }

    private static String path(int number) {
        return "/bai-so-" + number + ".html";
    }

    private static String page(int number, String date) {
        return "<h4>Bài số %d</h4><span class=date>08:%02d %s</span><div class=noidung><p>Nội dung %s.</p></div>"
                .formatted(number, number % 60, date, "lúa ".repeat(number));
    }

    /** A page of the portal as it was built anew. */
    private static String anew(int number) {
        String prose = "Bà con thu hoạch lúa ở cánh đồng số %d, năng suất cao hơn vụ trước. "
                .formatted(number)
                .repeat(6);
        return """
                <!doctype html><title>Bài số %1$d</title><div class=menu><a href='/'>Trang chủ</a></div>
                <div class=khung><h2 class=tieu-de>Bài số %1$d</h2><p class=ngay>08:00 0%2$d/03/2026</p>
                <div class=chi-tiet><p>%3$s</p><p>Vụ tới gieo sớm hơn, nước về đủ cho thửa số %1$d.</p></div></div>
                <div class=chan>Bản quyền của cổng</div>""".formatted(number, number % 9 + 1, prose);
    }

    private String feedsYml() {
        return """
                title: Tin
                categories: {tin: Tin}
                sources:
                  portal:
                    html: %s/
                    sections: {tin: tin/}
                    listing: {item: h5}
                    article: {title: h4, published: .date, body: .noidung}
                network: {allow-private: [127.0.0.1]}
                """.formatted(portal.address());
    }
}
