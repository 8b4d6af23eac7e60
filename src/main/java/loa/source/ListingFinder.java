package loa.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds the entries of a listing without a selector: the group of long links that stand alike and show most. */
final class ListingFinder {

    private static final int SHORTEST_HEADLINE = 20;
    private static final int MOST_ENTRIES = 200;
    private static final int LONGEST_ENTRY = 600;
    private static final int ANCESTORS = 4;
    private static final String ASIDE = "nav, header, footer, aside, [class*=menu], [class*=sidebar], [id*=menu]";

    private ListingFinder() {}

    /** One element for each entry, in the order of the page; the smallest that holds all of it. */
    static List<Element> items(Document page) {
        Map<String, List<Element>> groups = new LinkedHashMap<>();
        for (Element link : page.select("a[href]")) {
            if (link.text().length() >= SHORTEST_HEADLINE && link.closest(ASIDE) == null) {
                List<Element> group = groups.computeIfAbsent(shape(link), shape -> new ArrayList<>());
                if (group.size() < MOST_ENTRIES) {
                    group.add(link);
                }
            }
        }
        return groups.values().stream()
                .filter(links -> links.size() > 1)
                .map(links -> links.stream().map(link -> entry(link, links)).toList())
                .max(Comparator.comparingInt(ListingFinder::weight))
                .orElse(List.of());
    }

    /** What a group shows: a menu shows its links alone, a listing dates and summaries too. */
    private static int weight(List<Element> entries) {
        return entries.stream()
                .mapToInt(entry -> Math.min(entry.text().length(), LONGEST_ENTRY))
                .sum();
    }

    private static String shape(Element link) {
        StringBuilder shape = new StringBuilder();
        Element element = link;
        for (int i = 0; i < ANCESTORS && element != null; i++, element = element.parent()) {
            shape.append(element.normalName())
                    .append('.')
                    .append(element.className())
                    .append('<');
        }
        return shape.toString();
    }

    /** The largest element around the link that holds no other link of its group. */
    private static Element entry(Element link, List<Element> links) {
        Element entry = link;
        for (Element parent = link.parent(); parent != null; parent = parent.parent()) {
            Element scope = parent;
            if (links.stream().filter(other -> other.parents().contains(scope)).count() > 1) {
                break;
            }
            entry = parent;
        }
        return entry;
    }
}
