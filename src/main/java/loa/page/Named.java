package loa.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** The elements of some names, wherever on a page they stand, found in one walk and in the order of the page. */
public final class Named {

    private final Map<String, List<Element>> elements = new HashMap<>();

    private Named() {}

    /** What of these names stands below the element. */
    public static Named in(Element page, Set<String> names) {
        Named named = new Named();
        page.traverse((node, depth) -> {
            if (node instanceof Element element && names.contains(element.normalName())) {
                named.elements
                        .computeIfAbsent(element.normalName(), first -> new ArrayList<>())
                        .add(element);
            }
        });
        return named;
    }

    /** Those of this name, which was asked for. */
    public Stream<Element> all(String name) {
        return elements.getOrDefault(name, List.of()).stream();
    }
}
