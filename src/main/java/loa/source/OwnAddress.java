package loa.source;

import java.net.URI;
import java.util.Optional;
import loa.article.WebLink;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The address that a page gives as its own, whatever it was asked for as. */
final class OwnAddress {

    private OwnAddress() {}

    static Optional<URI> of(Document page) {
        return page.select("link[rel=canonical][href], meta[property=og:url][content]").stream()
                .flatMap(element -> WebLink.resolve(page.location(), written(element)).stream())
                .findFirst();
    }

    private static String written(Element element) {
        return element.hasAttr("href") ? element.attr("href") : element.attr("content");
    }
}
