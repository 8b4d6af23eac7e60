package loa.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import loa.page.Selector;
import loa.page.Trouble;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListingPagesTest {

    private static final URI FIRST = URI.create("http://portal.example.vn/tin-tuc");

    private final List<PageRequest> asked = new ArrayList<>();
    private final List<Trouble> troubles = new ArrayList<>();

    @Test
    void followsTheNumbersToTheEnd() {
        assertEquals(6, read(9, request -> page(number(request), 3)).size());
        assertEquals(3, asked.size());
    }

    @Test
    void asksForNoMorePagesThanItMay() {
        assertEquals(4, read(2, request -> page(number(request), 9)).size());
        assertEquals(2, asked.size());
    }

    @Test
    void endsWhereAPageShowsNothingNew() {
        read(
                50,
                request -> Jsoup.parse(
                        entries(1) + "<a rel=next href='/tin-tuc?page=" + (number(request) + 1) + "'>Sau</a>",
                        request.address().toString()));
        assertEquals(2, asked.size());
    }

    @Test
    void keepsWhatItHasWhereAPageCannotBeRead() {
        List<ListingReader.Item> items = pages(5).items(FIRST, Instant.EPOCH, troubles::add, request -> {
            asked.add(request);
            return asked.size() == 1 ? Optional.of(page(1, 3)) : Optional.empty();
        });
        assertEquals(2, items.size());
        assertEquals(2, asked.size());
    }

    @Test
    void takesOneArticleOnTheLastPageForWhatItIs() {
        String notices =
                "<div class=hop><ul><li><a href='/thong-bao/lich-tiep-cong-dan-thang-ba-1'>Lịch tiếp công dân tháng ba năm nay"
                        + "</a></li><li><a href='/thong-bao/lich-cat-dien-tuan-nay-2'>Lịch cắt điện tuần này ở các ấp</a></li></ul></div>";
        List<ListingReader.Item> items = read(
                5,
                request -> number(request) == 1
                        ? Jsoup.parse(
                                notices + entries(1) + "<a rel=next href='/tin-tuc?page=2'>Sau</a>",
                                request.address().toString())
                        : Jsoup.parse(notices + entry(77), request.address().toString()));
        assertEquals(
                List.of("/tin/bai-viet-thu-10", "/tin/bai-viet-thu-11", "/tin/bai-viet-thu-77"),
                items.stream().map(item -> item.link().getPath()).toList());
    }

    @ParameterizedTest
    @CsvSource({"500, 500, 0", "5000, 500, 1"})
    void takesTheFirstOfTooManyLinksAndSaysSo(int links, int taken, int reported) {
        StringBuilder page = new StringBuilder();
        IntStream.range(1000, 1000 + links).forEach(number -> page.append(entry(number)));
        List<ListingReader.Item> items = read(
                1, request -> Jsoup.parse(page.toString(), request.address().toString()));
        assertEquals(taken, items.size());
        assertEquals("/tin/bai-viet-thu-1000", items.get(0).link().getPath());
        assertEquals(reported, troubles.size());
    }

    @Test
    void takesTheFirstOfTooManyLinksThatASelectorGives() {
        ListingReader reader =
                new ListingReader(new ListingSelectors(Selector.of(".tin"), null, null), ZoneId.of("Asia/Ho_Chi_Minh"));
        StringBuilder page = new StringBuilder();
        IntStream.range(1000, 1600).forEach(number -> page.append(entry(number)));
        Listed listed = reader.listed(Jsoup.parse(page.toString(), FIRST.toString()), Optional.empty());
        assertEquals(500, listed.entries().size());
        assertEquals(Optional.of(FIRST), listed.trouble(FIRST).map(Trouble::address));
    }

    @Test
    void sendsBackTheFormOfEachPage() {
        read(2, request -> Jsoup.parse(form(request.isForm() ? "b" : "a", request.isForm() ? 2 : 1), FIRST.toString()));
        assertEquals(
                Map.of("__EVENTTARGET", "trang", "__EVENTARGUMENT", "2", "__VIEWSTATE", "a"),
                asked.get(1).form());
    }

    private static String form(String state, int page) {
        return "<form method=post action='/tin-tuc'><input type=hidden name=__VIEWSTATE value='" + state + "'>"
                + entries(page) + "<a href=\"javascript:__doPostBack('trang','2')\">2</a></form>";
    }

    private List<ListingReader.Item> read(int most, Function<PageRequest, Document> portal) {
        return pages(most).items(FIRST, Instant.EPOCH, troubles::add, request -> {
            asked.add(request);
            return Optional.of(portal.apply(request));
        });
    }

    private static ListingPages pages(int most) {
        return new ListingPages(new ListingReader(ListingSelectors.NONE, ZoneId.of("Asia/Ho_Chi_Minh")), most);
    }

    private static int number(PageRequest request) {
        String query = request.address().getQuery();
        return query == null ? 1 : Integer.parseInt(query.replace("page=", ""));
    }

    private static Document page(int number, int last) {
        StringBuilder pager = new StringBuilder();
        for (int other = 1; other <= last; other++) {
            pager.append(
                    other == number
                            ? "<b>" + other + "</b> "
                            : "<a href='/tin-tuc?page=" + other + "'>" + other + "</a> ");
        }
        return Jsoup.parse(entries(number) + "<p>" + pager + "</p>", FIRST + (number == 1 ? "" : "?page=" + number));
    }

    private static String entries(int page) {
        return entry(page * 10) + entry(page * 10 + 1);
    }

    private static String entry(int number) {
        return "<div class=tin><h3><a href='/tin/bai-viet-thu-" + number + "'>Bài viết thứ " + number
                + " của trang tin</a></h3><span>12/03/2026</span></div>";
    }
}
