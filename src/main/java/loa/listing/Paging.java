package loa.listing;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import loa.article.WebLink;
import loa.page.DateLike;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** Finds the page that follows in a listing, in whatever form the portal leads to it. */
final class Paging {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Evaluator REL =
            QueryParser.parse("a[rel~=(?i)(^|\\s)next(\\s|$)], link[rel~=(?i)(^|\\s)next(\\s|$)]");
    private static final Evaluator PRESSED =
            QueryParser.parse("a[href], a[onclick], button, input[type=submit], input[type=button], input[type=image]");
    private static final Evaluator LINK = QueryParser.parse("a[href]");
    private static final Evaluator CALENDAR = QueryParser.parse("[class*=calendar], [id*=calendar], [class*=Calendar]");

    /** One step forward; a double arrow is the last page wherever there is a single one too. */
    private static final Pattern STEP = Pattern.compile(
            "(?:trang )?(?:sau|tiếp|tiếp theo|kế|kế tiếp)|next(?: page| posts?| entries)?|older(?: posts?| entries| news)?|[›>→]|-->?"
                    + "|(?:(?:các )?(?:tin|bài|bài viết|bài đăng|tin tức) )?cũ hơn|(?:tin|bài|bài viết|tin tức) tiếp theo"
                    + "|weiter|nächste(?: seite)?|ältere(?: .{1,20})?|(?:page )?suivante?|articles plus anciens|(?:página )?siguiente"
                    + "|entradas antiguas|próxima(?: página)?|(?:pagina )?successiva|avanti|volgende(?: pagina)?|nästa(?: sida)?|neste(?: side)?"
                    + "|næste(?: side)?|seuraava|następna(?: strona)?|další|следующая(?: страница)?|далее|次へ|次のページ|下一页|下一頁|다음",
            FLAGS);

    private static final Pattern DOUBLE = Pattern.compile("»|>>|››");
    private static final Pattern MORE = Pattern.compile(
            "(?:xem|tải|hiển thị) (?:thêm|tiếp)(?: tin| bài| bài viết| tin tức| tin bài)?|xem tiếp|load more|show more|more(?: posts| news)?",
            FLAGS);

    /** What stands around a page's number, and before it for those who do not see the page. */
    private static final Pattern BRACKETS = Pattern.compile(
            "^[\\s\\[(]+|[\\s\\])]+$|^(?:trang(?: số)?|page|seite|página|pagina|strona)\\s*(?=\\d)", FLAGS);
    /** Where pages keep the address that a script loads. */
    private static final List<String> SCRIPTED = List.of("data-url", "data-href", "data-next", "data-next-url");

    private static final Pattern NUMBERED = Pattern.compile("[=/_-]\\d{1,4}(?:\\D|$)");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Set<String> CURRENT = Set.of("current", "active", "selected", "currentpage", "pagecurrent");
    private static final int HIGHEST = 99_999;
    private static final int LONGEST_PAGER = 120;
    private static final int CONTEXT_LEVELS = 4;
    private static final int MOST_NUMBERS = 40;
    private static final int SHORTEST_HEADLINE = 15;

    private Paging() {}

    /** The next page, and how it was found. */
    static Optional<Next> next(Document page) {
        List<Pressed> pressed = page.select(PRESSED).stream()
                .map(Pressed::of)
                .filter(link -> !link.labels().isEmpty())
                .toList();
        return first(page.select(REL).stream(), page, Evidence.REL_NEXT)
                .or(() -> first(saying(pressed, STEP), page, Evidence.NEXT_WORD))
                .or(() -> number(pressed, page))
                .or(() -> first(saying(pressed, DOUBLE), page, Evidence.NEXT_WORD))
                .or(() ->
                        first(saying(pressed, MORE).filter(link -> isSamePage(link, page)), page, Evidence.NEXT_WORD));
    }

    /** Where a link that was given leads, whatever it says. */
    static Optional<PageRequest> request(Element link) {
        return Postback.of(link).or(() -> isButton(link) ? Postback.ofButton(link) : address(link));
    }

    private static boolean isButton(Element link) {
        return link.normalName().equals("input");
    }

    private static Optional<PageRequest> address(Element link) {
        return Stream.of(Stream.of("href"), SCRIPTED.stream())
                .flatMap(attributes -> attributes)
                .flatMap(attribute -> address(link, attribute).stream())
                .map(Paging::withoutFragment)
                .map(PageRequest::of)
                .findFirst();
    }

    private static Optional<URI> address(Element link, String attribute) {
        String address = link.attr(attribute);
        return address.isBlank() || address.startsWith("#")
                ? Optional.empty()
                : WebLink.resolve(link.baseUri(), address);
    }

    private static Optional<Next> first(Stream<Element> links, Document page, Evidence evidence) {
        return links.filter(link -> !isOff(link) && !isInCalendar(link))
                .flatMap(link -> request(link).filter(request -> leadsOn(request, page)).stream()
                        .map(request -> new Next(request, link, request.isForm() ? Evidence.POSTBACK : evidence)))
                .findFirst();
    }

    /** Another page of the same site, or a form. */
    private static boolean leadsOn(PageRequest request, Document page) {
        URI address = request.address();
        return request.isForm()
                || WebLink.resolve(page.location(), page.location())
                        .filter(self -> self.getHost().equals(address.getHost())
                                && !WebLink.canonical(self).equals(WebLink.canonical(address)))
                        .isPresent();
    }

    private static boolean isOff(Element link) {
        Element parent = link.parent();
        return link.hasAttr("disabled")
                || link.hasClass("disabled")
                || link.hasClass("aspNetDisabled")
                || (parent != null && parent.hasClass("disabled"));
    }

    private static boolean isInCalendar(Element link) {
        for (Element at = link; at != null; at = at.parent()) {
            if (at.is(CALENDAR)) {
                return true;
            }
        }
        return false;
    }

    private static Stream<Element> saying(List<Pressed> links, Pattern words) {
        return links.stream()
                .filter(link -> link.labels().stream()
                        .anyMatch(label -> words.matcher(label).matches()))
                .map(Pressed::element);
    }

    /**
     * A link "more" may lead anywhere; it is the next page if it leads to this address with something changed, or nowhere, so
     * that a script has to load what is numbered here.
     */
    private static boolean isSamePage(Element link, Document page) {
        boolean isScripted = address(link, "href").isEmpty();
        return request(link)
                .filter(request -> request.isForm()
                        || isVariant(request.address().toString(), page.location())
                        || (isScripted
                                && NUMBERED.matcher(request.address().toString())
                                        .find()))
                .isPresent();
    }

    private static boolean isVariant(String address, String self) {
        String base = self.replaceFirst("[?#].*$", "")
                .replaceFirst("(?:/|\\.\\w{2,5})$", "")
                .replaceFirst("(?i)[/_-](?:page|trang|p)?[/_-]?\\d{1,4}$", "");
        String rest = address.startsWith(base) ? address.substring(base.length()) : "";
        return rest.matches(".*\\d.*");
    }

    /** The link whose number is one more than the number that stands among the numbers and is no link. */
    private static Optional<Next> number(List<Pressed> pressed, Document page) {
        Set<Optional<PageRequest>> articles = page.select(LINK).stream()
                .filter(link -> link.text().length() >= SHORTEST_HEADLINE)
                .map(Paging::address)
                .collect(Collectors.toSet());
        List<Element> numbered = pressed.stream()
                .filter(link -> number(link.labels().get(0)).isPresent())
                .map(Pressed::element)
                .filter(link -> !isInCalendar(link) && !isCount(link, articles))
                .toList();
        List<Element> pager = new ArrayList<>(numbered);
        pager.removeIf(Paging::isCurrent);
        int current = numbered.stream()
                .filter(Paging::isCurrent)
                .map(link -> number(Pressed.label(link)))
                .findFirst()
                .orElseGet(() -> current(pager, page))
                .orElse(1);
        return first(
                pager.stream().filter(link -> number(Pressed.label(link)).equals(OptionalInt.of(current + 1))),
                page,
                Evidence.NUMBERS);
    }

    /** Whether it leads to what a headline leads to: how many comments there are. */
    private static boolean isCount(Element link, Set<Optional<PageRequest>> articles) {
        Optional<PageRequest> address = address(link);
        return address.isPresent() && articles.contains(address);
    }

    /** The number beside the links that is no link itself, or the one whose link leads here. */
    private static OptionalInt current(List<Element> pager, Document page) {
        Set<Integer> linked = new TreeSet<>();
        pager.forEach(link -> number(Pressed.label(link)).ifPresent(linked::add));
        OptionalInt here = pager.stream()
                .filter(link ->
                        address(link).filter(request -> !leadsOn(request, page)).isPresent())
                .findFirst()
                .map(link -> number(Pressed.label(link)))
                .orElse(OptionalInt.empty());
        return here.isPresent()
                ? here
                : pager.stream()
                        .limit(MOST_NUMBERS)
                        .flatMapToInt(link -> plainNumber(link, linked).stream())
                        .findFirst();
    }

    private static OptionalInt plainNumber(Element link, Set<Integer> linked) {
        Element around = link.parent();
        for (int level = 0; level < CONTEXT_LEVELS && around != null; level++, around = around.parent()) {
            String text = around.text();
            if (text.length() > LONGEST_PAGER || DateLike.isIn(text)) {
                break;
            }
            OptionalInt number = around.selectNodes("::text", TextNode.class).stream()
                    .flatMapToInt(line -> numbers(line.getWholeText()))
                    .filter(found -> !linked.contains(found) && isBeside(found, linked))
                    .findFirst();
            if (number.isPresent()) {
                return number;
            }
        }
        return OptionalInt.empty();
    }

    private static IntStream numbers(String text) {
        return DIGITS.matcher(text).results().flatMapToInt(digits -> number(digits.group()).stream());
    }

    private static boolean isBeside(int number, Set<Integer> linked) {
        return linked.contains(number + 1) || linked.contains(number - 1);
    }

    private static boolean isCurrent(Element link) {
        Element parent = link.parent();
        return Stream.concat(link.classNames().stream(), parent == null ? Stream.of() : parent.classNames().stream())
                        .anyMatch(name ->
                                CURRENT.contains(name.toLowerCase(Locale.ROOT).replace("-", "")))
                || link.hasAttr("aria-current");
    }

    private static OptionalInt number(String label) {
        String text = BRACKETS.matcher(label.strip()).replaceAll("");
        return text.length() <= 5 && DIGITS.matcher(text).matches() && Integer.parseInt(text) <= HIGHEST
                ? OptionalInt.of(Integer.parseInt(text))
                : OptionalInt.empty();
    }

    private static URI withoutFragment(URI address) {
        return URI.create(address.toString().split("#", 2)[0]);
    }

    /** The request for the next page, the link that leads there, and how it was found. */
    record Next(PageRequest request, Element link, Evidence evidence) {}
}
