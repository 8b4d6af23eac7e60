package loa.listing;

import java.net.URI;
import java.util.List;
import loa.article.WebLink;
import org.jsoup.nodes.Document;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** The feeds that a page names as its own. */
public final class OwnFeeds {

    private static final Evaluator NAMED = QueryParser.parse("link[rel~=(?i)(^|\\s)alternate(\\s|$)]"
            + "[type~=(?i)application/((rss|atom|rdf)\\+xml|feed\\+json)][href]");

    private OwnFeeds() {}

    /** In the order of the page; feeds of comments are none. */
    public static List<URI> of(Document page) {
        return page.select(NAMED).stream()
                .filter(link -> !link.attr("href").contains("/comments/"))
                .flatMap(link -> WebLink.resolve(link.baseUri(), link.attr("href")).stream())
                .distinct()
                .toList();
    }
}
