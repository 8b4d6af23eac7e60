package loa.article;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
            "script, style, noscript, template, svg, math, object, embed, applet, input, button, select, textarea, frame,"
                    + " frameset, noframes, noembed, xmp, plaintext, title, head, link, meta, base, canvas, xml";

    private static final String HIDDEN = "[hidden], [style~=(?i)(?:display\\s*:\\s*none|visibility\\s*:\\s*hidden)]";

    /** Elements that begin a line, though they may not be published. */
    private static final String BLOCKS =
            "address, article, aside, center, details, dir, fieldset, footer, form, header, hgroup, legend, main, menu, nav,"
                    + " section, summary";

    private static final Set<String> INLINE = words("strong b em i u s del ins mark small sub sup q cite abbr a code");
    private static final Set<String> BLOCK =
            words("p div h2 h3 h4 h5 h6 blockquote pre ul ol li dl dt dd figure figcaption caption");

    private static final int DEEPEST = 100;

    private Sanitizer() {}

    /** What may be published of the content of this element, which is changed by it; links are relative to its page. */
    public static Body clean(Element content) {
        content.children().select(HIDDEN).empty().tagName("span");
        framesToLinks(content);
        content.children().select(UNREADABLE).empty();
        absoluteAddresses(content);
        content.children().select("h1").tagName("h2");
        content.children().select(BLOCKS).tagName("div");
        content.traverse(Sanitizer::flatten);
        content.forEachNode(Sanitizer::cleanText);

        Document dirty = Document.createShell(content.baseUri());
        dirty.body().appendChildren(new ArrayList<>(content.childNodes()));
        // the first time moves elements out of each other, the second ends what the moved ones left open
        Element clean = asReadersParse(asReadersParse(CLEANER.clean(dirty))).body();
        return new Body(clean.html().strip(), Text.line(clean.text()));
    }

    /** Films, sounds and documents that the page shows in a frame, as links to them. */
    private static void framesToLinks(Element content) {
        for (Element frame : content.select("iframe, video, audio, embed[src], object[data]")) {
            Optional<URI> address = source(frame).flatMap(source -> WebLink.resolve(content.baseUri(), source));
            frame.empty();
            address.map(URI::toString)
                    .ifPresent(link -> frame.tagName("p")
                            .clearAttributes()
                            .appendElement("a")
                            .attr("href", link)
                            .text(link));
        }
    }

    private static Optional<String> source(Element frame) {
        return frame.select("[src], [data]").stream()
                .map(sourced -> sourced.attr(sourced.hasAttr("src") ? "src" : "data"))
                .findFirst();
    }

    private static void absoluteAddresses(Element content) {
        for (Element link : content.select("a")) {
            address(link, "href").ifPresentOrElse(href -> link.attr("href", href), () -> link.tagName("span"));
        }
        for (Element image : content.select("img")) {
            address(image, "src").ifPresentOrElse(src -> image.attr("src", src), () -> image.tagName("span"));
        }
    }

    private static Optional<String> address(Element element, String attribute) {
        return WebLink.resolve(element.baseUri(), element.attr(attribute)).map(URI::toString);
    }

    /** Nobody nests so deep but to trouble those who read it. */
    private static void flatten(Node node, int depth) {
        if (depth > DEEPEST && node instanceof Element element && !element.nameIs("img")) {
            element.tagName("span");
        }
    }

    private static void cleanText(Node node) {
        if (node instanceof TextNode text) {
            text.text(Text.clean(text.getWholeText()));
        }
        for (Attribute attribute : node.attributes()) {
            attribute.setValue(Text.clean(attribute.getValue()));
        }
    }

    /** The content as it is after a reader's parser has put its elements in order, without those that hold nothing. */
    private static Document asReadersParse(Document content) {
        Document parsed = Jsoup.parseBodyFragment(written(content).body().html(), content.baseUri());
        removeBlanks(parsed.body());
        return written(parsed);
    }

    private static Document written(Document content) {
        content.outputSettings().prettyPrint(false).escapeMode(Entities.EscapeMode.xhtml);
        return content;
    }

    /** Removes what holds no text and no picture, innermost first, so that what held only that goes too. */
    private static void removeBlanks(Element content) {
        List<Element> elements = content.getAllElements();
        for (int i = elements.size() - 1; i >= 0; i--) {
            Element element = elements.get(i);
            List<Node> kept = element.childNodes().stream()
                    .flatMap(Sanitizer::withoutBlank)
                    .toList();
            if (!kept.equals(element.childNodes())) {
                element.empty().appendChildren(kept);
            }
        }
    }

    /** The node; instead of a blank inline element the blanks and breaks in it, which part words. */
    private static Stream<Node> withoutBlank(Node node) {
        boolean isBlank = node instanceof Element && node.childNodes().stream().allMatch(Sanitizer::isBlank);
        if (isBlank && INLINE.contains(node.normalName())) {
            return node.childNodes().stream();
        }
        return isBlank && BLOCK.contains(node.normalName()) ? Stream.empty() : Stream.of(node);
    }

    private static boolean isBlank(Node node) {
        return node instanceof TextNode text ? Text.line(text.getWholeText()).isEmpty() : node.nameIs("br");
    }

    private static Set<String> words(String text) {
        return Set.of(text.split(" ", -1));
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
