package loa.source;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loa.article.Text;
import loa.article.WebLink;
import loa.source.HtmlSourceSettings.ListingSelectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads a listing page: the articles that it names, and the page that follows it. */
final class ListingReader {

    private static final int SHORTEST_SUMMARY = 40;

    private final ListingSelectors selectors;
    private final ZoneId zone;

    ListingReader(ListingSelectors selectors, ZoneId zone) {
        this.selectors = selectors;
        this.zone = zone;
    }

    /** The listed articles in the order of the page, each address once. */
    List<Item> items(Document page) {
        List<Element> scopes = selectors.item() == null
                ? ListingFinder.items(page)
                : selectors.item().all(page);
        Map<URI, Item> items = new LinkedHashMap<>();
        for (Element scope : scopes) {
            item(scope).ifPresent(item -> items.putIfAbsent(WebLink.canonical(item.link()), item));
        }
        return List.copyOf(items.values());
    }

    /** The page that follows this one in the listing. */
    Optional<URI> next(Document page) {
        List<Element> links = selectors.next() == null
                ? page.select("a[rel=next], link[rel=next]")
                : selectors.next().all(page);
        return links.stream()
                .filter(link -> link.hasAttr("href"))
                .findFirst()
                .flatMap(link -> WebLink.resolve(link.baseUri(), link.attr("href")))
                .map(ListingReader::withoutFragment);
    }

    private Optional<Item> item(Element scope) {
        return link(scope)
                .flatMap(link -> WebLink.resolve(link.baseUri(), link.attr("href"))
                        .map(address -> new Item(
                                WebLink.canonical(address),
                                title(link),
                                summary(scope, link),
                                DateFinder.find(scope, zone).orElse(null),
                                Images.lead(scope).orElse(null))));
    }

    private Optional<Element> link(Element scope) {
        List<Element> links = selectors.link() == null
                ? scope.select("a[href]")
                : selectors.link().all(scope);
        Optional<Element> titled = links.stream()
                .filter(link -> link.hasAttr("href") && link.hasText())
                .findFirst();
        return titled.or(
                () -> links.stream().filter(link -> link.hasAttr("href")).findFirst());
    }

    private static String title(Element link) {
        String text = Text.line(link.text());
        return text.isEmpty() ? Text.line(link.attr("title")) : text;
    }

    private static @Nullable String summary(Element scope, Element link) {
        return scope.select("p, .sapo, [class*=desc], [class*=summary], [class*=lead]").stream()
                .filter(element -> !element.equals(link) && !link.parents().contains(element))
                .map(element -> Text.line(element.text()))
                .filter(text -> text.length() >= SHORTEST_SUMMARY)
                .findFirst()
                .orElse(null);
    }

    private static URI withoutFragment(URI address) {
        return URI.create(address.toString().split("#", 2)[0]);
    }

    /** An article as one entry of the listing shows it; what the entry does not show is null. */
    record Item(
            URI link,
            String title,
            @Nullable String summary,
            @Nullable Instant published,
            @Nullable URI image) {}
}
