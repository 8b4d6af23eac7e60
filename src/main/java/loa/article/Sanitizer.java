package loa.article;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/** Makes HTML from anywhere safe to publish: what is not in its table goes, what stays is absolute and clean text. */
public final class Sanitizer {

    /** All that may be published: an element, then its attributes. The text of any other element stays without it. */
    private static final String ALLOWED = """
            p
            div
            br
            hr
            h2
            h3
            h4
            h5
            h6
            blockquote
            pre
            code
            strong
            b
            em
            i
            u
            s
            del
            ins
            mark
            small
            sub
            sup
            q
            cite
            abbr        title
            a           href title
            ul
            ol          start
            li
            dl
            dt
            dd
            figure
            figcaption
            img         src alt title width height
            table
            caption
            thead
            tbody
            tfoot
            tr
            th          colspan rowspan scope
            td          colspan rowspan
            """;

    private static final Cleaner CLEANER = new Cleaner(safelist());

    /** Elements whose content is not for reading: it goes with them. */
    private static final String UNREADABLE =
            "script, style, noscript, template, svg, math, object, embed, applet, form, input, button, select, textarea,"
                    + " frame, frameset, noframes, noembed, xmp, plaintext, title, head, link, meta, base, canvas";

    private static final String BLANK_IF_EMPTY =
            "p, div, span, h2, h3, h4, h5, h6, strong, b, em, i, u, a, li, ul, ol, blockquote, figure, figcaption";

    private static final int MOST_ROUNDS = 8; // two are enough for all but the oddest soup

    private Sanitizer() {}

    /** What may be published of the content of this element, which is changed by it; links are relative to its page. */
    public static Body clean(Element content) {
        content.select(UNREADABLE).remove();
        videosToLinks(content);
        absoluteAddresses(content);
        content.select("h1").tagName("h2");
        cleanText(content);

        Document dirty = Document.createShell(content.baseUri());
        dirty.body().appendChildren(new ArrayList<>(content.childNodes()));
        Document clean = CLEANER.clean(dirty);
        removeBlanks(clean.body());
        Document nested = nested(clean);
        return new Body(html(nested), Text.line(nested.body().text()));
    }

    /** As a parser nests it when it reads it: no paragraph in a paragraph, no link in a link. */
    private static Document nested(Document clean) {
        Document read = clean;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            String written = html(read);
            read = Jsoup.parseBodyFragment(written);
            removeBlanks(read.body());
            if (html(read).equals(written)) {
                break;
            }
        }
        return read;
    }

    private static String html(Document document) {
        document.outputSettings().prettyPrint(false).escapeMode(Entities.EscapeMode.xhtml);
        return document.body().html().strip();
    }

    private static void videosToLinks(Element content) {
        for (Element frame : content.select("iframe, video, audio")) {
            Element sourced = frame.hasAttr("src") ? frame : frame.selectFirst("source[src]");
            Optional<URI> address =
                    sourced == null ? Optional.empty() : WebLink.resolve(content.baseUri(), sourced.attr("src"));
            address.ifPresent(uri -> frame.before(new Element("p")
                    .appendChild(new Element("a").attr("href", uri.toString()).text(uri.toString()))));
            frame.remove();
        }
    }

    private static void absoluteAddresses(Element content) {
        for (Element link : content.select("a[href]")) {
            address(link, "href").ifPresentOrElse(href -> link.attr("href", href), () -> link.removeAttr("href"));
        }
        for (Element image : content.select("img")) {
            address(image, "src").ifPresentOrElse(src -> image.attr("src", src), image::remove);
        }
    }

    private static Optional<String> address(Element element, String attribute) {
        return WebLink.resolve(element.baseUri(), element.attr(attribute)).map(URI::toString);
    }

    private static void cleanText(Element content) {
        content.forEachNode(Sanitizer::cleanText);
    }

    private static void cleanText(Node node) {
        if (node instanceof TextNode text) {
            text.text(Text.clean(text.getWholeText()));
        }
        for (Attribute attribute : node.attributes()) {
            attribute.setValue(Text.clean(attribute.getValue()));
        }
    }

    /** Removes what holds no text and no picture, innermost first, so that what held only that goes too. */
    private static void removeBlanks(Element clean) {
        List<Element> candidates = new ArrayList<>(clean.select(BLANK_IF_EMPTY));
        for (int i = candidates.size() - 1; i >= 0; i--) {
            Element element = candidates.get(i);
            boolean holdsOnlyBreaks = element.selectFirst("img, hr, table") == null;
            if (holdsOnlyBreaks && Text.line(element.wholeText()).isEmpty()) {
                element.remove();
            }
        }
    }

    private static Safelist safelist() {
        Safelist safelist =
                new Safelist().addProtocols("a", "href", "http", "https").addProtocols("img", "src", "http", "https");
        ALLOWED.lines().map(line -> line.strip().split("\\s+")).forEach(words -> {
            safelist.addTags(words[0]);
            for (int i = 1; i < words.length; i++) {
                safelist.addAttributes(words[0], words[i]);
            }
        });
        return safelist;
    }
}
