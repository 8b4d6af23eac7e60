package loa.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is published of pages on which prose stands around the article; each paragraph here begins with its own number. */
class SurroundingsTest {

    private static final String TITLE = "<h1>Cây cầu mà hai xã chờ mười năm</h1>";

    static Stream<Arguments> pages() {
        return Stream.of(
                page(
                        "a notice behind the article",
                        TITLE + "<div>" + paragraphs(1, 2, 3, 4) + "</div><div class=x><div>" + paragraphs(5)
                                + "</div></div>",
                        1,
                        2,
                        3,
                        4),
                page(
                        "a notice before the title",
                        "<div class=x>" + paragraphs(1) + "</div>" + TITLE + "<div>" + paragraphs(2, 3, 4) + "</div>",
                        2,
                        3,
                        4),
                page(
                        "the first paragraphs in a place of their own",
                        TITLE + "<div class=x>" + paragraphs(1) + "</div><div>" + paragraphs(2, 3, 4) + "</div>",
                        1,
                        2,
                        3,
                        4),
                page(
                        "an article in pieces of one name",
                        TITLE + "<div class=part>" + paragraphs(1, 2, 3) + "</div><div class=ad></div><div class=part>"
                                + paragraphs(4) + "</div><div class=x>" + paragraphs(5) + "</div>",
                        1,
                        2,
                        3,
                        4),
                page(
                        "an article in pieces that say what they are",
                        TITLE + "<div>" + paragraphs(1, 2, 3) + "</div><section><div class='article-text'>"
                                + paragraphs(4) + "</div></section>",
                        1,
                        2,
                        3,
                        4),
                page(
                        "an article in one paragraph with a short one beside it",
                        TITLE + "<div><p>1 " + sentence().repeat(5) + "</p>" + paragraphs(2) + "</div><div class=x>"
                                + paragraphs(3) + "</div>",
                        1,
                        2),
                page(
                        "an article of which no piece is large",
                        TITLE + "<div>" + paragraphs(1) + "</div><section>" + paragraphs(2) + "</section><p>3 "
                                + sentence() + "</p>",
                        1,
                        2,
                        3));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void keepsTheArticleAlone(String what, String html, List<String> kept) {
        Document page = Jsoup.parse(html);
        Layout layout = Layout.of(page.body());
        layout.measure(block -> false);
        Predicate<Block> isTitle = TitleFinder.isShownAs("Cây cầu mà hai xã chờ mười năm", layout);
        Region region = BodyFinder.find(layout, isTitle).orElseThrow();
        assertEquals(
                kept,
                Trim.copy(layout, region, isTitle, List.of()).select("p").stream()
                        .map(paragraph -> paragraph.text().substring(0, 1))
                        .toList());
    }

    private static Arguments page(String what, String html, int... kept) {
        return Arguments.of(
                what, html, Arrays.stream(kept).mapToObj(String::valueOf).toList());
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
