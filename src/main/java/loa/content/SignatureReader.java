package loa.content;

import java.util.Optional;
import loa.article.Byline;
import loa.article.Text;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Takes the signature off the end of an article: one line, or two that name author and origin. */
final class SignatureReader {

    private static final int MOST_LINES = 2;

    /** From how many pictures on it is a story in pictures. */
    private static final int FEWEST_PICTURES = 3;

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
            Optional<Byline> signature = signature(line.text(), article);
            if (signature.isEmpty() || line.isWhole(article) || byline.clashesWith(signature.get())) {
                break;
            }
            byline = byline.with(signature.get());
            line.remove(article);
        }
        return byline;
    }

    private static Optional<Byline> signature(String line, Element article) {
        return Byline.signature(line)
                .or(() -> article.select("img").size() < FEWEST_PICTURES ? Optional.empty() : Byline.ofPictures(line));
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

        /** Whether the article says nothing else. */
        boolean isWhole(Element article) {
            return !Blocks.saysMoreThan(article, text().length());
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
