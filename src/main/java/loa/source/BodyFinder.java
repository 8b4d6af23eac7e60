package loa.source;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds the body of an article without a selector: the element that directly holds the most text outside links. */
final class BodyFinder {

    private static final int SHORTEST = 140;
    private static final String ASIDE = "nav, header, footer, aside, form, [class*=menu], [class*=sidebar]";

    private BodyFinder() {}

    static Optional<Element> find(Document page) {
        Element marked = page.selectFirst("[itemprop=articleBody]");
        if (marked != null && marked.text().length() >= SHORTEST) {
            return Optional.of(marked);
        }
        Map<Element, Integer> weights = new HashMap<>();
        for (Element element : page.select("p, div, td, section, article, li")) {
            int weight = element.ownText().length()
                    + element.select("> strong, > b, > span, > font, > em")
                            .text()
                            .length();
            Element holder = element.normalName().equals("p") ? element.parent() : element;
            if (weight > 0 && holder != null && holder.closest(ASIDE) == null) {
                weights.merge(holder, weight, Integer::sum);
            }
        }
        return weights.entrySet().stream()
                .filter(entry -> entry.getValue() >= SHORTEST)
                .max(Comparator.comparingInt(Map.Entry::getValue))
                .map(Map.Entry::getKey);
    }
}
