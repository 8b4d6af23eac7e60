package loa.listing;

import java.util.IdentityHashMap;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** What elements look alike: their tags and classes, without what differs from entry to entry of one list. */
final class Shapes {

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern NUMBERED = Pattern.compile(".*\\d{3}.*");

    /** Classes that tell an entry's place or state, not its kind. */
    private static final Set<String> STATES = Set.of(
            "first",
            "last",
            "odd",
            "even",
            "active",
            "current",
            "selected",
            "alt",
            "alternate",
            "new",
            "hot",
            "clearfix",
            "lazy",
            "show",
            "hidden");

    private final IdentityHashMap<Element, Integer> own = new IdentityHashMap<>();

    /** The same for all elements that stand below the same tags. */
    static long tags(Element element) {
        long path = 1;
        for (Element at = element; at != null; at = at.parent()) {
            path = path * 1_000_003 + at.normalName().hashCode();
        }
        return path;
    }

    /** The same for all elements that stand below the same tags, classes and widths. */
    long path(Element element) {
        long path = 1;
        for (Element at = element; at != null; at = at.parent()) {
            path = path * 1_000_003 + own(at);
        }
        return path;
    }

    /** The kind of the element and of the two around it. */
    static String near(Element element) {
        StringBuilder near = new StringBuilder();
        Element at = element;
        for (int i = 0; i < 3 && at != null; i++, at = at.parent()) {
            near.append(firstKind(at)).append('<');
        }
        return near.toString();
    }

    /** The same for elements of one tag, width and kinds, and no other part of the page by their id. */
    int own(Element element) {
        return own.computeIfAbsent(element, Shapes::shape);
    }

    private static int shape(Element element) {
        int shape = element.normalName().hashCode() * 31 + element.attr("width").hashCode();
        if (Regions.isNamedAside(element.id())) {
            shape = shape * 31 + element.id().hashCode();
        }
        for (String name : names(element)) {
            if (isKind(name)) {
                shape = shape * 31 + name.hashCode();
            }
        }
        return shape;
    }

    private static String firstKind(Element element) {
        for (String name : names(element)) {
            if (isKind(name)) {
                return name;
            }
        }
        return "";
    }

    static String[] names(Element element) {
        String names = element.className();
        return names.isEmpty() ? new String[0] : BLANKS.split(names);
    }

    /** Whether the class says what kind of thing an element is; a number of three digits names one thing. */
    static boolean isKind(String name) {
        return !name.isEmpty()
                && !STATES.contains(name)
                && !NUMBERED.matcher(name).matches();
    }
}
