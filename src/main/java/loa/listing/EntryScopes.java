package loa.listing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import loa.listing.LinkGroup.Member;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** Finds all that a listing shows of each article; in a flat list that is what stands between two links. */
final class EntryScopes {

    private static final Evaluator LINKS = QueryParser.parse("a[href]");
    private static final int MOST_OTHER_LINKS = 8;

    private EntryScopes() {}

    /** One element for each member; those of a flat list are copies of what belongs to them. */
    static List<Element> of(List<Member> members) {
        List<Element> entries = members.stream().map(EntryScopes::entry).toList();
        List<Element> scopes = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= entries.size(); i++) {
            if (i == entries.size()
                    || entries.get(i).parent() != entries.get(from).parent()) {
                scopes.addAll(siblings(entries.subList(from, i)));
                from = i;
            }
        }
        return scopes;
    }

    /** The entry, without parts of the page that only stand around a single one. */
    private static Element entry(Member member) {
        Element entry = member.anchor().element();
        for (Element parent = entry.parent();
                parent != null && entry != member.entry() && others(parent) <= MOST_OTHER_LINKS;
                parent = parent.parent()) {
            entry = parent;
        }
        return entry;
    }

    private static int others(Element element) {
        Set<String> others = new HashSet<>();
        element.select(LINKS).forEach(link -> others.add(link.attr("href")));
        return others.size() - 1;
    }

    private static List<Element> siblings(List<Element> entries) {
        if (entries.size() < 2 || !isFlat(entries)) {
            return entries;
        }
        List<Element> scopes = new ArrayList<>();
        int lead = leading(entries);
        int usual = gap(entries.get(0), entries.get(1)).size();
        for (int i = 0; i < entries.size(); i++) {
            List<Node> after =
                    i + 1 < entries.size() ? gap(entries.get(i), entries.get(i + 1)) : tail(entries.get(i), usual);
            List<Node> before = i == 0 ? before(entries.get(0), lead) : gap(entries.get(i - 1), entries.get(i));
            scopes.add(together(entries.get(i), head(before, lead), rest(after, i + 1 < entries.size() ? lead : 0)));
        }
        return scopes;
    }

    /** Whether entries show the link alone, and more stands between them. */
    private static boolean isFlat(List<Element> entries) {
        int thin = 0;
        int filled = 0;
        for (int i = 0; i + 1 < entries.size(); i++) {
            Element entry = entries.get(i);
            Element link = entry.normalName().equals("a") ? entry : entry.selectFirst(LINKS);
            thin += link != null && entry.text().length() <= link.text().length() + 20 ? 1 : 0;
            filled += gap(entry, entries.get(i + 1)).stream().anyMatch(EntryScopes::shows) ? 1 : 0;
        }
        return thin * 2 >= entries.size() - 1 && filled * 2 >= entries.size() - 1;
    }

    private static boolean shows(Node node) {
        return node instanceof TextNode text
                ? text.text().strip().length() > 2
                : node instanceof Element element && (element.hasText() || element.selectFirst("img") != null);
    }

    /** How many of the nodes before a link are its own: what follows the last break, or a picture before each link. */
    private static int leading(List<Element> entries) {
        List<Node> gap = gap(entries.get(0), entries.get(1));
        int afterBreak = 0;
        for (int i = gap.size() - 1; i >= 0; i--) {
            if (gap.get(i) instanceof Element element && isBreak(element)) {
                return gap.subList(i + 1, gap.size()).stream().anyMatch(EntryScopes::shows) ? afterBreak : 0;
            }
            afterBreak++;
        }
        return alikeBefore(entries, gap);
    }

    private static int alikeBefore(List<Element> entries, List<Node> gap) {
        List<Node> head = before(entries.get(0), gap.size());
        int alike = 0;
        while (alike < gap.size()
                && alike < head.size()
                && isAlike(gap.get(gap.size() - 1 - alike), head.get(head.size() - 1 - alike))) {
            alike++;
        }
        boolean listGoesOnAfterLast = isAlike(gap, tail(entries.get(entries.size() - 1), gap.size()));
        return listGoesOnAfterLast ? 0 : alike;
    }

    private static boolean isAlike(List<Node> one, List<Node> other) {
        for (int i = 0; i < one.size(); i++) {
            if (i >= other.size() || !isAlike(one.get(i), other.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAlike(Node one, Node other) {
        return one.nodeName().equals(other.nodeName()) && one.attr("class").equals(other.attr("class"));
    }

    private static boolean isBreak(Element element) {
        return element.normalName().equals("br") || element.normalName().equals("hr");
    }

    private static List<Node> gap(Element from, Element to) {
        List<Node> gap = new ArrayList<>();
        for (Node next = from.nextSibling(); next != null && next != to; next = next.nextSibling()) {
            if (!(next instanceof TextNode text && text.isBlank())) {
                gap.add(next);
            }
        }
        return gap;
    }

    private static List<Node> tail(Element from, int most) {
        List<Node> tail = new ArrayList<>();
        for (Node next = from.nextSibling(); next != null && tail.size() < most; next = next.nextSibling()) {
            if (!(next instanceof TextNode text && text.isBlank())) {
                tail.add(next);
            }
        }
        return tail;
    }

    private static List<Node> before(Element from, int most) {
        List<Node> before = new ArrayList<>();
        for (Node last = from.previousSibling(); last != null && before.size() < most; last = last.previousSibling()) {
            if (!(last instanceof TextNode text && text.isBlank())) {
                before.add(0, last);
            }
        }
        return before;
    }

    private static List<Node> head(List<Node> before, int lead) {
        return before.subList(Math.max(0, before.size() - lead), before.size());
    }

    private static List<Node> rest(List<Node> after, int lead) {
        return after.subList(0, Math.max(0, after.size() - lead));
    }

    private static Element together(Element entry, List<Node> before, List<Node> after) {
        Element scope = new Element("div", entry.baseUri());
        before.forEach(node -> scope.appendChild(node.clone()));
        scope.appendChild(entry.clone());
        after.forEach(node -> scope.appendChild(node.clone()));
        return scope;
    }
}
