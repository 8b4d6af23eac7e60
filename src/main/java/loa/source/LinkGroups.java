package loa.source;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import loa.source.LinkGroup.Member;
import org.jsoup.nodes.Element;

/** Puts links together that stand alike: below the same tags, in containers of one shape. */
final class LinkGroups {

    /** A grid parts a list into rows; this many elements may lie between them and the list. */
    private static final int ROW_LEVELS = 3;

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
        kinds.values().forEach(alike -> groups.addAll(byContainer(members(alike))));
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
            int top = common < 0 ? anchor.depth() : common + 1;
            members.add(new Member(anchor, Ancestry.at(top, anchor.element(), anchor.depth())));
            before = after;
        }
        return members;
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

    private List<LinkGroup> byContainer(List<Member> members) {
        Map<Element, List<Member>> containers = new IdentityHashMap<>();
        members.forEach(member -> containers
                .computeIfAbsent(container(member), ignored -> new ArrayList<>())
                .add(member));
        Map<Long, List<Member>> groups = new LinkedHashMap<>();
        Map<Element, Long> paths = new IdentityHashMap<>();
        for (Member member : members) {
            Element list = list(container(member), containers);
            long path = paths.computeIfAbsent(list, shapes::path);
            groups.computeIfAbsent(path, ignored -> new ArrayList<>()).add(member);
        }
        return groups.values().stream().map(LinkGroup::new).toList();
    }

    /** The list around a row, if a row of the same shape stands there alone as an entry; else the container itself. */
    private Element list(Element container, Map<Element, List<Member>> containers) {
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

    private static Element container(Member member) {
        Element parent = member.entry().parent();
        return parent == null ? member.entry() : parent;
    }

    private record Kind(long tags, String near) {}
}
