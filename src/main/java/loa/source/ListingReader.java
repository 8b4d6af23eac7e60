package loa.source;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loa.article.Text;
import loa.article.WebLink;
import loa.source.HtmlSourceSettings.ListingSelectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/** Reads a listing page: the articles that it names, and the page that follows it. */
final class ListingReader {

    private static final Evaluator LINKS = QueryParser.parse("a[href]");

    private final ListingSelectors selectors;
    private final ZoneId zone;

    ListingReader(ListingSelectors selectors, ZoneId zone) {
        this.selectors = selectors;
        this.zone = zone;
    }

    /** The listed articles in the order of the page, each address once. */
    List<Item> items(Document page) {
        Map<URI, Item> items = new LinkedHashMap<>();
        entries(page).forEach(entry -> items.putIfAbsent(entry.address(), item(entry)));
        return List.copyOf(items.values());
    }

    /** What is to be asked for the page that follows this one in the listing. */
    Optional<PageRequest> next(Document page) {
        return selectors.next() == null
                ? Paging.next(page).map(Paging.Next::request)
                : selectors.next().all(page).stream()
                        .flatMap(link -> Paging.request(link).stream())
                        .findFirst();
    }

    private List<Listed.Entry> entries(Document page) {
        if (selectors.item() != null) {
            return selectors.item().all(page).stream()
                    .flatMap(scope -> entry(scope).stream())
                    .toList();
        }
        List<Listed.Entry> found = ListingFinder.find(page).entries();
        return selectors.link() == null
                ? found
                : found.stream().flatMap(entry -> entry(entry.scope()).stream()).toList();
    }

    private Optional<Listed.Entry> entry(Element scope) {
        List<Element> links = selectors.link() == null
                ? scope.select(LINKS)
                : selectors.link().all(scope);
        return links.stream()
                .filter(link -> link.hasAttr("href"))
                .flatMap(link -> WebLink.resolve(link.baseUri(), link.attr("href")).stream()
                        .map(WebLink::canonical)
                        .map(address -> Anchor.of(link, address, Text.line(link.text()), 0)))
                .map(anchor -> new Titled(anchor, Headline.of(anchor)))
                .max(Comparator.comparingInt(
                        titled -> titled.headline().map(Headline::rank).orElse(0)))
                .map(titled -> titled.entry(scope));
    }

    private Item item(Listed.Entry entry) {
        return new Item(
                entry.address(),
                entry.title(),
                EntryReader.summary(entry.scope(), entry.title()).orElse(null),
                EntryReader.published(entry.scope(), zone).orElse(null),
                EntryReader.image(entry.scope()).orElse(null));
    }

    /** A link in an item of the operator's, and what it calls the article. */
    private record Titled(Anchor anchor, Optional<Headline> headline) {

        Listed.Entry entry(Element scope) {
            String title = headline.map(Headline::text).orElse(anchor.text());
            return new Listed.Entry(scope, anchor.element(), anchor.address(), title);
        }
    }

    /** An article as one entry of the listing shows it; what the entry does not show is null. */
    record Item(
            URI link,
            String title,
            @Nullable String summary,
            @Nullable Instant published,
            @Nullable URI image) {}
}
