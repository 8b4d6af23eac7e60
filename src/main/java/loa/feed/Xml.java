package loa.feed;

import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import java.nio.charset.StandardCharsets;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.output.Format;
import org.jdom2.output.XMLOutputter;

/** The namespaces of feeds, and a feed of Rome's as bytes. */
final class Xml {

    static final Namespace ATOM = Namespace.getNamespace("atom", "http://www.w3.org/2005/Atom");
    static final Namespace CONTENT = Namespace.getNamespace("content", "http://purl.org/rss/1.0/modules/content/");
    static final Namespace DC = Namespace.getNamespace("dc", "http://purl.org/dc/elements/1.1/");
    static final Namespace MEDIA = Namespace.getNamespace("media", "http://search.yahoo.com/mrss/");

    private Xml() {}

    /** An element with text. */
    static Element element(String name, Namespace namespace, String text) {
        return new Element(name, namespace).setText(text);
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
