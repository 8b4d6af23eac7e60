package loa.source;

import java.util.Optional;
import loa.article.Text;
import org.jsoup.nodes.Element;

/** Finds the lead of an article where no selector says where it is: its first paragraph of some length. */
final class LeadFinder {

    private static final int SHORTEST = 40;

    private LeadFinder() {}

    static Optional<String> find(Element article) {
        return article.select("p, div, .sapo, strong, b").stream()
                .filter(element -> element.select("p, div, table, ul, ol").size() <= 1)
                .map(element -> Text.line(element.text()))
                .filter(text -> text.length() >= SHORTEST)
                .findFirst();
    }
}
