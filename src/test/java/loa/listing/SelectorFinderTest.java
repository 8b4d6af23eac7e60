package loa.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class SelectorFinderTest {

    private static final String LIST =
            "<div id=ctl00_4711><div class='tin le'><h3><a href='/tin/mot-hai-ba-bon-1'>Một chuyện vui ở ấp Đông</a></h3></div>"
                    + "<div class='tin'><h3><a href='/tin/hai-ba-bon-nam-2'>Hai chuyện vui ở ấp Tây</a></h3></div></div>";

    @Test
    void namesClassesThatAllEntriesHave() {
        assertEquals(
                new FoundSelectors(
                        Optional.of("div.tin"), Optional.of("h3 > a"), Optional.of("a:containsOwn(Trang sau)")),
                find(LIST + "<a href='/tin?trang=2'>Trang sau</a>"));
    }

    @Test
    void addsWhatALeadStoryIsCalled() {
        assertEquals(
                Optional.of("div.tin, section.dau"),
                find("<section class=dau><h2><a href='/tin/khong-mot-hai-ba-0'>Chuyện lớn nhất trong tuần</a></h2></section>"
                                + LIST)
                        .item());
    }

    @Test
    void givesNoneWhereNothingTellsTheEntriesFromTheRest() {
        assertEquals(
                Optional.empty(),
                find("<p>Lời ngỏ</p><p><a href='/tin/mot-hai-ba-bon-1'>Một chuyện vui ở ấp Đông</a></p>"
                                + "<p><a href='/tin/hai-ba-bon-nam-2'>Hai chuyện vui ở ấp Tây</a></p>")
                        .item());
    }

    private static FoundSelectors find(String html) {
        Document page = Jsoup.parse(html, "http://portal.example.vn/tin");
        return SelectorFinder.find(page, ListingFinder.find(page));
    }
}
