package loa.listing;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import loa.article.Text;
import loa.article.WebLink;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Puts what was found on a listing into selectors of classes and tags, never of places or numbers, so that they hold when
 * something else on the page changes.
 */
public final class SelectorFinder {

    private static final int FEWEST = 2;
    private static final int MOST_TRIED = 40;
    private static final Pattern NEXT = Pattern.compile("(?i)next|older|sau(?![a-z])|tiep|ke-?tiep|more|forward");
    private static final Pattern PLAIN = Pattern.compile("-?[A-Za-z_][A-Za-z_-]*\\d{0,2}");

    private final Document page;
    private final Listed listed;

    private SelectorFinder(Document page, Listed listed) {
        this.page = page;
        this.listed = listed;
    }

    public static FoundSelectors find(Document page, Listed listed) {
        SelectorFinder finder = new SelectorFinder(page, listed);
        Optional<String> item = finder.item();
        return new FoundSelectors(item, item.flatMap(ignored -> finder.link()), finder.next());
    }

    /** What matches all entries and nothing else: one selector, or several of which the first matches a list. */
    private Optional<String> item() {
        Set<Element> wanted = identities();
        listed.entries().forEach(entry -> wanted.add(entry.scope()));
        Set<Element> open = identities();
        open.addAll(wanted);
        List<String> chosen = new ArrayList<>();
        for (String css : itemSelectors()) {
            List<Element> matches = page.select(css);
            boolean enough = matches.size() >= FEWEST || !chosen.isEmpty();
            if (enough && wanted.containsAll(matches) && matches.stream().anyMatch(open::contains)) {
                chosen.add(css);
                matches.forEach(open::remove);
            }
        }
        return open.isEmpty() && !chosen.isEmpty() ? Optional.of(String.join(", ", chosen)) : Optional.empty();
    }

    private List<String> itemSelectors() {
        Set<String> selectors = new LinkedHashSet<>();
        listed.entries().stream().map(Listed.Entry::scope).forEach(scope -> selectors.addAll(selectors(scope)));
        return selectors.stream()
                .limit(MOST_TRIED)
                .sorted((one, other) ->
                        page.select(other).size() - page.select(one).size())
                .toList();
    }

    /** From the most telling to the least: its own class, the class around it. */
    private static List<String> selectors(Element element) {
        String tag = element.normalName();
        List<String> selectors = new ArrayList<>();
        kinds(element).forEach(kind -> selectors.add(tag + "." + kind));
        Element around = element.parent();
        String path = tag;
        for (int level = 0; level < FEWEST && around != null; level++, around = around.parent()) {
            String child = path;
            kinds(around).forEach(kind -> selectors.add("." + kind + " > " + child));
            if (PLAIN.matcher(around.id()).matches()) {
                selectors.add("#" + around.id() + " > " + child);
            }
            path = around.normalName() + " > " + path;
        }
        return selectors;
    }

    private static Stream<String> kinds(Element element) {
        return Arrays.stream(Shapes.names(element))
                .filter(name -> Shapes.isKind(name) && PLAIN.matcher(name).matches());
    }

    /** What leads to the article in each entry, and nowhere else. */
    private Optional<String> link() {
        Set<String> selectors = new LinkedHashSet<>();
        Stream<Listed.Entry> first = listed.entries().stream().limit(FEWEST);
        first.flatMap(SelectorFinder::links).forEach(link -> {
            kinds(link).forEach(kind -> selectors.add("a." + kind));
            Element around = link.parent();
            if (around != null) {
                kinds(around).forEach(kind -> selectors.add("." + kind + " > a"));
                selectors.add(around.normalName() + " > a");
            }
        });
        selectors.add("a");
        return selectors.stream()
                .filter(css -> listed.entries().stream().allMatch(entry -> leads(entry, css)))
                .findFirst();
    }

    /** The links to the article, those that say something first: not every article has a picture. */
    private static Stream<Element> links(Listed.Entry entry) {
        Stream<Element> telling = entry.scope().select("a[href]").stream()
                .filter(link -> !LinkTitle.saysNothing(Text.line(link.text()))
                        && address(link).equals(Optional.of(entry.address())));
        return Stream.concat(telling, Stream.of(entry.link()));
    }

    private static boolean leads(Listed.Entry entry, String css) {
        List<Element> links = entry.scope().select(css);
        return !links.isEmpty() && links.stream().allMatch(link -> address(link).equals(Optional.of(entry.address())));
    }

    private static Optional<URI> address(Element link) {
        return WebLink.resolve(link.baseUri(), link.attr("href")).map(WebLink::canonical);
    }

    /** What leads to the next page, if it may be told from what leads to others. */
    private Optional<String> next() {
        return listed.next()
                .flatMap(next -> nextSelectors(next.link())
                        .filter(css -> {
                            List<Element> links = page.select(css);
                            return !links.isEmpty()
                                    && links.stream()
                                            .allMatch(
                                                    link -> Paging.request(link).equals(Optional.of(next.request())));
                        })
                        .findFirst());
    }

    private static Stream<String> nextSelectors(Element link) {
        Element around = link.parent();
        String tag = link.normalName();
        String title = link.attr("title");
        String text = link.ownText();
        return Stream.of(
                        Stream.of("a[rel=next]", "link[rel=next]"),
                        kinds(link).filter(SelectorFinder::saysNext).map(kind -> tag + "." + kind),
                        around == null
                                ? Stream.<String>of()
                                : kinds(around).filter(SelectorFinder::saysNext).map(kind -> "." + kind + " > " + tag),
                        isQuotable(title) ? Stream.of(tag + "[title=\"" + title + "\"]") : Stream.<String>of(),
                        isQuotable(text) ? Stream.of(tag + ":containsOwn(" + text + ")") : Stream.<String>of())
                .flatMap(selectors -> selectors);
    }

    /** A class that says no direction may be the link's back, too, on later pages. */
    private static boolean saysNext(String kind) {
        return NEXT.matcher(kind).find();
    }

    /** A number is another link's on the next page. */
    private static boolean isQuotable(String text) {
        return !text.isBlank() && text.chars().noneMatch(c -> "\"()\\".indexOf(c) >= 0 || Character.isDigit(c));
    }

    private static Set<Element> identities() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }
}
