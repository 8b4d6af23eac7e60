package loa.article;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is published is HTML in which a parser finds nothing to mend. */
class ValidHtmlTest {

    private static final List<String> TAGS = List.of(
            "p",
            "p",
            "p",
            "div",
            "span",
            "center",
            "marquee",
            "object",
            "section",
            "font",
            "h1",
            "h3",
            "blockquote",
            "strong",
            "b",
            "i",
            "a href=/x",
            "a href=/y",
            "ul",
            "li",
            "dl",
            "dd",
            "figure",
            "table",
            "tr",
            "td",
            "caption",
            "pre",
            "img src=/i.jpg",
            "br",
            "iframe src=https://v.example.vn/1",
            "video src=/v.mp4");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <p>Trước <iframe src=https://v.example.vn/1></iframe> sau</p> | <p>Trước </p><p><a href="https://v.example.vn/1">https://v.example.vn/1</a></p> sau
                    <p>Trước <marquee><p>chạy</p></marquee></p>                   | <p>Trước </p><p>chạy</p>
                    <a href=/x><marquee><a href=/y>y</a></marquee></a>            | <a href="https://portal.example.vn/y">y</a>
                    <p>Bảng <table><tr><td>1</table>                              | <p>Bảng </p><table><tbody><tr><td>1</td></tr></tbody></table>
                    <h2>Một <marquee><h3>hai</h3></marquee></h2>                  | <h2>Một </h2><h3>hai</h3>
                    """)
    void nestsOnlyWhatHtmlLetsNest(String dirty, String clean) {
        assertEquals(clean, cleaned(dirty));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void givesAParserNothingToMend(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            String clean = cleaned(soup(random));
            Parser parser = Parser.htmlParser().setTrackErrors(10);
            parser.parseFragmentInput(clean, null, "");
            assertEquals(List.of(), parser.getErrors(), clean);
            assertEquals(clean, cleaned(clean), "cleaning twice changes nothing");
        }
    }

    private static String soup(Random random) {
        StringBuilder soup = new StringBuilder();
        for (int i = random.nextInt(25); i >= 0; i--) {
            String tag = TAGS.get(random.nextInt(TAGS.size()));
            soup.append(random.nextInt(3) == 0 ? "</" + tag.replaceFirst(" .*", "") + ">" : "<" + tag + ">");
            soup.append(random.nextBoolean() ? "chữ " + i : "");
        }
        return soup.toString();
    }

    private static String cleaned(String html) {
        Document page = Jsoup.parse("<body>" + html, "https://portal.example.vn/tin/1.html");
        return Sanitizer.clean(page.body()).html();
    }
}
