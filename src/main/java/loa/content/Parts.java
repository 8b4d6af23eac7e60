package loa.content;

import java.net.URI;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import loa.article.WebLink;
import loa.page.Named;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** The further pages of an article that a site shows in parts: "Trang 1 2 3". */
public final class Parts {

    /** How many parts are joined at most. */
    static final int MOST = 10;

    private static final Set<String> LINKS = Set.of("a", "link");
    private static final Pattern NUMBER = Pattern.compile("\\D{0,8}(\\d{1,2})\\D{0,2}");

    /** What tells the parts' addresses from each other; without it they are one. */
    private static final Pattern MARK = Pattern.compile(
            "(?i)[?&](?:page|p|trang|part|pg|paged?)=\\d{1,2}(?=&|$)|[/_-](?:page|trang|part|p|seite)[/_-]?\\d{1,2}(?=/?$|\\.\\w+$)"
                    + "|[/_-]\\d{1,2}(?=/?$|\\.\\w+$)");

    private static final Pattern END = Pattern.compile("(?:/|\\.\\w{2,5})$");

    private Parts() {}

    /**
     * Gives the pages after the first, in their order, up to one that is gone, each before the next one is fetched; false if
     * one of them cannot be fetched now, for half an article is none.
     *
     * @param named the first page's links
     */
    static boolean each(Document first, Named named, Function<URI, Part> fetch, Consumer<Document> reader) {
        Set<URI> known = new LinkedHashSet<>();
        WebLink.resolve(first.location(), "").ifPresent(known::add);
        Optional<URI> next = next(first, named, known, 2);
        for (int number = 2; number <= MOST && next.isPresent() && known.add(next.get()); number++) {
            Part part = fetch.apply(next.get());
            if (part.page().isEmpty()) {
                return part.gone();
            }
            Document page = part.page().get();
            next = next(page, Named.in(page, LINKS), known, number + 1);
            reader.accept(page);
        }
        return true;
    }

    /** The link of this page to the part with this number, or to whatever comes next of the same article. */
    private static Optional<URI> next(Document page, Named named, Set<URI> known, int number) {
        return Stream.concat(named.all("link"), named.all("a"))
                .filter(link -> isNext(link, number))
                .flatMap(link -> WebLink.resolve(page.location(), link.attr("href")).stream())
                .map(WebLink::canonical)
                .filter(address -> !known.contains(address) && isPart(address, page.location(), number))
                .findFirst();
    }

    private static boolean isNext(Element link, int number) {
        if (link.attr("rel").equals("next")) {
            return true;
        }
        if (link.nameIs("link") || link.childrenSize() > 2 || !link.attr("href").contains(String.valueOf(number))) {
            return false;
        }
        Matcher shown = NUMBER.matcher(link.text());
        return shown.matches() && Integer.parseInt(shown.group(1)) == number;
    }

    private static boolean isPart(URI address, String page, int number) {
        String other = address.toString();
        Matcher mark = MARK.matcher(other);
        return mark.find()
                && mark.group().replaceAll("\\D", "").equals(String.valueOf(number))
                && (base(other).equals(base(page)) || base(other).equals(ending(page)));
    }

    /** Puts the text of a part behind the article, without what the article has already. */
    static void join(Element article, Element part) {
        Set<String> shown = new HashSet<>();
        Layout.of(article).blocks().forEach(block -> shown.add(block.text()));
        for (Block block : Layout.of(part).blocks()) {
            if (shown.contains(block.text())) {
                block.nodes.forEach(Node::remove);
            }
        }
        article.appendChildren(part.childNodesCopy());
    }

    private static String base(String address) {
        return ending(MARK.matcher(address).replaceFirst(""));
    }

    private static String ending(String address) {
        return END.matcher(address).replaceFirst("");
    }
}
