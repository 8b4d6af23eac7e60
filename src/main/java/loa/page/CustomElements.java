package loa.page;

import java.util.Map;
import org.jsoup.nodes.Element;

/** Elements of their own that pages show pictures and films in, for scripts to replace; HTML's serve us as well. */
final class CustomElements {

    /** What stands for which of HTML's. */
    private static final Map<String, String> NAMES = Map.of(
            "amp-img", "img",
            "amp-anim", "img",
            "amp-video", "video",
            "amp-audio", "audio",
            "amp-iframe", "iframe",
            "amp-youtube", "iframe",
            "oembed", "iframe");

    private static final String FILMS = "https://www.youtube.com/watch?v=";

    private CustomElements() {}

    /** Makes an element of HTML of one that has been read to its end, if it is such a one. */
    static void settle(Element element) {
        String name = NAMES.get(element.normalName());
        if (name == null) {
            return;
        }
        if (element.hasAttr("url")) {
            element.attr("src", element.attr("url"));
        } else if (element.hasAttr("data-videoid")) {
            element.attr("src", FILMS + element.attr("data-videoid"));
        }
        if (name.equals("img") || element.hasAttr("src")) {
            element.empty();
        }
        element.tagName(name);
    }
}
