package loa.article;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each {@code sanitizer/NAME.html} says in its first line why it is there; {@code NAME.expected.html} is what may be
 * published of it.
 */
class SanitizerTest {

    private static final Path CASES = Path.of("src/test/resources/sanitizer");
    private static final String PAGE = "https://xa.vn/tin/bai.html";
    private static final Pattern REASON = Pattern.compile("<!-- .{20,} -->\n");

    private static final Set<String> ACTIVE = Set.of(
            "script",
            "style",
            "iframe",
            "svg",
            "math",
            "noscript",
            "template",
            "form",
            "input",
            "object",
            "embed",
            "base",
            "meta",
            "link",
            "video",
            "audio",
            "textarea",
            "title",
            "xmp");

    @ParameterizedTest
    @MethodSource("cases")
    void publishesWhatTheCaseExpects(String name) throws IOException {
        String expected = Files.readString(CASES.resolve(name + ".expected.html"), UTF_8);
        assertEquals(expected.strip(), clean(page(name)).html());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void leavesWhatItHasCleaned(String name) throws IOException {
        assertSettled(page(name));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysWhyEachCaseIsThere(String name) throws IOException {
        assertTrue(REASON.matcher(page(name)).lookingAt());
    }

    static List<String> cases() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".html") && !file.endsWith(".expected.html"))
                    .map(file -> file.replace(".html", ""))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void givesTheTextAsReadersSeeIt() {
        Body body = clean("<h2>Mùa  nước</h2><p>nổi<br>về&nbsp;</p><table><tr><td>cá</td><td>linh</td></tr></table>");
        assertEquals("Mùa nước nổi về cá linh", body.text());
    }

    @Test
    void isEmptyWhereNothingCanBePublished() {
        assertEquals(
                new Body("", ""), clean("<script>1</script><p>&nbsp;</p><div><span> <b>\u200B</b></span><br></div>"));
    }

    @Test
    void holdsOnlyTextThatAFeedMayHold() {
        Body body = clean("<p title='\u0001a\uFFFE'>bến\u0000 đò\u202E\uD800\u0085</p><pre>a\fb</pre>");
        assertEquals("<p>bến đò </p><pre>a b</pre>", body.html());
    }

    @ParameterizedTest
    @CsvSource({
        "https://xa.vn/tin/,        https://xa.vn/tin/anh/lua.jpg",
        "http://huyen.vn/x/y.html,  http://huyen.vn/x/anh/lua.jpg",
    })
    void makesLinksAbsoluteFromThePageThatHeldThem(String page, String address) {
        Element content = Jsoup.parse("<img src='anh/lua.jpg'>", page).body();
        assertEquals("<img src=\"" + address + "\">", Sanitizer.clean(content).html());
    }

    @Test
    void dropsRelativeLinksOfAPageWithoutAnAddress() {
        assertEquals(
                "<p>lúa</p>",
                Sanitizer.clean(Jsoup.parse("<p><a href='a.html'>lúa</a><img src='b.jpg'></p>")
                                .body())
                        .html());
    }

    @Test
    void cleansTheContentOfWhateverElementHoldsIt() {
        for (String holder : List.of("form", "section", "article", "main", "div", "center")) {
            Element content = Jsoup.parse("<" + holder + " style='display:none'><p>lúa</p></" + holder + ">", PAGE)
                    .expectFirst(holder);
            assertEquals("<p>lúa</p>", Sanitizer.clean(content).html());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div>",
                "<b>",
                "<span>",
                "<p><div>",
                "<ul><li>",
                "<blockquote>",
                "<font>",
                "<table><tr><td>",
                "<svg>",
                "<form>"
            })
    void survivesEndlessNesting(String tags) {
        String html = tags.repeat(200_000) + "lúa";
        Body body = assertTimeoutPreemptively(ofSeconds(20), () -> clean(html));
        assertTrue(body.html().length() <= html.length());
        assertSettled(body.html());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Nước <b>lớn</b> ròng</p>\n",
                "<script>1</script>",
                "<p>&nbsp;</p>",
                "<br>",
                "<img src=''>",
                "<iframe></iframe>",
                "Nước lớn nước ròng "
            })
    void takesAMegabyteInItsStride(String piece) {
        String html = "<div>".repeat(90) + piece.repeat(1_000_000 / piece.length());
        assertTimeoutPreemptively(ofSeconds(20), () -> clean(html));
    }

    @Test
    void settlesAnySoupOfTagsInOnePass() {
        String[] pieces = {
            "<p>",
            "</p>",
            "<div>",
            "</div>",
            "<a href=/x>",
            "<a href=javascript:x>",
            "</a>",
            "<b>",
            "</b>",
            "<i>",
            "</i>",
            "<table>",
            "</table>",
            "<tr>",
            "<td>",
            "</td>",
            "<caption>",
            "<tbody>",
            "<ul>",
            "<li>",
            "</ul>",
            "<dl>",
            "<dt>",
            "<h1>",
            "<h3>",
            "</h3>",
            "<pre>",
            "</pre>",
            "<blockquote>",
            "</blockquote>",
            "<svg>",
            "</svg>",
            "<math>",
            "<mtext>",
            "<mglyph>",
            "<style>",
            "</style>",
            "<noscript>",
            "</noscript>",
            "<template>",
            "</template>",
            "<select>",
            "<option>",
            "<button>",
            "</button>",
            "<form>",
            "</form>",
            "<marquee>",
            "</marquee>",
            "<object>",
            "</object>",
            "<iframe src=//v.vn/1>",
            "</iframe>",
            "<img src=a.jpg onerror=x>",
            "<img>",
            "<br>",
            "<hr>",
            "<font>",
            "</font>",
            "<section>",
            "</section>",
            "<figure>",
            "<q>",
            "<sub>",
            "<o:p>",
            "</o:p>",
            "<code>",
            "</code>",
            "<textarea>",
            "</textarea>",
            "<title>",
            "</title>",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "lúa",
            " ",
            "\n",
            "&nbsp;",
            "&lt;script&gt;",
            "e\u0301",
            "<p title='</p><script>'>",
            "<foreignObject>",
            "<desc>",
            "<annotation-xml>",
            "<nobr>",
            "<ruby>",
            "<rt>",
            "<details>",
            "<summary>",
            "<xmp>",
            "</xmp>",
            "</br>",
            "<image src=b.jpg>",
            "<col>",
            "<th>",
            "<ins>",
            "</ins>",
            "<s>",
            "<em>",
            "<strong>",
            "</strong>",
            "</em>",
            "<small>",
            "</small>"
        };
        Random random = new Random(2026);
        for (int round = 0; round < 5_000; round++) {
            StringBuilder soup = new StringBuilder();
            random.ints(24, 0, pieces.length).forEach(i -> soup.append(pieces[i]));
            assertSettled(soup.toString());
        }
    }

    private static void assertSettled(String html) {
        Body body = clean(html);
        assertEquals(body, clean(body.html()), html);
        Element published = Jsoup.parse(body.html()).body();
        for (Element element : published.getAllElements()) {
            assertFalse(ACTIVE.contains(element.normalName()), html);
            for (Attribute attribute : element.attributes()) {
                boolean isAddress =
                        attribute.getKey().equals("href") || attribute.getKey().equals("src");
                assertFalse(attribute.getKey().startsWith("on"), html);
                assertTrue(!isAddress || attribute.getValue().matches("https?://[!-~]+"), html);
            }
        }
    }

    private static Body clean(String html) {
        return Sanitizer.clean(Jsoup.parse(html, PAGE).body());
    }

    private static String page(String name) throws IOException {
        return Files.readString(CASES.resolve(name + ".html"), UTF_8);
    }
}
