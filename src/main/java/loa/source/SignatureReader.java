package loa.source;

import java.util.Optional;
import loa.article.Byline;
import loa.article.Text;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Takes the signature off the end of an article: one line, or two that name author and origin. */
final class SignatureReader {

    private static final int MOST_LINES = 2;

    private SignatureReader() {}

    /** The byline that the last lines of the article give; those lines are removed. */
    static Byline take(Element article) {
        Byline byline = Byline.NONE;
        for (int lines = 0; lines < MOST_LINES; lines++) {
            TextNode last = Blocks.lastText(article);
            if (last == null) {
                break;
            }
            Line line = Line.endingWith(last, article);
            Optional<Byline> signature = Byline.signature(line.text());
            if (signature.isEmpty() || line.isWhole(article) || byline.clashesWith(signature.get())) {
                break;
            }
            byline = byline.with(signature.get());
            line.remove(article);
        }
        return byline;
    }

    /** The nodes between two breaks, siblings of each other. */
    private record Line(Node first, Node last) {

        static Line endingWith(TextNode text, Element article) {
            Node first = Blocks.lineStart(text, article);
            Node last = text;
            while (last.parent() != null && last.parent() != first.parent() && last.parent() != article) {
                last = last.parent();
            }
            return new Line(first, last);
        }

        String text() {
            StringBuilder text = new StringBuilder();
            for (Node node = first; node != null; node = node == last ? null : node.nextSibling()) {
                text.append(
                        node instanceof TextNode plain
                                ? plain.getWholeText()
                                : node instanceof Element element ? element.text() : "");
            }
            return Text.line(text.toString());
        }

        boolean isWhole(Element article) {
            return Text.line(article.text()).equals(text());
        }

        void remove(Element article) {
            if (first == last) {
                Blocks.widest(first, article).remove();
                return;
            }
            Node node = first;
            while (node != null) {
                Node next = node == last ? null : node.nextSibling();
                node.remove();
                node = next;
            }
        }
    }
}
