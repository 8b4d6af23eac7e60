package loa.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import loa.article.Category;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class OpmlTest {

    private static final Newsroom NEWSROOM = new Newsroom(
            "Tin <xã> & \"phường\"",
            URI.create("https://feeds.example.vn"),
            "vi",
            null,
            null,
            List.of(
                    new Category("van-hoa", "Văn hóa", "Lễ hội & \"chợ\"", 50, true, List.of("van-nghe"), false),
                    new Category("da-dong", "Đã đóng", "Không còn", 50, true, List.of(), true),
                    new Category("kinh-te", "Kinh tế")),
            Map.of());

    @Test
    void listsWhatIsOpenInTheOrderOfTheConfiguration() {
        assertEquals(
                List.of("Tin <xã> & \"phường\"", "Văn hóa", "Kinh tế"),
                outlines().stream().map(outline -> outline.getAttribute("text")).toList());
        assertEquals(
                List.of("all", "van-hoa", "kinh-te"),
                outlines().stream()
                        .map(outline -> outline.getAttribute("xmlUrl").replaceFirst(".*/feeds/(.*)\\.rss", "$1"))
                        .toList());
    }

    @Test
    void saysOfEachWhatReadersOfListsAskFor() {
        for (Element outline : outlines()) {
            assertEquals("rss", outline.getAttribute("type"));
            assertEquals(outline.getAttribute("text"), outline.getAttribute("title"));
            assertEquals("vi", outline.getAttribute("language"));
        }
        assertEquals("Lễ hội & \"chợ\"", outlines().get(1).getAttribute("description"));
        assertEquals("https://feeds.example.vn/c/van-hoa", outlines().get(1).getAttribute("htmlUrl"));
    }

    private static List<Element> outlines() {
        NodeList nodes = StrictXml.read(OpmlWriter.write(NEWSROOM)).getElementsByTagName("outline");
        List<Element> outlines = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            outlines.add((Element) nodes.item(i));
        }
        return outlines;
    }
}
