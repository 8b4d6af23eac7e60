package loa.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** Whatever a page holds, what is published of it is harmless, is clean text, and stays as it is when cleaned again. */
class SanitizerFuzzTest {

    private static final Set<String> ELEMENTS = Set.of(
            ("body p div br hr h2 h3 h4 h5 h6 blockquote pre code strong b em i u s del ins mark small sub sup q cite abbr"
                            + " a ul ol li dl dt dd figure figcaption img table caption thead tbody tfoot tr th td")
                    .split(" ", -1));

    private static final Set<String> ATTRIBUTES =
            Set.of("href", "src", "title", "alt", "width", "height", "colspan", "rowspan", "scope", "start");

    @FuzzTest(maxDuration = "30s")
    void publishesWhatIsHarmlessAndStays(byte[] bytes) {
        Body body = clean(new String(bytes, StandardCharsets.UTF_8));
        assertEquals(body, clean(body.html()));
        assertEquals(Text.clean(body.html()), body.html());
        Jsoup.parse(body.html()).body().getAllElements().forEach(SanitizerFuzzTest::assertHarmless);
    }

    private static void assertHarmless(Element element) {
        assertTrue(ELEMENTS.contains(element.normalName()), element.outerHtml());
        for (Attribute attribute : element.attributes()) {
            String name = attribute.getKey();
            assertTrue(ATTRIBUTES.contains(name), element.outerHtml());
            boolean isAddress = name.equals("href") || name.equals("src");
            assertTrue(!isAddress || attribute.getValue().matches("https?://[!-~]+"), element.outerHtml());
        }
    }

    private static Body clean(String html) {
        return Sanitizer.clean(
                Jsoup.parse(html, "https://portal.test/tin/1.html").body());
    }
}
