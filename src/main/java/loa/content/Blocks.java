package loa.content;

import java.util.Iterator;
import java.util.Set;
import java.util.regex.Pattern;
import loa.article.Text;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/** Finds the line that a piece of text stands on. */
final class Blocks {

    private static final Set<String> INLINE =
            Set.of("strong", "b", "em", "i", "u", "span", "font", "a", "small", "big", "o:p", "label", "cite", "mark");

    private static final Evaluator PICTURES = QueryParser.parse("img, iframe, video");

    private static final Pattern PUNCTUATION = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private Blocks() {}

    /** The largest node below {@code limit} around the text that shows no more words than it. */
    static Node widest(Node text, Element limit) {
        String words = words(text);
        Node widest = text;
        for (Node parent = text.parent(); parent != null && parent != limit; parent = parent.parent()) {
            if (!words(parent).equals(words) || holdsPicture(parent)) {
                break;
            }
            widest = parent;
        }
        return widest;
    }

    /** Whether it shows more than so many characters; no more of it is read than that. */
    static boolean saysMoreThan(Element element, int characters) {
        int left = characters;
        for (Iterator<TextNode> texts = element.nodeStream(TextNode.class).iterator(); left >= 0 && texts.hasNext(); ) {
            left -= Text.line(texts.next().getWholeText()).length();
        }
        return left < 0;
    }

    /** The last text below the element that is not blank, unless a picture or a table follows it. */
    static @Nullable TextNode lastText(Element article) {
        for (Node node = lastLeaf(article); node != null && node != article; node = before(node, article)) {
            if (node instanceof TextNode text && !Text.line(text.getWholeText()).isEmpty()) {
                return text;
            }
            if (holdsPicture(node)) {
                return null;
            }
        }
        return null;
    }

    /** The node that begins the line on which the text ends: after a break, or where its block begins. */
    static Node lineStart(TextNode text, Element limit) {
        Node start = text;
        while (true) {
            Node previous = start.previousSibling();
            if (previous == null) {
                Node parent = start.parent();
                if (parent == null || parent == limit || !isInline(parent)) {
                    return start;
                }
                start = parent;
            } else if (isInline(previous)) {
                start = previous;
            } else {
                return start;
            }
        }
    }

    private static Node lastLeaf(Node node) {
        Node last = node;
        while (last.childNodeSize() > 0) {
            last = last.childNode(last.childNodeSize() - 1);
        }
        return last;
    }

    private static @Nullable Node before(Node node, Element limit) {
        Node current = node;
        while (current != limit && current.previousSibling() == null) {
            current = current.parent();
            if (current == null) {
                return null;
            }
        }
        Node previous = current == limit ? null : current.previousSibling();
        return previous == null ? null : lastLeaf(previous);
    }

    private static boolean holdsPicture(Node node) {
        return node instanceof Element element
                && (element.normalName().equals("img") || element.selectFirst(PICTURES) != null);
    }

    private static boolean isInline(Node node) {
        return !(node instanceof Element element) || INLINE.contains(element.normalName());
    }

    private static String words(Node node) {
        String text = node instanceof TextNode plain
                ? plain.getWholeText()
                : node instanceof Element element ? element.text() : "";
        return PUNCTUATION.matcher(Text.line(text)).replaceAll("");
    }
}
