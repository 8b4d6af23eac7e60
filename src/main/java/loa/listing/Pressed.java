package loa.listing;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import loa.article.Text;
import org.jsoup.nodes.Element;

/**
 * A link or button, and the few words that say what it does.
 *
 * @param labels its text first, then what its tooltip and its picture say, without brackets and arrows around words
 */
record Pressed(Element element, List<String> labels) {

    private static final int LONGEST = 40;
    private static final Pattern DECORATION = Pattern.compile("^[\\s\\[(«‹]+|^[←<]+\\s*(?=\\p{L})|[\\s\\])]+$");
    private static final Pattern ARROW = Pattern.compile("(?<=[\\p{L}])\\s*[›»>→.…]+$");

    static Pressed of(Element element) {
        Element image = element.childrenSize() == 0 ? null : element.selectFirst("img");
        List<String> labels = Stream.of(
                        label(element),
                        element.attr("title"),
                        element.attr("aria-label"),
                        image == null ? "" : image.attr("alt"))
                .filter(label -> !label.isEmpty() && label.length() <= LONGEST)
                .map(Pressed::plain)
                .toList();
        return new Pressed(element, labels);
    }

    static String label(Element element) {
        return element.normalName().equals("input") ? element.attr("value") : element.text();
    }

    private static String plain(String label) {
        String line = DECORATION.matcher(Text.line(label)).replaceAll("");
        return ARROW.matcher(line).replaceFirst("");
    }
}
