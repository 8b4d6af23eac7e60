package loa.listing;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import loa.listing.LinkGroup.Kind;
import loa.listing.LinkGroup.Member;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds what a listing page lists without a selector: the links that stand alike and show most, and what belongs to them. */
final class ListingFinder {

    private final Document page;
    private final Map<URI, LinkTitle> headlines;
    private final List<LinkGroup> groups;
    private final DataLists data;
    private final Regions regions = new Regions();
    private final SideLists side;
    private final Set<Evidence> evidence = EnumSet.noneOf(Evidence.class);

    private ListingFinder(Document page) {
        this.page = page;
        this.data = DataLists.of(page);
        this.side = new SideLists(page, regions);
        List<Anchor> links = PageLinks.of(page);
        LinkGroups alike = new LinkGroups(new Shapes());
        this.headlines = LinkTitles.of(links);
        LinkTitles.addHeadings(headlines, alike.of(without(headlines.keySet(), links)));
        this.groups = alike.of(links.stream()
                .filter(link -> headlines.containsKey(link.address()))
                .toList());
    }

    static Listed find(Document page) {
        return find(page, Optional.empty());
    }

    /** @param known the kind of links on the first page of the listing: later pages may show few of them */
    static Listed find(Document page, Optional<Kind> known) {
        return new ListingFinder(page).find(known);
    }

    private Listed find(Optional<Kind> known) {
        Optional<LinkGroup> main = main(known);
        Optional<DataList> told = main.filter(this::isListing).isPresent() ? Optional.empty() : data.listing();
        return told.map(this::listed).orElseGet(() -> listed(main));
    }

    /** What the data list: the page's own script shows it to a reader. */
    private Listed listed(DataList told) {
        return new Listed(List.of(), false, Set.of(told.evidence()), Optional.empty(), Paging.next(page))
                .with(told.shown(page));
    }

    private Listed listed(Optional<LinkGroup> main) {
        List<LinkGroup> listed = main.map(this::withWhatBelongs).orElse(List.of());
        List<Anchor> links = links(listed);
        boolean cut = links.size() > Listed.MOST_ENTRIES;
        List<Listed.Entry> entries = entries(cut ? links.subList(0, Listed.MOST_ENTRIES) : links);
        return new Listed(entries, cut, evidence, main.map(LinkGroup::kind), Paging.next(page));
    }

    private static List<Anchor> without(Set<URI> addresses, List<Anchor> links) {
        return links.stream()
                .filter(link -> !addresses.contains(link.address()))
                .toList();
    }

    private Optional<LinkGroup> main(Optional<Kind> known) {
        Optional<LinkGroup> alike = known.flatMap(kind ->
                best(groups.stream().filter(group -> group.kind().equals(kind)).toList()));
        return alike.or(() -> best(groups));
    }

    /** The best, or where that stands on every page of the site, the best of the page's own that look like articles. */
    private Optional<LinkGroup> best(List<LinkGroup> candidates) {
        Set<URI> confirmed = data.addresses();
        ListingScore score = new ListingScore(page, headlines, regions, confirmed);
        List<LinkGroup> ranked = candidates.stream()
                .map(group -> new Scored(group, score.of(group)))
                .filter(scored -> scored.score() > 0)
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .map(Scored::group)
                .toList();
        boolean isOwn = ranked.stream()
                .findFirst()
                .filter(group -> isElsewhere(group, score))
                .isEmpty();
        return ranked.stream()
                .filter(group -> !isElsewhere(group, score))
                .filter(group -> isOwn || isLikeArticles(group, score))
                .findFirst();
    }

    private boolean isElsewhere(LinkGroup group, ListingScore score) {
        boolean isMenu = regions.isBeside(group.place(), null) && !isLikeArticles(group, score);
        return (isMenu || side.contains(group)) && group.addresses().stream().noneMatch(data.addresses()::contains);
    }

    private static boolean isLikeArticles(LinkGroup group, ListingScore score) {
        return score.mean(group) >= ListingScore.LIKE_ARTICLES;
    }

    /** Whether the links stand where articles do and look like theirs, or the page's data names one of them. */
    private boolean isListing(LinkGroup group) {
        Set<URI> addresses = group.addresses();
        boolean isBeside = Regions.isSurelyBeside(group.place()) || regions.isBeside(group.place(), null);
        long articles = addresses.stream()
                .filter(address -> UrlShape.of(address).isArticle())
                .count();
        return (!isBeside && articles * 2 > addresses.size())
                || addresses.stream().anyMatch(data.addresses()::contains);
    }

    private List<LinkGroup> withWhatBelongs(LinkGroup main) {
        LinkJoin join = new LinkJoin(page, main, headlines, regions);
        List<LinkGroup> listed = new ArrayList<>(List.of(main));
        groups.stream().filter(group -> group != main && join.belongs(group)).forEach(listed::add);
        evidence.add(Evidence.ALIKE);
        evidence.addAll(data.confirming(main.addresses()));
        if (listed.size() > 1) {
            evidence.add(Evidence.SAME_ADDRESSES);
        }
        return listed;
    }

    private static List<Anchor> links(List<LinkGroup> listed) {
        Map<URI, Anchor> anchors = new LinkedHashMap<>();
        listed.stream()
                .flatMap(group -> group.members().stream())
                .map(Member::anchor)
                .sorted(Comparator.comparingInt(Anchor::position))
                .forEach(anchor -> anchors.putIfAbsent(anchor.address(), anchor));
        return List.copyOf(anchors.values());
    }

    private List<Listed.Entry> entries(List<Anchor> links) {
        List<Member> members = LinkGroups.members(links);
        List<Element> scopes = EntryScopes.of(members);
        List<Listed.Entry> entries = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            Anchor anchor = members.get(i).anchor();
            LinkTitle title = Objects.requireNonNull(headlines.get(anchor.address()), "only titled links are grouped");
            entries.add(Listed.Entry.of(scopes.get(i), anchor.element(), anchor.address(), title.text()));
        }
        return entries;
    }

    private record Scored(LinkGroup group, double score) {}
}
