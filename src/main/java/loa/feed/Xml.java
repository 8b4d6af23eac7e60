package loa.feed;

import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.output.Format;
import org.jdom2.output.XMLOutputter;

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

    /** The document in UTF-8, nothing added for looks. */
    static byte[] bytes(Document document) {
        Format format = Format.getRawFormat().setEncoding("UTF-8").setLineSeparator("\n");
        return new XMLOutputter(format).outputString(document).getBytes(StandardCharsets.UTF_8);
    }
}
