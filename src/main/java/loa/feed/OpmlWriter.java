package loa.feed;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import loa.article.Category;

/** Writes the list of a newsroom's feeds as OPML 2.0. */
final class OpmlWriter {

    private OpmlWriter() {}

    static byte[] write(Newsroom newsroom) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("opml");
            xml.writeAttribute("version", "2.0");
            xml.writeStartElement("head");
            xml.writeStartElement("title");
            xml.writeCharacters(newsroom.title());
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeStartElement("body");
            List<Category> categories = new ArrayList<>(List.of(newsroom.all()));
            categories.addAll(newsroom.open());
            for (Category category : categories) {
                outline(newsroom, category, xml);
            }
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException never) {
            throw new IllegalStateException("memory can be written to", never);
        }
        return bytes.toByteArray();
    }

    private static void outline(Newsroom newsroom, Category category, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeEmptyElement("outline");
        xml.writeAttribute("type", "rss");
        xml.writeAttribute("text", category.title());
        xml.writeAttribute("title", category.title());
        xml.writeAttribute("xmlUrl", newsroom.feed(category, FeedFormat.RSS).toString());
        xml.writeAttribute("htmlUrl", newsroom.page(category).toString());
        xml.writeAttribute("language", newsroom.language());
        if (category.description() != null) {
            xml.writeAttribute("description", category.description());
        }
    }
}
