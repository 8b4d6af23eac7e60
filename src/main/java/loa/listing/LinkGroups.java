package loa.listing;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import loa.listing.LinkGroup.Kind;
import loa.listing.LinkGroup.Member;
import loa.page.DateLike;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** Puts links together that stand alike: below the same tags, in containers of one shape. */
final class LinkGroups {

    /** A grid parts a list into rows; this many elements may lie between them and the list. */
    private static final int ROW_LEVELS = 3;

    private static final int ALONE_LEVELS = 8;
    private static final int SAMPLE = 12;
    private static final Evaluator PICTURE = QueryParser.parse("img");
    private static final Set<String> LINES = Set.of("p", "font", "span", "td", "b", "strong", "center", "small");

    private final Shapes shapes;

    LinkGroups(Shapes shapes) {
        this.shapes = shapes;
    }

    /** The groups in the order of their first links. */
    List<LinkGroup> of(List<Anchor> anchors) {
        Map<Kind, List<Anchor>> kinds = new LinkedHashMap<>();
        for (Anchor anchor : anchors) {
            Kind kind = new Kind(Shapes.tags(anchor.element()), Shapes.near(anchor.element()));
            kinds.computeIfAbsent(kind, ignored -> new ArrayList<>()).add(anchor);
        }
        List<LinkGroup> groups = new ArrayList<>();
        kinds.forEach((kind, alike) -> groups.addAll(byContainer(kind, members(alike))));
        return groups;
    }

    /** Each link with its entry: the largest element that its neighbours of the same kind stand outside of. */
    static List<Member> members(List<Anchor> alike) {
        List<Anchor> distinct = new ArrayList<>();
        for (Anchor anchor : alike) {
            if (distinct.isEmpty()
                    || !distinct.get(distinct.size() - 1).address().equals(anchor.address())) {
                distinct.add(anchor);
            }
        }
        List<Member> members = new ArrayList<>();
        int before = -1;
        for (int i = 0; i < distinct.size(); i++) {
            Anchor anchor = distinct.get(i);
            int after = i + 1 < distinct.size() ? commonDepth(anchor, distinct.get(i + 1)) : -1;
            int common = Math.max(before, after);
            Element entry =
                    common < 0 ? alone(anchor.element()) : Ancestry.at(common + 1, anchor.element(), anchor.depth());
            members.add(new Member(anchor, entry));
            before = after;
        }
        return members;
    }

    /** The largest element around a link without its like that holds no link to anywhere else. */
    private static Element alone(Element link) {
        Element alone = link;
        Element parent = link.parent();
        for (int level = 0; level < ALONE_LEVELS && parent != null && !holdsAnother(parent, link); level++) {
            alone = parent;
            parent = parent.parent();
        }
        return alone;
    }

    private static boolean holdsAnother(Element element, Element link) {
        return element.normalName().equals("body")
                || element.stream()
                        .anyMatch(other -> other.normalName().equals("a")
                                && other.hasAttr("href")
                                && !other.attr("href").equals(link.attr("href")));
    }

    private static int commonDepth(Anchor one, Anchor other) {
        int depth = Math.min(one.depth(), other.depth());
        Element left = Ancestry.at(depth, one.element(), one.depth());
        Element right = Ancestry.at(depth, other.element(), other.depth());
        while (left != right) {
            Element leftParent = left.parent();
            Element rightParent = right.parent();
            if (leftParent == null || rightParent == null) {
                return 0;
            }
            left = leftParent;
            right = rightParent;
            depth--;
        }
        return depth;
    }

    private List<LinkGroup> byContainer(Kind kind, List<Member> members) {
        IdentityHashMap<Element, List<Member>> containers = new IdentityHashMap<>();
        members.forEach(member -> containers
                .computeIfAbsent(container(member), ignored -> new ArrayList<>())
                .add(member));
        Map<Long, List<Member>> groups = new LinkedHashMap<>();
        IdentityHashMap<Element, Long> paths = new IdentityHashMap<>();
        IdentityHashMap<Element, Integer> shown = new IdentityHashMap<>();
        for (Member member : members) {
            Element list = list(container(member), containers);
            long path = paths.computeIfAbsent(list, shapes::path) * 4
                    + shown.computeIfAbsent(
                            list, at -> containers.size() == 1 ? 0 : shown(containers.getOrDefault(at, List.of())));
            groups.computeIfAbsent(path, ignored -> new ArrayList<>()).add(member);
        }
        return groups.values().stream().map(group -> new LinkGroup(kind, group)).toList();
    }

    /** Whether a list shows pictures, and whether it shows dates: columns of one shape may be different lists. */
    private static int shown(List<Member> list) {
        int pictures = 0;
        int dates = 0;
        List<Member> sample = list.subList(0, Math.min(SAMPLE, list.size()));
        for (Member member : sample) {
            pictures += member.entry().selectFirst(PICTURE) != null ? 1 : 0;
            dates += DateLike.isIn(member.entry().text()) ? 1 : 0;
        }
        return (pictures * 2 > sample.size() ? 1 : 0) + (dates * 2 > sample.size() ? 2 : 0);
    }

    /** The list around a row, if a row of the same shape stands there alone as an entry; else the container itself. */
    private Element list(Element container, IdentityHashMap<Element, List<Member>> containers) {
        if (isLine(containers.getOrDefault(container, List.of()))) {
            return container;
        }
        Element branch = container;
        Element parent = container.parent();
        for (int level = 0; level < ROW_LEVELS && parent != null; level++) {
            List<Member> above = containers.get(parent);
            if (above != null && shapes.own(above.get(0).entry()) == shapes.own(branch)) {
                return parent;
            }
            branch = parent;
            parent = parent.parent();
        }
        return container;
    }

    /** Whether the links stand side by side in a line of text: a menu. */
    private static boolean isLine(List<Member> members) {
        return members.size() > 1 && members.stream().allMatch(member -> isInLine(member.entry()));
    }

    private static boolean isInLine(Element entry) {
        Element around = entry.parent();
        return entry.nameIs("a")
                && around != null
                && LINES.contains(around.normalName())
                && !around.ownText().isBlank();
    }

    private static Element container(Member member) {
        Element parent = member.entry().parent();
        return parent == null ? member.entry() : parent;
    }
}
