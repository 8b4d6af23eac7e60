package loa.page;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import loa.fetch.FetchResult.Fetched;
import loa.language.Phrase;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;

/** Parses the page that was fetched, however it is built, within bounds that no page needs and hostile ones meet. */
public final class PageParser {

    /** How many bytes of a page are read; one more tells that there are more. */
    public static final int LARGEST = 3 * 1024 * 1024;

    /** Most tags, comments and character references. */
    private static final int MOST_MARKS = 50_000;

    /** Most elements; a few tags can make many of them. */
    private static final int MOST_ELEMENTS = 50_000;

    /** So many attributes weigh as much as one element. */
    private static final int LIGHTER = 4;

    private static final int DEEPEST = 256;

    /** The longest name of a tag: the parser takes the square of its length. */
    private static final int LONGEST_NAME = 32 * 1024;

    /** How many bytes tell a file from a text, and the bytes that no text has: https://mimesniff.spec.whatwg.org/. */
    private static final int TELLING = 1445;

    private static final Pattern BINARY = Pattern.compile("^%PDF-|[\\x00-\\x08\\x0B\\x0E-\\x1A\\x1C-\\x1F]");
    private static final Pattern MARKUP = Pattern.compile("^(?:\u00EF\u00BB\u00BF|[\u00FE\u00FF]{2})?[\\s\\x00]*<");

    private static final Phrase TOO_LARGE =
            new Phrase("the page is too large; only its beginning was read", "trang quá lớn nên chỉ phần đầu được đọc");

    private PageParser() {}

    /** The page, cut off and that reported if it is too large; empty after reporting that it is no page. */
    public static Optional<Document> parse(Fetched fetched, Consumer<Trouble> troubles) {
        if (isBinary(fetched.body())) {
            troubles.accept(new Trouble(fetched.address(), noPage(fetched)));
            return Optional.empty();
        }
        String html = PageText.decode(fetched.body(), LARGEST, fetched.charset());
        boolean isCut = fetched.body().length > LARGEST;
        return Optional.of(parse(html, fetched.address(), isCut, troubles));
    }

    /** The page that this text is, cut off in the same way. */
    public static Document parse(String html, URI address, Consumer<Trouble> troubles) {
        boolean isCut = html.length() > LARGEST;
        return parse(isCut ? html.substring(0, LARGEST) : html, address, isCut, troubles);
    }

    private static Document parse(String html, URI address, boolean isCut, Consumer<Trouble> troubles) {
        int end = end(html);
        try (StreamParser parser = new StreamParser(Parser.htmlParser().setMaxDepth(DEEPEST))) {
            parser.parse(html.substring(0, end), address.toString());
            boolean ended = ends(parser.iterator());
            if (!ended || end < html.length() || isCut) {
                troubles.accept(new Trouble(address, TOO_LARGE));
            }
            return parser.document();
        }
    }

    private static boolean isBinary(byte[] body) {
        String start = new String(body, 0, Math.min(body.length, TELLING), StandardCharsets.ISO_8859_1);
        return !MARKUP.matcher(start).find() && BINARY.matcher(start).find();
    }

    /** Where the text begins to have more in it than may be parsed. */
    private static int end(String html) {
        int marks = 0;
        int name = 0;
        int tag = html.indexOf('<');
        int reference = html.indexOf('&');
        while (tag >= 0 || reference >= 0) {
            boolean isTag = tag >= 0 && (reference < 0 || tag < reference);
            int at = isTag ? tag : reference;
            name = isTag && at >= name ? endOfName(html, at) : name;
            if (++marks > MOST_MARKS || name - at > LONGEST_NAME) {
                return at;
            }
            tag = isTag ? html.indexOf('<', at + 1) : tag;
            reference = isTag ? reference : html.indexOf('&', at + 1);
        }
        return html.length();
    }

    private static int endOfName(String html, int tag) {
        int end = tag + 2;
        while (end < html.length() && end - tag <= LONGEST_NAME && !endsName(html.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean endsName(char c) {
        return c == '>' || c == '/' || c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f';
    }

    /** Parses element by element; false if there are too many of them. */
    private static boolean ends(Iterator<Element> elements) {
        int attributes = 0;
        for (int count = 0; elements.hasNext(); count++) {
            if (count + attributes / LIGHTER >= MOST_ELEMENTS) {
                return false;
            }
            Element element = elements.next();
            attributes += element.attributesSize();
            CustomElements.settle(element);
        }
        return true;
    }

    private static Phrase noPage(Fetched fetched) {
        String kind = fetched.mediaType() == null ? "?" : fetched.mediaType();
        return Phrase.of(
                "this is no web page but a file of another kind (%s)",
                "đây không phải trang web mà là một tệp loại khác (%s)", kind);
    }
}
