package loa.listing;

import org.jsoup.nodes.Element;

/** Where elements of one page stand to each other. */
final class Ancestry {

    private Ancestry() {}

    static int depth(Element element) {
        int depth = 0;
        for (Element parent = element.parent(); parent != null; parent = parent.parent()) {
            depth++;
        }
        return depth;
    }

    /** The ancestor that stands at this depth, or the element itself if it stands no deeper. */
    static Element at(int depth, Element element, int itsDepth) {
        Element current = element;
        for (int at = itsDepth; at > depth; at--) {
            Element parent = current.parent();
            if (parent == null) {
                return current;
            }
            current = parent;
        }
        return current;
    }

    /** The smallest element that holds both, which may be one of them. */
    static Element common(Element one, Element other) {
        int depth = Math.min(depth(one), depth(other));
        Element left = at(depth, one, depth(one));
        Element right = at(depth, other, depth(other));
        while (left != right) {
            Element leftParent = left.parent();
            Element rightParent = right.parent();
            if (leftParent == null || rightParent == null) {
                return left;
            }
            left = leftParent;
            right = rightParent;
        }
        return left;
    }

    /** The child of {@code ancestor} in which the element stands; the element itself if it is the ancestor. */
    static Element branch(Element ancestor, Element element) {
        Element branch = element;
        for (Element parent = element.parent(); parent != null && branch != ancestor; parent = parent.parent()) {
            if (parent == ancestor) {
                return branch;
            }
            branch = parent;
        }
        return branch;
    }
}
