package loa.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import loa.TestClock;
import loa.TestNewsroom;
import loa.TestPortal;
import loa.article.Article;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of articles that are known: corrected, deleted, moved. */
class SecondLookTest {

    /** What each article says by itself: several with one text would be held. */
    private static final List<String> OWN_WORDS = List.of(
            "Cây sao, cây dầu được trồng thành hai hàng, mỗi gốc có tấm thẻ ghi tên hộ chăm sóc",
            "Đoàn viên thanh niên mang cuốc xẻng ra từ lúc trời chưa sáng và làm một mạch tới trưa",
            "Trạm khuyến nông tặng giống, trường học góp nước tưới trong sáu tháng mùa khô tới",
            "Con đường dài bốn cây số nối ba xóm, lâu nay nắng thì bụi còn mưa thì lầy lội khó đi");

    private static final Instant NOW = Instant.parse("2026-03-01T05:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String TEXT =
            "Sáng nay, xã tổ chức trồng cây dọc tuyến đường liên thôn với sự tham gia của đông đảo bà con."
                    + " Mỗi hộ nhận hai cây giống và cam kết chăm sóc đến khi cây bén rễ.";

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock(NOW);
    private TestPortal portal;
    private TestNewsroom newsroom;

    @BeforeEach
    void open() {
        portal = TestPortal.serving(folder);
        portal.put("/tin/", listing(1, 2, 3));
        for (int i = 1; i <= 3; i++) {
            portal.put("/bai-" + i + ".html", page(i, "Bài " + i, TEXT));
        }
        newsroom = TestNewsroom.open(feedsYml(), folder, clock);
        newsroom.collect();
    }

    @AfterEach
    void close() {
        newsroom.close();
        portal.close();
    }

    @Test
    void seesACorrectionThatNoListingShows() {
        Article before = newsroom.article("/bai-2.html");
        portal.put("/bai-2.html", page(2, "Bài 2", TEXT + " Xã sẽ trồng thêm vào tuần sau."));
        assertEquals(0, newsroom.collect().updated(), "nothing is due yet");
        clock.advance(HOUR.multipliedBy(30));
        assertEquals(1, newsroom.collect().updated());
        Article after = newsroom.article("/bai-2.html");
        assertTrue(after.body().contains("tuần sau"), after.body());
        assertEquals(List.of(before.guid(), before.published()), List.of(after.guid(), after.published()));
        assertEquals(clock.instant(), after.updated());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "markup            | <p>            | <p class='x' data-t='17'>",
                "white space       | ' và '         | '  \n và &nbsp; '",
                "a view counter    | </div><!--n--> | <p>Lượt xem: 1.234</p></div>",
                "a share bar       | </div><!--n--> | <div class='share-bar'>Chia sẻ</div></div>",
                "reordered tags    | a, b           | b, a",
                "a rotating token  | anh.jpg        | anh.jpg?v=1717&token=abc",
                "a signed address  | anh.jpg        | anh.jpg?X-Amz-Signature=ab12&X-Amz-Expires=60",
                "a relative date   | 08:00 28/02/2026 | 5 giờ trước",
            })
    void takesNoNoiseForAnUpdate(String noise, String from, String to) {
        Article before = newsroom.article("/bai-2.html");
        portal.put("/bai-2.html", page(2, "Bài 2", TEXT).replace(from, to));
        clock.advance(HOUR.multipliedBy(30));
        portal.forgetRequests();
        assertEquals(0, newsroom.collect().updated(), noise);
        assertTrue(portal.requests().contains("/bai-2.html"));
        Article after = newsroom.article("/bai-2.html");
        assertEquals(before.updated(), after.updated());
        assertEquals(before.published(), after.published());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "text       | hai cây giống | ba cây giống",
                "headline   | <h4>Bài 2</h4> | <h4>Bài 2 (cập nhật)</h4>",
                "lead image | anh.jpg | anh-khac.jpg",
                "author     | Thu Hà | Thu Hương",
            })
    void takesAChangeOfSubstanceForAnUpdate(String what, String from, String to) {
        String page = page(2, "Bài 2", TEXT);
        assertNotEquals(page, page.replace(from, to));
        portal.put("/bai-2.html", page.replace(from, to));
        clock.advance(HOUR.multipliedBy(30));
        assertEquals(1, newsroom.collect().updated(), what);
        assertEquals(clock.instant(), newsroom.article("/bai-2.html").updated());
    }

    @Test
    void looksSeldomAtWhatIsOld() {
        int asked = 0;
        for (int day = 0; day < 400; day++) {
            clock.advance(Duration.ofDays(1));
            portal.forgetRequests();
            newsroom.collect();
            asked += portal.requests().contains("/bai-1.html") ? 1 : 0;
        }
        assertTrue(asked >= 20 && asked <= 60, "asked " + asked + " times in 400 days");
    }

    @Test
    void withdrawsWhatIsGoneTwiceAnHourApartAndTakesItBack() {
        Article before = newsroom.article("/bai-2.html");
        portal.put("/tin/", listing(1, 3)).fail("/bai-2.html", 404);
        clock.advance(HOUR.multipliedBy(30));
        newsroom.collect();
        assertEquals(3, newsroom.articles().size(), "once is not enough");
        clock.advance(HOUR.dividedBy(2));
        newsroom.collect();
        assertEquals(3, newsroom.articles().size(), "half an hour is not enough");
        clock.advance(HOUR);
        newsroom.changed().clear();
        newsroom.collect();
        assertEquals(2, newsroom.articles().size());
        assertTrue(newsroom.changed().contains("kinh-te"));
        assertEquals(
                List.of(before.guid()),
                newsroom.store().articles().withdrawn("kinh-te", 5).stream()
                        .map(gone -> gone.guid())
                        .toList());
        portal.mend("/bai-2.html").put("/tin/", listing(1, 2, 3));
        newsroom.collect();
        Article after = newsroom.article("/bai-2.html");
        assertEquals(List.of(before.guid(), before.published()), List.of(after.guid(), after.published()));
    }

    @Test
    void takesBackWhatReturnsWithoutBeingListed() {
        portal.put("/tin/", listing(1, 3)).fail("/bai-2.html", 410);
        collectFor(3, HOUR.multipliedBy(30));
        assertEquals(2, newsroom.articles().size());
        portal.mend("/bai-2.html");
        collectFor(20, Duration.ofDays(1));
        assertEquals(3, newsroom.articles().size());
    }

    @Test
    void withdrawsNothingThatAnswersInBetween() {
        portal.put("/tin/", listing(1, 3));
        for (int i = 0; i < 4; i++) {
            portal.fail("/bai-2.html", 404);
            collectFor(1, HOUR.multipliedBy(30));
            portal.mend("/bai-2.html");
            collectFor(1, HOUR.multipliedBy(30));
        }
        assertEquals(3, newsroom.articles().size());
    }

    @Test
    void withdrawsNothingWhenThePortalAnswersEverythingWith404() {
        for (String path : List.of("/tin/", "/bai-1.html", "/bai-2.html", "/bai-3.html")) {
            portal.fail(path, 404);
        }
        collectFor(10, HOUR.multipliedBy(20));
        assertEquals(3, newsroom.articles().size());
    }

    @Test
    void withdrawsNothingWhenAllOldArticlesAreGoneFromAPortalBuiltAnew() {
        for (int i = 1; i <= 3; i++) {
            portal.fail("/bai-" + i + ".html", 404);
        }
        portal.put("/tin/", "<h5><a href='/moi/9.html'>Bài mới</a></h5>")
                .put("/moi/9.html", page(9, "Bài mới", TEXT + " Mới."));
        collectFor(10, HOUR.multipliedBy(20));
        assertEquals(4, newsroom.articles().size());
    }

    @Test
    void losesNoTextToAPageThatIsNotTheArticle() {
        Article before = newsroom.article("/bai-2.html");
        portal.put(
                "/bai-2.html",
                page(0, "Trang không tồn tại", "Địa chỉ mà quý vị tìm đã bị thay đổi hoặc không còn nữa."));
        collectFor(3, HOUR.multipliedBy(30));
        assertEquals(before, newsroom.article("/bai-2.html"));
    }

    @Test
    void followsAnArticleToItsNewAddressWhenTheOldOneIsGone() {
        Article before = newsroom.article("/bai-2.html");
        clock.advance(HOUR);
        portal.fail("/bai-2.html", 404)
                .put("/tin/", listing(1, 3) + "<h5><a href='/tin-tuc/trong-cay'>Bài 2</a></h5>")
                .put("/tin-tuc/trong-cay", page(2, "Bài 2", TEXT));
        newsroom.collect();
        assertEquals(3, newsroom.articles().size());
        Article after = newsroom.article("/tin-tuc/trong-cay");
        assertEquals(List.of(before.guid(), before.updated()), List.of(after.guid(), after.updated()));
    }

    @Test
    void takesOneArticleUnderTwoNamesForOne() {
        String id = newsroom.article("/bai-2.html").guid();
        portal.put("/tin/", listing(1, 2, 3) + "<h5><a href='/trong-cay.html'>Bài 2</a></h5>")
                .put("/trong-cay.html", page(2, "Bài 2", TEXT).replace("<p>", "<p class=x>"));
        newsroom.collect();
        assertEquals(3, newsroom.articles().size());
        assertEquals(id, newsroom.article("/trong-cay.html").guid());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "another minute   | 08:00 28/02/2026 | 08:01 28/02/2026",
                "no date          | 08:00 28/02/2026 | ''",
                "another picture  | anh.jpg | anh-khac.jpg",
                "another document | </p><img | </p><a href='/van-ban/17.pdf'>Tải về</a><img",
                "another headline | <h4>Bài 2</h4> | <h4>Bài 2 (tiếp)</h4>",
                "another number   | hai cây giống | ba cây giống",
            })
    void keepsTwoArticlesThatAreBothThereAndDifferIn(String what, String from, String to) {
        String page = page(2, "Bài 2", TEXT);
        assertNotEquals(page, page.replace(from, to));
        portal.put("/tin/", listing(1, 2, 3) + "<h5><a href='/ban-sao.html'>Bài 2</a></h5>")
                .put("/ban-sao.html", page.replace(from, to));
        newsroom.collect();
        assertEquals(4, newsroom.articles().size(), what);
    }

    @Test
    void keepsTwoShortNoticesThatSayTheSame() {
        String notice = "<h4>Thông báo</h4><span class=date>08:00 28/02/2026</span><div class=noidung>Nghỉ lễ.</div>";
        portal.put("/tin/", listing(1, 2, 3) + "<h5><a href='/a'>Thông báo</a></h5><h5><a href='/b'>Thông báo</a></h5>")
                .put("/a", notice)
                .put("/b", notice);
        newsroom.collect();
        assertEquals(5, newsroom.articles().size());
    }

    @Test
    void waitsForTheFormerAddressToAnswerAndThenNoLonger() {
        portal.put("/tin/", listing(1, 3) + "<h5><a href='/tin-tuc/trong-cay'>Bài 2</a></h5>" + listing(7))
                .put("/tin-tuc/trong-cay", page(2, "Bài 2", TEXT).replace("hai cây", "hai cây dầu"))
                .put("/bai-7.html", page(3, "Bài 7", OWN_WORDS.get(0)))
                .fail("/bai-2.html", 500);
        newsroom.collect();
        assertEquals(4, newsroom.articles().size(), "it may be the same");
        portal.fail("/bai-2.html", 404);
        clock.advance(HOUR);
        newsroom.collect();
        assertEquals(4, newsroom.articles().size(), "it is");
        newsroom.article("/tin-tuc/trong-cay");
        portal.put("/tin/", listing(1, 3, 7) + "<h5><a href='/khac'>Bài 2</a></h5>")
                .put("/khac", page(2, "Bài 2", TEXT))
                .fail("/tin-tuc/trong-cay", 500);
        collectFor(2, HOUR);
        assertEquals(4, newsroom.articles().size());
        collectFor(3, HOUR);
        assertEquals(5, newsroom.articles().size(), "it will not wait for ever");
    }

    @Test
    void takesForOneWhatNamesTheAddressOfTheOther() {
        portal.put("/tin/", listing(1, 2, 3) + "<h5><a href='/ban-in/2'>Bài 2</a></h5>")
                .put(
                        "/ban-in/2",
                        "<link rel=canonical href='/bai-2.html'>"
                                + page(2, "Bài 2", TEXT).replace("08:00 28/02/2026", "08:05 28/02/2026"));
        newsroom.collect();
        assertEquals(3, newsroom.articles().size());
    }

    @Test
    void takesForOneWhatLeadsToOnePlace() {
        String moved = "<h5><a href='/cu/4'>Bài 4</a></h5><h5><a href='/rat-cu/4'>Bài 4</a></h5>";
        portal.put("/tin/", listing(1, 2, 3) + moved)
                .put("/bai-4.html", page(4, "Bài 4", "Đợt trồng cây thứ tư."))
                .answering(new TestPortal.Site() {
                    @Override
                    public byte @Nullable [] answer(URI asked, String form) {
                        return null;
                    }

                    @Override
                    public @Nullable String redirect(URI asked) {
                        return asked.getPath().endsWith("cu/4") ? "/bai-4.html" : null;
                    }
                });
        newsroom.collect();
        assertEquals(4, newsroom.articles().size());
        portal.put("/tin/", listing(1, 2, 3, 4));
        newsroom.collect();
        assertEquals(4, newsroom.articles().size());
    }

    @Test
    void takesOneArticleThatIsFiledInTwoSectionsForOne() {
        portal.put("/tin/", listing(1, 2, 3) + "<h5><a href='/kinh-te/bai-2.html'>Bài 2</a></h5>")
                .put("/kinh-te/bai-2.html", page(2, "Bài 2", TEXT));
        newsroom.collect();
        assertEquals(3, newsroom.articles().size());
    }

    @Test
    void doesNotBelieveAPageThatClaimsTheAddressOfAnotherArticle() {
        String claim = "<link rel=canonical href='/chi-tiet-bai-viet.aspx'>";
        portal.put(
                        "/tin/",
                        "<h5><a href='/chi-tiet-bai-viet.aspx?id=7'>Một</a></h5>"
                                + "<h5><a href='/chi-tiet-bai-viet.aspx?id=8'>Hai</a></h5>")
                .put("/chi-tiet-bai-viet.aspx", claim + page(7, "Khởi công cầu mới", TEXT));
        newsroom.collect();
        portal.put("/chi-tiet-bai-viet.aspx", claim + page(8, "Ra quân dọn vệ sinh", "Toàn dân dọn dẹp đường làng."));
        portal.put("/tin/", "<h5><a href='/chi-tiet-bai-viet.aspx?id=9'>Ra quân</a></h5>");
        assertEquals(1, newsroom.collect().added());
    }

    private void collectFor(int times, Duration pause) {
        for (int i = 0; i < times; i++) {
            clock.advance(pause);
            newsroom.collect();
        }
    }

    private static String listing(int... numbers) {
        StringBuilder listing = new StringBuilder("<!doctype html><title>Tin</title>");
        for (int number : numbers) {
            listing.append("<h5><a href='/bai-%d.html'>Bài %d</a></h5>".formatted(number, number));
        }
        return listing.toString();
    }

    private static String page(int number, String title, String text) {
        return String.format(Locale.ROOT, """
                <h4>%s</h4><span class=date>08:00 28/02/2026</span><span class=author>Thu Hà</span>
                <ul class=tags><li>a, b</ul>
                <div class=noidung><p>%s</p><img src='/anh.jpg' alt=''><p>%s.</p></div><!--n-->
                """, title, text, OWN_WORDS.get(number % OWN_WORDS.size()));
    }

    private String feedsYml() {
        return """
                title: Tin
                categories: {kinh-te: Kinh tế}
                sources:
                  portal:
                    html: %s/
                    sections: {kinh-te: tin/}
                    listing: {item: h5}
                    article: {title: h4, published: .date, author: .author, body: .noidung}
                network: {allow-private: [127.0.0.1]}
                """.formatted(URI.create(portal.address()));
    }
}
