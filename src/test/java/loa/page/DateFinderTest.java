package loa.page;

import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import loa.article.Precision;
import loa.article.ReadDate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DateFinderTest {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Instant FETCHED = Instant.parse("2026-11-23T08:00:00Z");
    private static final Instant MEANT = Instant.parse("2026-11-10T08:30:00Z");
    private static final String LONG = "<p>" + "Người dân trong xã đã cùng nhau làm đường. ".repeat(20) + "</p>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<h1>Tin</h1><span class=date>15:30 10/11/2026</span>",
                "<h1>Tin</h1><p>15:30 10/11/2026</p>{LONG}",
                "<h1>Tin</h1><div><i>15:30</i> <b>10/11/2026</b></div>",
                "<h1>Tin</h1><div>Ngày đăng: <b>10/11/2026</b> - <i>15:30</i> | Lượt xem: 12</div>",
                "<h1>Tin</h1><time datetime='2026-11-10T15:30:00+07:00'>2 tuần trước</time>",
                "<h1>Tin</h1><time datetime='2026-11-10T08:30:00Z'>10/11/2026</time>",
                "<h1>Tin</h1><time datetime='2026-11-10'>15:30 10/11/2026</time>",
                "<div class=breadcrumb>Kinh tế</div><span class=time>15:30 10/11/2026</span><h1>Tin</h1>{LONG}",
                "<h1>Tin</h1><p>Sửa: 12/11/2026 08:00</p><p>Đăng: 10/11/2026 15:30</p>",
                "<h1>Tin</h1><div class=last-updated>12/11/2026 08:00</div><div>10/11/2026 15:30</div>",
                "<h1>Tin</h1>{LONG}{LONG}<span itemprop=datePublished>15:30 10/11/2026</span>",
            })
    void findsTheDateNearTheTitle(String body) {
        assertEquals(Optional.of(new ReadDate(MEANT, Precision.MINUTE, false)), find(body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<header>Thứ Hai, 23/11/2026</header><h1>Tin</h1>{LONG}",
                "<div class=top-bar>Thứ Hai, 23/11/2026 15:00</div><h1>Tin</h1>{LONG}",
                "<div>Thứ Hai, 23/11/2026</div><h1>Tin</h1>{LONG}",
                "<p class=date>15:30 10/11/2026</p>{LONG}<h1>Tin</h1>",
                "<h1>Tin</h1>{LONG}{LONG}<div class=related><span class=date>15:30 10/11/2026</span></div>",
                "<h1>Tin</h1>{LONG}{LONG}<aside><span class=date>15:30 10/11/2026</span></aside>",
                "<h1>Tin</h1>{LONG}{LONG}{LONG}<ul><li><a>Tin khác</a> <i>10/11/2026</i></ul>",
                "<h1>Tin</h1><p>{SENTENCE}ngày <span class=date>10/11/2026</span></p>",
                "<h1>Hội nghị ngày 10/11/2026</h1>{LONG}",
                "<h1>Tin</h1><p>Thời gian: 05/11/2026 – 10/11/2026</p>{LONG}",
                "<h1>Tin</h1><p>Số 12/2020/QĐ-UBND</p>{LONG}",
                "<h1>Tin</h1><script>var date = '10/11/2026 15:30'</script>{LONG}",
            })
    void findsNoneElsewhere(String body) {
        assertEquals(Optional.empty(), find(body));
    }

    @Test
    void takesThePrintedClockWhereTheMarkupMistakesItForGreenwich() {
        assertEquals(
                Optional.of(MEANT),
                find("<h1>Tin</h1><time datetime='2026-11-10T15:30:00Z'>15:30 10/11/2026</time>")
                        .map(ReadDate::at));
    }

    @Test
    void takesALaterChangeWhereNothingElseIsShown() {
        assertEquals(
                Optional.of(MEANT),
                find("<h1>Tin</h1><p>Cập nhật lúc: 15:30 | 10/11/2026</p>").map(ReadDate::at));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href=/a>Tin</a> <span class=date>15:30 10/11/2026</span>",
                "<span>15:30 10/11/2026</span> <a href=/a>Tin</a>",
                "<a href=/a>Hội nghị ngày 5/11/2026</a> <font>(10/11/2026 15:30)</font>",
            })
    void findsTheDateOfAnEntry(String entry) {
        Element scope = Jsoup.parseBodyFragment(entry).body();
        Optional<ReadDate> found = DateFinder.find(scope, scope.selectFirst("a"), VIETNAM, FETCHED);
        assertEquals(Optional.of(MEANT), found.map(ReadDate::at));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<div>10/11/2026", "<span class=date>10/11/2026</span>", "<p>10/11/2026 <b>"})
    void takesLinearTime(String piece) {
        Element scope = Jsoup.parse("<h1>Tin</h1>" + piece.repeat(20_000)).body();
        assertTimeoutPreemptively(
                ofSeconds(20), () -> DateFinder.find(scope, scope.selectFirst("h1"), VIETNAM, FETCHED));
    }

    private static Optional<ReadDate> find(String body) {
        String whole = body.replace("{LONG}", LONG).replace("{SENTENCE}", "Một câu dài về hội nghị ".repeat(9));
        Element scope = Jsoup.parse(whole).body();
        return DateFinder.find(scope, scope.selectFirst("h1"), VIETNAM, FETCHED);
    }
}
