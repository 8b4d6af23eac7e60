package loa.source;

import java.util.List;
import org.jsoup.nodes.Element;

/** Links that stand alike on a page, in its order. */
record LinkGroup(List<Member> members) {

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

    /** A link, and the largest element around it that holds no other of its group. */
    record Member(Anchor anchor, Element entry) {}
}
