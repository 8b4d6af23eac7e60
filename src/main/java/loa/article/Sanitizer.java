package loa.article;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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
import org.jsoup.select.NodeVisitor;

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
    private static final Set<String> UNREADABLE =
            words("script style noscript template svg math applet input button select textarea frame"
                    + " frameset noframes noembed xmp plaintext title head link meta base canvas xml");

    /** Elements that show something from elsewhere. */
    private static final Set<String> FRAMES = words("iframe video audio embed object");

    private static final Pattern HIDDEN = Pattern.compile("(?i)display\\s*:\\s*none|visibility\\s*:\\s*hidden");

    /** Elements that begin a line, though they may not be published. */
    private static final Set<String> LINES =
            words("address article aside center details dir fieldset footer form header"
                    + " hgroup legend main menu nav section summary");

    private static final Set<String> INLINE = words("strong b em i u s del ins mark small sub sup q cite abbr a code");
    private static final Set<String> BLOCK =
            words("p div h2 h3 h4 h5 h6 blockquote pre ul ol li dl dt dd figure figcaption caption");

    /** What the values of these attributes look like; others are dropped before a reader lays out a billion columns. */
    private static final Map<String, Pattern> VALUES = Map.of(
            "width", Pattern.compile("[1-9]\\d{0,3}(?:px|%)?"),
            "height", Pattern.compile("[1-9]\\d{0,3}(?:px|%)?"),
            "colspan", Pattern.compile("[1-9]\\d{0,2}"),
            "rowspan", Pattern.compile("[1-9]\\d{0,2}"),
            "start", Pattern.compile("-?\\d{1,6}"),
            "scope", Pattern.compile("(?:row|col)(?:group)?"));

    private static final int LONGEST_VALUE = 500;
    private static final int DEEPEST = 100;

    /** Most characters that an article may have. */
    private static final int LARGEST = 1_000_000;

    /** What a pair of tags costs of them, about. */
    private static final int TAGS = 10;

    /** How often readers' parsers may mend the markup until they find nothing to mend. */
    private static final int MOST_MENDINGS = 5;

    private Sanitizer() {}

    /** What may be published of the content of this element, which is changed by it; links are relative to its page. */
    public static Body clean(Element content) {
        Preparation preparation = new Preparation(content.baseUri());
        content.traverse(preparation);
        if (preparation.spent > LARGEST) {
            content.appendElement("p").text("…");
        }
        Document dirty = Document.createShell(content.baseUri());
        dirty.body()
                .appendChild(content.tagName("div")); // moving its children one by one takes the square of their number
        Element clean = CLEANER.clean(dirty).body().expectFirst("div");
        clean.forEachNode(Sanitizer::cleanText);
        return settled(clean);
    }

    /** Turns an element after the other into what the table knows, or empties it. */
    private static final class Preparation implements NodeVisitor {

        private final String page;
        private int spent;

        Preparation(String page) {
            this.page = page;
        }

        @Override
        public void head(Node node, int depth) {
            if (node instanceof Element element && depth > 0) {
                spent += TAGS;
                prepare(element, depth);
            } else if (node instanceof TextNode text) {
                spent += text.getWholeText().length();
                if (spent > LARGEST) {
                    text.text("");
                }
            }
        }

        private void prepare(Element element, int depth) {
            String name = element.normalName();
            if (spent > LARGEST || isHidden(element)) {
                drop(element);
            } else if (FRAMES.contains(name)) {
                toLink(element);
            } else if (UNREADABLE.contains(name)) {
                drop(element);
            } else if (name.equals("a")) {
                settleAddress(element, "href");
            } else if (name.equals("img")) {
                settleAddress(element, "src");
            } else if (depth > DEEPEST) {
                element.tagName("span"); // nobody nests so deep but to trouble those who read it
            } else if (name.equals("h1")) {
                element.tagName("h2");
            } else if (LINES.contains(name)) {
                element.tagName("div");
            }
        }

        /** A film, a sound or a document that the page shows in a frame, as a link to it. */
        private void toLink(Element frame) {
            Optional<String> address = source(frame).flatMap(this::absolute);
            drop(frame);
            address.ifPresent(link -> frame.tagName("p")
                    .clearAttributes()
                    .appendElement("a")
                    .attr("href", link)
                    .text(link));
        }

        private void settleAddress(Element element, String attribute) {
            spent += element.attr(attribute).length();
            absolute(element.attr(attribute))
                    .ifPresentOrElse(address -> element.attr(attribute, address), () -> element.tagName("span"));
        }

        private Optional<String> absolute(String address) {
            return WebLink.resolve(page, address).map(URI::toString);
        }
    }

    private static boolean isHidden(Element element) {
        return element.hasAttr("hidden")
                || (element.hasAttr("style")
                        && HIDDEN.matcher(element.attr("style")).find());
    }

    private static void drop(Element element) {
        element.empty().tagName("span");
    }

    private static Optional<String> source(Element frame) {
        return frame.select("[src], [data]").stream()
                .map(sourced -> sourced.attr(sourced.hasAttr("src") ? "src" : "data"))
                .findFirst();
    }

    private static void cleanText(Node node) {
        if (node instanceof TextNode text) {
            text.text(Text.clean(text.getWholeText()));
        } else if (node.attributesSize() > 0) {
            for (Attribute attribute : node.attributes().asList()) {
                cleanAttribute(node, attribute);
            }
        }
    }

    private static void cleanAttribute(Node node, Attribute attribute) {
        String value = Text.clean(attribute.getValue());
        Pattern values = VALUES.get(attribute.getKey());
        if (values != null && !values.matcher(value).matches()) {
            node.removeAttr(attribute.getKey());
        } else {
            node.attr(attribute.getKey(), isAddress(attribute) ? value : Text.cut(value, LONGEST_VALUE));
        }
    }

    private static boolean isAddress(Attribute attribute) {
        return attribute.getKey().equals("href") || attribute.getKey().equals("src");
    }

    /** The content as it is after a reader's parser has put its elements in order, without those that hold nothing. */
    private static Body settled(Element clean) {
        Element content = clean;
        String html = written(content);
        if (Nesting.isPlain(content)) {
            return new Body(html.strip(), Text.line(content.text()));
        }
        for (int mendings = 0; mendings < MOST_MENDINGS; mendings++) {
            content = Jsoup.parseBodyFragment(html).body();
            String mended = written(content);
            if (mended.equals(html)) {
                return new Body(html.strip(), Text.line(content.text()));
            }
            html = mended;
        }
        String text = Text.line(content.text()); // no parser agrees with itself on the markup
        return new Body(Entities.escape(text), text);
    }

    private static String written(Element content) {
        removeBlanks(content);
        Document document = content.ownerDocument();
        if (document != null) {
            document.outputSettings().prettyPrint(false).escapeMode(Entities.EscapeMode.xhtml);
        }
        return content.html();
    }

    /** Removes what holds no text and no picture, innermost first, so that what held only that goes too. */
    private static void removeBlanks(Element content) {
        List<Element> elements = content.getAllElements();
        for (int i = elements.size() - 1; i >= 0; i--) {
            Element element = elements.get(i);
            if (element.childNodes().stream().anyMatch(Sanitizer::isBlankElement)) {
                List<Node> kept = element.childNodes().stream()
                        .flatMap(Sanitizer::withoutBlank)
                        .toList();
                element.empty().appendChildren(kept);
            }
        }
    }

    /** The node; instead of a blank inline element the blanks and breaks in it, which part words. */
    private static Stream<Node> withoutBlank(Node node) {
        if (!isBlankElement(node)) {
            return Stream.of(node);
        }
        return INLINE.contains(node.normalName()) ? node.childNodes().stream() : Stream.empty();
    }

    private static boolean isBlankElement(Node node) {
        return (INLINE.contains(node.normalName()) || BLOCK.contains(node.normalName()))
                && node.childNodes().stream().allMatch(Sanitizer::isBlank);
    }

    private static boolean isBlank(Node node) {
        return node instanceof TextNode text ? Text.isBlank(text.getWholeText()) : node.nameIs("br");
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
