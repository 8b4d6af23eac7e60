package loa.feed;

import java.util.List;
import loa.article.Image;
import org.jdom2.Element;

/** The lead image of an article in Media RSS, for RSS and Atom alike. */
final class MediaElements {

    private MediaElements() {}

    /** The image as thumbnail and as content, under one address. */
    static List<Element> of(Image image) {
        Element content = new Element("content", Xml.MEDIA)
                .setAttribute("url", image.address().toString())
                .setAttribute("medium", "image");
        if (image.isMeasured()) {
            content.setAttribute("type", image.mediaType()).setAttribute("fileSize", Long.toString(image.length()));
        }
        Element thumbnail = new Element("thumbnail", Xml.MEDIA)
                .setAttribute("url", image.address().toString());
        return List.of(content, thumbnail);
    }
}
