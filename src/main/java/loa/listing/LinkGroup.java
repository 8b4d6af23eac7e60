package loa.listing;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/** Links that stand alike on a page, in its order. */
record LinkGroup(Kind kind, List<Member> members) {

    LinkGroup {
        members = List.copyOf(members);
    }

    /** The smallest element that holds all members' entries. */
    Element container() {
        Element first = members.get(0).entry();
        Element last = members.get(members.size() - 1).entry();
        Element common = Ancestry.common(first, last);
        Element parent = common.parent();
        return common == first && parent != null ? parent : common;
    }

    /** Where the group stands, apart from what its entries are called. */
    Element place() {
        return members.size() == 1 ? members.get(0).anchor().element() : container();
    }

    Set<URI> addresses() {
        return members.stream().map(member -> member.anchor().address()).collect(Collectors.toSet());
    }

    /** The tags around a link, and what the nearest of them are called. */
    record Kind(long tags, String near) {}

    /** A link, and the largest element around it that holds no other of its group. */
    record Member(Anchor anchor, Element entry) {}
}
