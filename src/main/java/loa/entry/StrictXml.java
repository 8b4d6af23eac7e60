package loa.entry;

import java.io.IOException;
import java.io.StringReader;
import java.util.regex.Pattern;
import loa.language.Phrase;
import org.jdom2.Document;
import org.jdom2.JDOMException;
import org.jdom2.input.JDOMParseException;
import org.jdom2.input.SAXBuilder;
import org.jdom2.input.sax.XMLReaders;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.XMLFilterImpl;

/** Parses XML that nobody trusts: without declarations of types, and within bounds that no feed needs. */
final class StrictXml {

    private static final String DEEPEST = "256";
    private static final String MOST_ATTRIBUTES = "200";
    private static final int MOST_ELEMENTS = 250_000;

    private static final Pattern DOCTYPE = Pattern.compile("(?s)\\A(?:\\s|<\\?.*?\\?>|<!--.*?-->)*+<!DOCTYPE");
    private static final Pattern OF_LIMIT = Pattern.compile("JAXP000100\\d\\d");

    private StrictXml() {}

    /** The document. */
    static Document parse(String xml) throws UnreadableException {
        if (DOCTYPE.matcher(xml).find()) {
            throw new UnreadableException(new Phrase(
                    "it has a document type declaration (DTD), which is refused",
                    "có khai báo kiểu tài liệu (DTD) nên bị từ chối"));
        }
        try {
            return builder().build(new StringReader(xml));
        } catch (JDOMException | IOException broken) {
            throw new UnreadableException(
                    broken.getCause() instanceof TooLargeException ? tooLarge() : explain(broken));
        }
    }

    private static SAXBuilder builder() {
        SAXBuilder builder = new SAXBuilder(XMLReaders.NONVALIDATING);
        builder.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        builder.setFeature("http://xml.org/sax/features/external-general-entities", false);
        builder.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        builder.setProperty("jdk.xml.maxElementDepth", DEEPEST);
        builder.setProperty("jdk.xml.elementAttributeLimit", MOST_ATTRIBUTES);
        builder.setXMLFilter(new Counter());
        return builder;
    }

    private static Phrase explain(Exception broken) {
        if (OF_LIMIT.matcher(String.valueOf(broken.getMessage())).find()) {
            return tooLarge();
        }
        return broken instanceof JDOMParseException parsing && parsing.getLineNumber() > 0
                ? Phrase.of(
                        "it is no well-formed XML (line %d, column %d)",
                        "không phải XML đúng cú pháp (dòng %d, cột %d)",
                        parsing.getLineNumber(),
                        parsing.getColumnNumber())
                : new Phrase("it is no well-formed XML", "không phải XML đúng cú pháp");
    }

    private static Phrase tooLarge() {
        return new Phrase(
                "it has more elements or attributes, or nests them deeper, than any feed needs",
                "có quá nhiều phần tử, thuộc tính hoặc lồng nhau quá sâu");
    }

    /** Ends the reading of what would fill the memory. */
    private static final class Counter extends XMLFilterImpl {

        private int elements;

        @Override
        public void startElement(String uri, String localName, String qName, Attributes attributes)
                throws SAXException {
            if (++elements > MOST_ELEMENTS) {
                throw new TooLargeException();
            }
            super.startElement(uri, localName, qName, attributes);
        }
    }

    private static final class TooLargeException extends SAXException {

        private static final long serialVersionUID = 1L;
    }
}
