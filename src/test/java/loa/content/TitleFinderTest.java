package loa.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Where the sources of a headline differ: the headline is the one that readers see as such. */
class TitleFinderTest {

    private static final String NAVIGATION = "<nav class='breadcrumb'><a href='/'>Trang chủ</a> %s</nav>";
    private static final String TEXT =
            "<p>Sáng nay, người dân hai xã đi lại trên cây cầu mới lần đầu tiên.</p>".repeat(5);

    static Stream<Arguments> pages() {
        return Stream.of(
                page(
                        "the data for search engines say otherwise",
                        data("Cầu Suối Đá 2026: lịch thông xe") + og("Cây cầu mà hai xã chờ mười năm"),
                        "<h1>Cây cầu mà hai xã chờ mười năm</h1>",
                        "Cây cầu mà hai xã chờ mười năm"),
                page(
                        "Open Graph says otherwise, for those who share it",
                        data("Cây cầu mà hai xã chờ mười năm") + og("Bạn sẽ không tin cây cầu này dài bao nhiêu!"),
                        "<h1>Cây cầu mà hai xã chờ mười năm</h1>",
                        "Cây cầu mà hai xã chờ mười năm"),
                page(
                        "the first heading is the page's name in a breadcrumb trail",
                        data("Cầu Suối Đá 2026: lịch thông xe") + og("Cây cầu mà hai xã chờ mười năm"),
                        NAVIGATION.formatted("<h1>Cầu Suối Đá 2026: lịch thông xe</h1>")
                                + "<h2>Cây cầu mà hai xã chờ mười năm</h2>",
                        "Cây cầu mà hai xã chờ mười năm"),
                page(
                        "there is a kicker in the heading",
                        data("Cầu Suối Đá 2026: lịch thông xe") + og("Cây cầu mà hai xã chờ mười năm"),
                        NAVIGATION.formatted("<h1>Cầu Suối Đá 2026: lịch thông xe</h1>")
                                + "<h2><span>Giao thông</span> Cây cầu mà hai xã chờ mười năm</h2>",
                        "Cây cầu mà hai xã chờ mười năm"),
                page(
                        "the data have a kicker that the page does not show",
                        og("Hạ tầng: Cây cầu mà hai xã chờ mười năm"),
                        "<h1>Cây cầu mà hai xã chờ mười năm</h1>",
                        "Cây cầu mà hai xã chờ mười năm"),
                page(
                        "the data have a kicker that the page shows above the headline",
                        og("Hạ tầng: Cây cầu mà hai xã chờ mười năm"),
                        "<p>Hạ tầng</p><h1>Cây cầu mà hai xã chờ mười năm</h1>",
                        "Hạ tầng: Cây cầu mà hai xã chờ mười năm"),
                page(
                        "the heading runs its kicker and the headline together",
                        og("Hạ tầng / Cây cầu mà hai xã chờ mười năm"),
                        "<h1><span>Hạ tầng</span>Cây cầu mà hai xã chờ mười năm</h1>",
                        "Hạ tầng / Cây cầu mà hai xã chờ mười năm"),
                page(
                        "the data name the site behind it",
                        og("Cây cầu mà hai xã chờ mười năm - Báo Bình Minh"),
                        "<h1>Cây cầu mà hai xã chờ mười năm</h1>",
                        "Cây cầu mà hai xã chờ mười năm"),
                page(
                        "the data were escaped twice",
                        og("Cầu &amp;quot;mười năm&amp;quot; đã thông xe"),
                        "<h1>Cầu \"mười năm\" đã thông xe</h1>",
                        "Cầu \"mười năm\" đã thông xe"),
                page(
                        "the heading is made of blocks",
                        og("Cây cầu mà hai xã chờ mười năm"),
                        "<h1><div>Giao thông</div><div>Cây cầu mà hai xã chờ mười năm</div></h1>",
                        "Cây cầu mà hai xã chờ mười năm"),
                page(
                        "a box names another article",
                        data("Đường mới qua xã Đồng Cao") + og("Cây cầu mà hai xã chờ mười năm"),
                        "<h1>Cây cầu mà hai xã chờ mười năm</h1><aside><h3>Đường mới qua xã Đồng Cao</h3></aside>",
                        "Cây cầu mà hai xã chờ mười năm"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void findsTheHeadlineThatReadersSee(String where, String html, String headline) {
        Document page = Jsoup.parse(html, "https://news.example.vn/");
        Layout layout = Layout.of(page.body());
        layout.measure(block -> false);
        assertEquals(
                Optional.of(headline),
                TitleFinder.find(page, layout, Claims.of(page), "").map(Found::value));
    }

    private static Arguments page(String where, String head, String top, String headline) {
        String html = "<head><title>Tin tức | Báo Bình Minh</title>" + head + "</head><body>" + top + TEXT + "</body>";
        return Arguments.of(where, html, headline);
    }

    private static String data(String headline) {
        return "<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"headline\": \"" + headline
                + "\"}</script>";
    }

    private static String og(String title) {
        return "<meta property='og:site_name' content='Báo Bình Minh'><meta property='og:title' content='" + title
                + "'>";
    }
}
