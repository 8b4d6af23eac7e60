package loa.source;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * What a listing page lists, and how that was found.
 *
 * @param entries in the order of the page, each address once
 * @param evidence why these links were taken for the articles
 * @param kind of the links; empty if they were not found by how they stand
 * @param next the page that follows it
 */
record Listed(List<Entry> entries, Set<Evidence> evidence, Optional<LinkGroup.Kind> kind, Optional<Paging.Next> next) {

    Listed {
        entries = List.copyOf(entries);
        evidence = Set.copyOf(evidence);
    }

    /** The same with other entries. */
    Listed with(List<Entry> others) {
        return new Listed(others, evidence, kind, next);
    }

    /**
     * One article in the list.
     *
     * @param scope what shows it
     * @param link the link that names it best
     */
    record Entry(Element scope, Element link, URI address, String title) {

        /** The entry that a link names; the scope may be a copy, and the link in it then another than the page's. */
        static Entry of(Element scope, Element link, URI address, String title) {
            boolean isCopy = scope.parent() == null;
            Element inside = isCopy
                    ? scope.select("a").stream()
                            .filter(copy -> copy.attr("href").equals(link.attr("href")))
                            .findFirst()
                            .orElse(link)
                    : link;
            return new Entry(scope, inside, address, title);
        }
    }
}
