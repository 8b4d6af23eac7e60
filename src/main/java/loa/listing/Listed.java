package loa.listing;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import loa.language.Phrase;
import loa.page.Trouble;
import org.jsoup.nodes.Element;

/**
 * What a listing page lists, and how that was found.
 *
 * @param entries in the order of the page, each address once
 * @param cut whether the page lists more than that
 * @param evidence why these links were taken for the articles
 * @param kind of the links; empty if they were not found by how they stand
 * @param next the page that follows it
 */
public record Listed(
        List<Entry> entries,
        boolean cut,
        Set<Evidence> evidence,
        Optional<LinkGroup.Kind> kind,
        Optional<Paging.Next> next) {

    /** A page that names more names everything; the first are the newest. */
    static final int MOST_ENTRIES = 500;

    public Listed {
        entries = List.copyOf(entries);
        evidence = Set.copyOf(evidence);
    }

    /** The same with the first of other entries. */
    Listed with(List<Entry> others) {
        boolean more = others.size() > MOST_ENTRIES;
        return new Listed(more ? others.subList(0, MOST_ENTRIES) : others, cut || more, evidence, kind, next);
    }

    /** What the officer is to know of the listing at this address. */
    public Optional<Trouble> trouble(URI address) {
        Phrase reason = Phrase.of(
                "more than %s articles are listed on this page; only the first of them were taken",
                "trang này liệt kê hơn %s bài viết nên chỉ lấy những bài đầu tiên", MOST_ENTRIES);
        return cut ? Optional.of(new Trouble(address, reason)) : Optional.empty();
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
