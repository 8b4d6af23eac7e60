package loa.article;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Whether clean elements are nested so plainly that every parser leaves them as they are: only such need no mending. */
final class Nesting {

    /** What may stand within a line and within one another. */
    private static final Set<String> INLINE =
            words("strong b em i u s del ins mark small sub sup q cite abbr a code br img");

    /** What holds lines only. */
    private static final Set<String> LINES = words("p h2 h3 h4 h5 h6");

    /** What holds blocks or lines; tables and preformatted text have rules of their own. */
    private static final Set<String> BLOCKS = words("div blockquote figure figcaption li body");

    private Nesting() {}

    static boolean isPlain(Element content) {
        return content.getAllElements().stream().allMatch(Nesting::holdsOnlyWhatItMay);
    }

    private static boolean holdsOnlyWhatItMay(Element element) {
        boolean isPlain = true;
        for (Node child = element.firstChild(); child != null && isPlain; child = child.nextSibling()) {
            isPlain = !(child instanceof Element inner) || mayHold(element, inner.normalName());
        }
        return isPlain;
    }

    private static boolean mayHold(Element element, String inner) {
        String outer = element.normalName();
        if (inner.equals("li")) {
            return outer.equals("ul") || outer.equals("ol");
        }
        if (INLINE.contains(inner)) {
            boolean holdsLines = INLINE.contains(outer) || LINES.contains(outer) || BLOCKS.contains(outer);
            return holdsLines && !(inner.equals("a") && INLINE.contains(outer) && element.closest("a") != null);
        }
        return BLOCKS.contains(outer) && (LINES.contains(inner) || BLOCKS.contains(inner) || isList(inner));
    }

    private static boolean isList(String name) {
        return name.equals("ul") || name.equals("ol") || name.equals("hr");
    }

    private static Set<String> words(String text) {
        return Set.of(text.split(" ", -1));
    }
}
