package loa.listing;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import loa.article.DateOrder;
import loa.article.ReadDate;
import loa.article.Text;
import loa.article.WebLink;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/** Reads a listing page: the articles that it names, and the page that follows it. */
public final class ListingReader {

    private static final Evaluator LINKS = QueryParser.parse("a[href]");

    private static final int TOO_OFTEN = 2;

    private final ListingSelectors selectors;
    private final ZoneId zone;

    public ListingReader(ListingSelectors selectors, ZoneId zone) {
        this.selectors = selectors;
        this.zone = zone;
    }

    /**
     * The listed articles in the order of the page, each address once.
     *
     * @param fetched when the page was fetched
     */
    public List<Item> items(Listed listed, Instant fetched) {
        List<Listed.Entry> entries = listed.entries();
        DateOrder order = DateOrder.of(entries.stream().flatMap(entry -> EntryReader.dates(entry.scope())));
        Set<URI> repeated = repeatedImages(entries);
        Map<URI, Item> items = new LinkedHashMap<>();
        entries.forEach(entry -> items.putIfAbsent(entry.address(), item(entry, fetched, order, repeated)));
        return List.copyOf(items.values());
    }

    /** One picture with many articles shows none of them, such as a button. */
    private static Set<URI> repeatedImages(List<Listed.Entry> entries) {
        Map<URI, Set<URI>> uses = new HashMap<>();
        entries.forEach(entry -> EntryReader.images(entry.scope())
                .forEach(image ->
                        uses.computeIfAbsent(image, unused -> new HashSet<>()).add(entry.address())));
        return uses.entrySet().stream()
                .filter(image -> image.getValue().size() >= TOO_OFTEN)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /**
     * What the page lists, by the operator's selectors where there are any.
     *
     * @param known the kind of links that the listing's first page lists
     */
    public Listed listed(Document page, Optional<LinkGroup.Kind> known) {
        Listed found = selectors.item() == null
                ? ListingFinder.find(page, known)
                : new Listed(List.of(), false, Set.of(Evidence.OPERATOR), Optional.empty(), Paging.next(page));
        List<Element> scopes = selectors.item() == null
                ? found.entries().stream().map(Listed.Entry::scope).toList()
                : selectors.item().all(page);
        return selectors.item() == null && selectors.link() == null
                ? found
                : found.with(scopes.stream()
                        .flatMap(scope -> entry(scope).stream())
                        .limit(Listed.MOST_ENTRIES + 1L)
                        .toList());
    }

    /** What is to be asked for the page that follows this one in the listing. */
    Optional<PageRequest> next(Document page, Listed listed) {
        return selectors.next() == null
                ? listed.next().map(Paging.Next::request)
                : selectors.next().all(page).stream()
                        .flatMap(link -> Paging.request(link).stream())
                        .findFirst();
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
                .map(anchor -> new Titled(anchor, LinkTitle.of(anchor)))
                .max(Comparator.comparingInt(
                        titled -> titled.headline().map(LinkTitle::rank).orElse(0)))
                .map(titled -> titled.entry(scope));
    }

    private Item item(Listed.Entry entry, Instant fetched, DateOrder order, Set<URI> repeatedImages) {
        return new Item(
                entry.address(),
                entry.title(),
                EntryReader.summary(entry.scope(), entry.title()).orElse(null),
                EntryReader.published(entry, zone, fetched, order).orElse(null),
                EntryReader.images(entry.scope())
                        .filter(image -> !repeatedImages.contains(image))
                        .findFirst()
                        .orElse(null));
    }

    /** A link in an item of the operator's, and what it calls the article. */
    private record Titled(Anchor anchor, Optional<LinkTitle> headline) {

        Listed.Entry entry(Element scope) {
            String title = headline.map(LinkTitle::text).orElse(anchor.text());
            return new Listed.Entry(scope, anchor.element(), anchor.address(), title);
        }
    }

    /** An article as one entry of the listing shows it; what the entry does not show is null. */
    public record Item(
            URI link,
            String title,
            @Nullable String summary,
            @Nullable ReadDate published,
            @Nullable URI image) {}
}
