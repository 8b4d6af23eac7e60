package loa.listing;

import java.net.URI;
import org.jsoup.nodes.Element;

/**
 * A link that may lead to an article.
 *
 * @param address canonical: two links to one article have one address
 * @param text what a reader sees of it; empty for a picture
 * @param position its place among the links of the page
 * @param depth how many elements stand around it
 */
record Anchor(Element element, URI address, String text, int position, int depth) {

    static Anchor of(Element element, URI address, String text, int position) {
        return new Anchor(element, address, text, position, Ancestry.depth(element));
    }
}
