package loa.listing;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import loa.article.WebLink;
import org.jsoup.nodes.Document;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** The feeds that a page names as its own, and the data that WordPress has of its articles. */
public final class OwnFeeds {

    private static final Evaluator NAMED = QueryParser.parse("link[rel~=(?i)(^|\\s)alternate(\\s|$)]"
            + "[type~=(?i)application/((rss|atom|rdf)\\+xml|feed\\+json)][href]");

    private static final Evaluator WORDPRESS = QueryParser.parse("link[rel=https://api.w.org/][href]");
    private static final Evaluator CATEGORY =
            QueryParser.parse("link[type=application/json][href*=/wp/v2/categories/]");
    private static final Pattern NUMBER = Pattern.compile("/wp/v2/categories/(\\d+)");

    private OwnFeeds() {}

    /** Those of what the page lists first, else in the order of the page; feeds of comments are none. */
    public static List<URI> of(Document page) {
        String section = section(page.location());
        return page.select(NAMED).stream()
                .filter(link -> !link.attr("href").contains("/comments/"))
                .flatMap(link -> WebLink.resolve(link.baseUri(), link.attr("href")).stream())
                .distinct()
                .sorted(Comparator.comparing(feed -> !isOf(section, feed)))
                .toList();
    }

    /** Where WordPress gives programs the articles of this page's category, or all where it names none. */
    public static Optional<URI> posts(Document page) {
        return page.select(WORDPRESS).stream()
                .flatMap(link -> WebLink.resolve(link.baseUri(), link.attr("href")).stream())
                .findFirst()
                .map(root -> {
                    String base = root.toString();
                    String posts = base + (base.endsWith("/") ? "" : "/") + "wp/v2/posts";
                    String parameters =
                            (posts.contains("?") ? "&" : "?") + category(page).orElse("") + "_embed";
                    return URI.create(posts + parameters);
                });
    }

    private static Optional<String> category(Document page) {
        return page.select(CATEGORY).stream()
                .map(link -> NUMBER.matcher(link.attr("href")))
                .filter(Matcher::find)
                .map(number -> "categories=" + number.group(1) + "&")
                .findFirst();
    }

    private static boolean isOf(String section, URI feed) {
        return !section.isEmpty() && feed.toString().toLowerCase(Locale.ROOT).contains(section);
    }

    /** What the last part of the address calls the section. */
    private static String section(String location) {
        return WebLink.resolve(location, location)
                .map(address -> address.getRawPath().replaceFirst("(?:\\.\\w{2,5})?/?$", ""))
                .map(path -> path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT))
                .orElse("");
    }
}
