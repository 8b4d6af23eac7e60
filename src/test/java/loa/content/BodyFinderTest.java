package loa.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What of a page is its article; each paragraph and each line here begins with its own number. */
class BodyFinderTest {

    private static final String TITLE = "<h1>Cây cầu mà hai xã chờ mười năm</h1>";

    static Stream<Arguments> pages() {
        return Stream.of(
                page(
                        "a notice behind the article",
                        TITLE + "<div>" + paragraphs(1, 2, 3, 4) + "</div><div class=x><div>" + paragraphs(5)
                                + "</div></div>",
                        "1 2 3 4"),
                page(
                        "a notice before the title",
                        "<div class=x>" + paragraphs(1) + "</div>" + TITLE + "<div>" + paragraphs(2, 3, 4) + "</div>",
                        "2 3 4"),
                page(
                        "the first paragraphs in a place of their own",
                        TITLE + "<div class=x>" + paragraphs(1) + "</div><div>" + paragraphs(2, 3, 4) + "</div>",
                        "1 2 3 4"),
                page(
                        "an article in pieces of one name",
                        TITLE + "<div class=part>" + paragraphs(1, 2, 3) + "</div><div class=ad></div><div class=part>"
                                + paragraphs(4) + "</div><div class=x>" + paragraphs(5) + "</div>",
                        "1 2 3 4"),
                page(
                        "an article in pieces that say what they are",
                        TITLE + "<div>" + paragraphs(1, 2, 3) + "</div><section><div class='article-text'>"
                                + paragraphs(4) + "</div></section>",
                        "1 2 3 4"),
                page(
                        "an article in one paragraph with a short one beside it",
                        TITLE + "<div><p>1 " + sentence().repeat(5) + "</p>" + paragraphs(2) + "</div><div class=x>"
                                + paragraphs(3) + "</div>",
                        "1 2"),
                page(
                        "an article of which no piece is large",
                        TITLE + "<div>" + paragraphs(1) + "</div><section>" + paragraphs(2) + "</section><p>3 "
                                + sentence() + "</p>",
                        "1 2 3"),
                page(
                        "a list at the end",
                        TITLE + "<div>" + paragraphs(1, 2, 3) + "<ul><li>4 ấp Đông<li>5 ấp Tây<li>6 ấp Nam</ul></div>",
                        "1 2 3 4 5 6"),
                page(
                        "a table at the end whose rows have names",
                        TITLE + "<div>" + paragraphs(1, 2, 3) + "<table><tr class=player><td>4 Đông<td>5 Tây"
                                + "<tr class=player><td>6 Nam<td>7 Bắc</table></div>",
                        "1 2 3 4 5 6 7"),
                page(
                        "lines at the beginning and at the end, one of them a link",
                        TITLE + "<div><p>1 Cầu mới<br>2 Đường mới<br>3 Chợ mới</p>" + paragraphs(4, 5, 6)
                                + "<p>7 Ấp Đông<br>8 <a href=/tay>Ấp Tây</a><br>9 Ấp Nam<br>10 Ấp Bắc</p></div>",
                        "1 2 3 4 5 6 7 8 9 10"),
                page(
                        "a remark of the page at the end, and links to others below their heading",
                        TITLE + "<div>" + paragraphs(1, 2, 3) + "<p>4 Bản in</p><p>Tin liên quan</p><p>5 Ấp Đông</p>"
                                + "<p>6 Ấp Tây</p><p>7 Ấp Nam</p></div>",
                        "1 2 3"),
                page(
                        "a sentence that ends in a long link, and a link behind a label",
                        TITLE + "<div>" + paragraphs(1, 2)
                                + "<p>3 Nhịp giữa của cây cầu được hợp long sau hai năm, <a href=/a>khi nhà"
                                + " thầu đã khắc phục xong những chỗ sạt lở ở cả hai bên bờ sông</a>.</p><p>4 Xem: <a href=/b>Những cây cầu"
                                + " mới của huyện trong năm nay và năm sau</a></p>" + paragraphs(5) + "</div>",
                        "1 2 3 5"),
                page(
                        "a post from elsewhere, and one that waits for consent",
                        TITLE + "<div>" + paragraphs(1, 2) + "<div class=social-embed><blockquote>" + paragraphs(3)
                                + "</blockquote></div><div class='social-embed consent'>" + paragraphs(4) + "</div>"
                                + paragraphs(5) + "</div>",
                        "1 2 3 5"),
                page(
                        "a line below a picture that nothing calls a caption",
                        TITLE + "<div>" + paragraphs(1, 2) + "<div><div><img src=/cau.jpg></div><div>3 Cầu mới. Ảnh: Lê"
                                + " Na</div></div>" + paragraphs(4) + "</div>",
                        "1 2 4"),
                page(
                        "the next article below this one",
                        "<div><article>" + TITLE + paragraphs(1, 2, 3, 4, 5, 6, 7, 8, 9)
                                + "</article><article><h1>Lũ về sớm</h1>"
                                + paragraphs(10, 11, 12, 13, 14, 15, 16, 17, 18, 19) + "</article></div>",
                        "1 2 3 4 5 6 7 8 9"),
                page(
                        "a notice before the page that says more than the article",
                        TITLE + "<div>" + paragraphs(1, 2) + "</div><div role=dialog><div class=main-content>"
                                + paragraphs(3, 4, 5, 6) + "</div></div>",
                        "1 2"),
                page(
                        "readers who say more than the article",
                        TITLE + "<div>" + paragraphs(1, 2, 3, 4, 5, 6, 7, 8, 9) + "</div><div id=comments>"
                                + paragraphs(10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20) + "</div>",
                        "1 2 3 4 5 6 7 8 9"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void keepsTheArticleAlone(String what, String html, String kept) {
        Document page = Jsoup.parse(html);
        Layout layout = Layout.of(page.body());
        layout.measure(block -> false);
        Predicate<Block> isTitle = TitleFinder.isShownAs("Cây cầu mà hai xã chờ mười năm", layout);
        Region region = BodyFinder.find(layout, isTitle).orElseThrow();
        Element article = Trim.copy(layout, region, isTitle, List.of(), Optional.empty());
        article.select("figcaption").remove();
        assertEquals(kept, article.text().replaceAll("\\D+", " ").strip());
    }

    private static Arguments page(String what, String html, String kept) {
        return Arguments.of(what, html, kept);
    }

    private static String paragraphs(int... numbers) {
        StringBuilder html = new StringBuilder();
        Arrays.stream(numbers)
                .forEach(number -> html.append("<p>")
                        .append(number)
                        .append(' ')
                        .append(sentence())
                        .append("</p>"));
        return html.toString();
    }

    private static String sentence() {
        return "Sáng nay, người dân hai xã đi lại trên cây cầu mới lần đầu tiên sau mười năm chờ đợi.";
    }
}
