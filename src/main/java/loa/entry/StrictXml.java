package loa.entry;

import java.io.IOException;
import java.io.StringReader;
import java.util.regex.Pattern;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import loa.language.Phrase;
import org.jdom2.Document;
import org.jdom2.JDOMException;
import org.jdom2.input.SAXBuilder;
import org.jdom2.input.sax.XMLReaderJDOMFactory;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;
import org.xml.sax.helpers.XMLFilterImpl;

/** Parses XML that nobody trusts: without declarations of types, and within bounds that no list of articles needs. */
final class StrictXml {

    private static final String DEEPEST = "256";
    private static final String MOST_ATTRIBUTES = "200";

    /** Of a document that is held in memory. */
    private static final int MOST_ELEMENTS = 250_000;

    /** Of one that is not: a sitemap may have 50,000 entries. */
    private static final int MOST_ELEMENTS_PASSING = 2_000_000;

    private static final Pattern OF_DOCTYPE = Pattern.compile("(?i)doctype");
    private static final Pattern OF_LIMIT = Pattern.compile("JAXP000100\\d\\d");

    private StrictXml() {}

    /** The document. */
    static Document parse(String xml) throws UnreadableException {
        try {
            return new SAXBuilder(new Readers()).build(new StringReader(xml));
        } catch (JDOMException | IOException broken) {
            throw new UnreadableException(explain(broken.getCause() == null ? broken : broken.getCause()));
        } catch (IllegalArgumentException broken) {
            // The parser takes some names and characters that a document cannot have.
            throw new UnreadableException(explain(broken));
        }
    }

    /** Tells the handler what is in the document; nothing of it is kept. */
    static void read(InputSource xml, ContentHandler handler) throws UnreadableException {
        try {
            XMLReader reader = reader(MOST_ELEMENTS_PASSING);
            reader.setContentHandler(handler);
            reader.setErrorHandler(new DefaultHandler());
            reader.parse(xml);
        } catch (SAXException | IOException broken) {
            throw new UnreadableException(explain(broken));
        }
    }

    private static XMLReader reader(int mostElements) throws SAXException {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            XMLReader parser = factory.newSAXParser().getXMLReader();
            parser.setProperty("jdk.xml.maxElementDepth", DEEPEST);
            parser.setProperty("jdk.xml.elementAttributeLimit", MOST_ATTRIBUTES);
            return new Counter(parser, mostElements);
        } catch (ParserConfigurationException never) {
            throw new IllegalStateException("every Java has this parser", never);
        }
    }

    private static Phrase explain(Throwable broken) {
        String message = String.valueOf(broken.getMessage());
        if (broken instanceof TooLargeException || OF_LIMIT.matcher(message).find()) {
            return new Phrase(
                    "it has more elements or attributes, or nests them deeper, than any list of articles needs",
                    "có quá nhiều phần tử, thuộc tính hoặc lồng nhau quá sâu");
        } else if (OF_DOCTYPE.matcher(message).find()) {
            return new Phrase(
                    "it has a document type declaration (DTD), which is refused",
                    "có khai báo kiểu tài liệu (DTD) nên bị từ chối");
        }
        return broken instanceof SAXParseException parsing && parsing.getLineNumber() > 0
                ? Phrase.of(
                        "it is no well-formed XML (line %d, column %d)",
                        "không phải XML đúng cú pháp (dòng %d, cột %d)",
                        parsing.getLineNumber(),
                        parsing.getColumnNumber())
                : new Phrase("it is no well-formed XML", "không phải XML đúng cú pháp");
    }

    /** Makes parsers for JDOM. */
    private static final class Readers implements XMLReaderJDOMFactory {

        @Override
        public XMLReader createXMLReader() throws JDOMException {
            try {
                return reader(MOST_ELEMENTS);
            } catch (SAXException never) {
                throw new JDOMException("every Java has this parser", never);
            }
        }

        @Override
        public boolean isValidating() {
            return false;
        }
    }

    /** Ends the reading of what has too many elements. */
    private static final class Counter extends XMLFilterImpl {

        private final int most;
        private int elements;

        Counter(XMLReader parser, int most) {
            super(parser);
            this.most = most;
        }

        @Override
        public void startElement(String uri, String localName, String qName, Attributes attributes)
                throws SAXException {
            if (++elements > most) {
                throw new TooLargeException();
            }
            super.startElement(uri, localName, qName, attributes);
        }
    }

    private static final class TooLargeException extends SAXException {

        private static final long serialVersionUID = 1L;
    }
}
