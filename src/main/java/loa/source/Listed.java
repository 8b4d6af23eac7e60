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
 * @param next the page that follows it
 */
record Listed(List<Entry> entries, Set<Evidence> evidence, Optional<Paging.Next> next) {

    Listed {
        entries = List.copyOf(entries);
        evidence = Set.copyOf(evidence);
    }

    /**
     * One article in the list.
     *
     * @param scope what shows it
     * @param link the link that names it best
     */
    record Entry(Element scope, Element link, URI address, String title) {}
}
