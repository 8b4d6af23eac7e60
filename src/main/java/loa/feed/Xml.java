package loa.feed;

import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import loa.article.Article;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.Text;
import org.jdom2.output.Format;
import org.jdom2.output.XMLOutputter;
import org.jdom2.output.support.AbstractXMLOutputProcessor;
import org.jdom2.output.support.FormatStack;
import org.jspecify.annotations.Nullable;

/** The vocabularies that feeds borrow from, and a feed of Rome's as bytes. */
final class Xml {

    static final Namespace ATOM = Namespace.getNamespace("atom", "http://www.w3.org/2005/Atom");
    static final Namespace CONTENT = Namespace.getNamespace("content", "http://purl.org/rss/1.0/modules/content/");
    static final Namespace DC = Namespace.getNamespace("dc", "http://purl.org/dc/elements/1.1/");

    /** RFC 5005. */
    static final Namespace HISTORY = Namespace.getNamespace("fh", "http://purl.org/syndication/history/1.0");

    /** Media RSS. */
    static final Namespace MEDIA = Namespace.getNamespace("media", "http://search.yahoo.com/mrss/");

    /** RFC 6721. */
    static final Namespace TOMBSTONES = Namespace.getNamespace("at", "http://purl.org/atompub/tombstones/1.0");

    private Xml() {}

    /** An element with text. */
    static Element element(String name, Namespace namespace, String text) {
        return new Element(name, namespace).setText(text);
    }

    /** An Atom link, for a feed of another kind. */
    static Element atomLink(String relation, URI address, String mediaType) {
        return new Element("link", ATOM)
                .setAttribute("href", address.toString())
                .setAttribute("rel", relation)
                .setAttribute("type", mediaType);
    }

    /** The feed as Rome writes it, with these namespaces declared once, at the root. */
    static Document document(WireFeed feed, Namespace... namespaces) {
        try {
            Document document = new WireFeedOutput().outputJDom(feed);
            for (Namespace namespace : namespaces) {
                document.getRootElement().addNamespaceDeclaration(namespace);
            }
            return document;
        } catch (FeedException impossible) {
            throw new IllegalStateException("a feed of ours has all that its form needs", impossible);
        }
    }

    /** Where an article comes from, in Dublin Core: the form has elements of its own for the rest. */
    static List<Element> origin(Feed feed, Article article) {
        List<Element> origin = new ArrayList<>();
        if (article.byline().credit() != null) {
            origin.add(element("source", DC, article.byline().credit()));
        }
        origin.add(element("publisher", DC, feed.newsroom().title()));
        origin.add(element("identifier", DC, article.guid()));
        return origin;
    }

    /**
     * The document in UTF-8, nothing added for looks.
     *
     * @param isPlainText of which elements readers may take the text for HTML though it is none
     */
    static byte[] bytes(Document document, Predicate<Element> isPlainText) {
        Format format = Format.getRawFormat().setEncoding("UTF-8").setLineSeparator("\n");
        format.setEscapeStrategy(character -> false); // UTF-8 has every character
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            new XMLOutputter(format, new CautiousText(isPlainText)).output(document, bytes);
        } catch (IOException never) {
            throw new IllegalStateException("memory can be written to", never);
        }
        return bytes.toByteArray();
    }

    /**
     * Writes {@code <} and {@code &} of plain text as numbers, as the RSS profile advises: the text is the same, and
     * readers that look for entities before they parse find none.
     */
    private static final class CautiousText extends AbstractXMLOutputProcessor {

        private final Predicate<Element> isPlainText;

        CautiousText(Predicate<Element> isPlainText) {
            this.isPlainText = isPlainText;
        }

        @Override
        protected void printText(Writer out, FormatStack stack, Text text) throws IOException {
            boolean isCautious = isPlainText.test(text.getParentElement());
            String all = text.getText();
            int written = 0;
            for (int i = 0; i < all.length(); i++) {
                String escaped = escaped(all.charAt(i), isCautious);
                if (escaped != null) {
                    out.write(all, written, i - written); // what needs no escaping goes as a whole
                    out.write(escaped);
                    written = i + 1;
                }
            }
            out.write(all, written, all.length() - written);
        }

        private static @Nullable String escaped(char c, boolean isCautious) {
            return switch (c) {
                case '&' -> isCautious ? "&#x26;" : "&amp;";
                case '<' -> isCautious ? "&#x3C;" : "&lt;";
                case '>' -> "&gt;";
                case '\r' -> "&#xD;";
                default -> null;
            };
        }
    }
}
