package loa.source;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import loa.source.LinkGroup.Member;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds what a listing page lists without a selector: the links that stand alike and show most, and what belongs to them. */
final class ListingFinder {

    /** A page that names more names everything; the first are the newest. */
    private static final int MOST_ENTRIES = 500;

    private ListingFinder() {}

    static Listed find(Document page) {
        List<Anchor> links = PageLinks.of(page);
        Map<URI, Headline> headlines = Headlines.of(links);
        List<Anchor> anchors = links.stream()
                .filter(link -> headlines.containsKey(link.address()))
                .toList();
        Shapes shapes = new Shapes();
        Regions regions = new Regions();
        List<LinkGroup> groups = new LinkGroups(shapes).of(anchors);
        ListingScore score = new ListingScore(page, headlines, regions, Set.of());
        Set<Evidence> evidence = EnumSet.noneOf(Evidence.class);
        Optional<LinkGroup> main = groups.stream()
                .map(group -> Map.entry(group, score.of(group)))
                .filter(scored -> scored.getValue() > 0)
                .max(Comparator.comparingDouble(Map.Entry::getValue))
                .map(Map.Entry::getKey);
        List<LinkGroup> listed = new ArrayList<>();
        main.ifPresent(group -> {
            listed.add(group);
            evidence.add(Evidence.ALIKE);
            LinkJoin join = new LinkJoin(page, group, headlines, regions);
            groups.stream()
                    .filter(other -> other != group && join.belongs(other))
                    .forEach(listed::add);
        });
        if (listed.size() > 1) {
            evidence.add(Evidence.SAME_ADDRESSES);
        }
        return new Listed(entries(listed, headlines), evidence, Paging.next(page));
    }

    private static List<Listed.Entry> entries(List<LinkGroup> groups, Map<URI, Headline> headlines) {
        List<Anchor> listed = groups.stream()
                .flatMap(group -> group.members().stream())
                .map(Member::anchor)
                .sorted(Comparator.comparingInt(Anchor::position))
                .toList();
        Map<URI, Anchor> distinct = new LinkedHashMap<>();
        listed.forEach(anchor -> distinct.putIfAbsent(anchor.address(), anchor));
        List<Member> members = LinkGroups.members(
                distinct.values().stream().limit(MOST_ENTRIES).toList());
        List<Element> scopes = EntryScopes.of(members);
        List<Listed.Entry> entries = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            Anchor anchor = members.get(i).anchor();
            String title = headlines.get(anchor.address()).text();
            entries.add(new Listed.Entry(scopes.get(i), anchor.element(), anchor.address(), title));
        }
        return entries;
    }
}
