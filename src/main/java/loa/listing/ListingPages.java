package loa.listing;

import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import loa.listing.ListingReader.Item;
import loa.page.Trouble;
import org.jsoup.nodes.Document;

/** Follows a listing from page to page, as long as there is something new on them. */
public final class ListingPages {

    private final ListingReader reader;
    private final int most;

    /** @param most how many pages are asked for */
    public ListingPages(ListingReader reader, int most) {
        this.reader = reader;
        this.most = most;
    }

    /**
     * What the listing that begins at this address names, in order, each article once.
     *
     * @param fetched when that was; the pages that follow come soon after
     * @param troubles told what is wrong with a page that was got
     * @param ask gets a page; empty after reporting why it could not be got
     */
    public List<Item> items(
            URI first, Instant fetched, Consumer<Trouble> troubles, Function<PageRequest, Optional<Document>> ask) {
        Map<URI, Item> items = new LinkedHashMap<>();
        Set<PageRequest> asked = new HashSet<>();
        Optional<LinkGroup.Kind> kind = Optional.empty();
        Optional<PageRequest> next = Optional.of(PageRequest.of(first));
        while (next.isPresent() && asked.size() < most && asked.add(next.get())) {
            Optional<Document> page = ask.apply(next.get());
            Optional<LinkGroup.Kind> known = kind;
            Optional<Listed> listed = page.map(document -> reader.listed(document, known));
            PageRequest request = next.get();
            listed.flatMap(shown -> shown.trouble(request.address())).ifPresent(troubles);
            kind = kind.or(() -> listed.flatMap(Listed::kind));
            int before = items.size();
            listed.map(shown -> reader.items(shown, fetched))
                    .orElse(List.of())
                    .forEach(item -> items.putIfAbsent(item.link(), item));
            boolean goesOn = items.size() > before && asked.size() < most && page.isPresent() && listed.isPresent();
            next = goesOn ? reader.next(page.get(), listed.get()) : Optional.empty();
        }
        return List.copyOf(items.values());
    }
}
