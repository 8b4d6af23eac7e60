package loa.content;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import loa.article.Candidate;
import loa.article.ParsedArticle;
import loa.article.Text;
import loa.page.Selector;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What to write in the place of the operator's selectors where they match nothing on articles' pages any more. Only what is
 * found without them is offered, on pages that have the title under which they are listed.
 */
public final class ArticleMending {

    private static final Pattern PLAIN = Pattern.compile("-?[A-Za-z_][A-Za-z_-]*\\d{0,2}");
    private static final int EDGE = 30;
    private static final int MOST_LEVELS = 3;

    private final List<ArticleOnPage> articles;

    private ArticleMending(List<ArticleOnPage> articles) {
        this.articles = articles;
    }

    /**
     * The line for feeds.yml, {@code article: {body: '.content'}}; empty if the selectors are not what is wrong, or nothing can
     * be offered with certainty.
     */
    public static Optional<String> line(Site site, List<ListedPage> pages) {
        Map<String, Function<ArticleMending, Optional<String>>> broken = new LinkedHashMap<>();
        if (isBroken(site.selectors().title(), pages)) {
            broken.put("title", ArticleMending::title);
        }
        if (isBroken(site.selectors().body(), pages)) {
            broken.put("body", ArticleMending::body);
        }
        List<ArticleOnPage> articles =
                pages.stream().flatMap(page -> article(site, page).stream()).toList();
        if (broken.isEmpty() || articles.isEmpty() || articles.size() < pages.size()) {
            return Optional.empty();
        }
        ArticleMending mending = new ArticleMending(articles);
        List<String> found = new ArrayList<>();
        broken.forEach((field, finder) ->
                finder.apply(mending).ifPresent(css -> found.add(field + ": '" + css.replace("'", "''") + "'")));
        return found.size() == broken.size()
                ? Optional.of("article: {" + String.join(", ", found) + "}")
                : Optional.empty();
    }

    private static boolean isBroken(@Nullable Selector selector, List<ListedPage> pages) {
        return selector != null
                && pages.stream()
                        .allMatch(page -> selector.first(page.document()).isEmpty());
    }

    private static Optional<ArticleOnPage> article(Site site, ListedPage page) {
        Site unaided = new Site(site.source(), site.identity(), site.zone(), ArticleSelectors.NONE);
        return new ArticleReader(unaided)
                .read(page.document().clone(), page.fetched(), page.candidate(), trouble -> {}, address -> Part.GONE)
                .filter(article ->
                        plain(article.title()).equals(plain(page.candidate().title())))
                .map(article -> new ArticleOnPage(page.document(), article));
    }

    private Optional<String> title() {
        return selector((element, article) -> plain(element.text()).equals(plain(article.title())));
    }

    /** The smallest element that has the text from its beginning to its end, and little else. */
    private Optional<String> body() {
        return selector((element, article) -> {
            String text = Text.line(element.text());
            String body = article.body().text();
            return text.contains(body.substring(0, Math.min(EDGE, body.length())))
                    && text.contains(body.substring(Math.max(0, body.length() - EDGE)))
                    && text.length() < body.length() * 5 / 4;
        });
    }

    /** The first selector that gives one element on each page, which is as wanted. */
    private Optional<String> selector(BiPredicate<Element, ParsedArticle> isWanted) {
        ArticleOnPage first = articles.get(0);
        return first.page.body().getAllElements().stream()
                .filter(element -> isWanted.test(element, first.article))
                .sorted((one, other) ->
                        Integer.compare(other.parents().size(), one.parents().size()))
                .limit(MOST_LEVELS)
                .flatMap(ArticleMending::selectors)
                .filter(css -> articles.stream().allMatch(one -> gives(css, one, isWanted)))
                .findFirst();
    }

    private static boolean gives(String css, ArticleOnPage one, BiPredicate<Element, ParsedArticle> isWanted) {
        List<Element> matches = one.page.select(css);
        return matches.size() == 1 && isWanted.test(matches.get(0), one.article);
    }

    /** From the most telling to the least: its class, its name, what stands around it, its tag alone. */
    private static Stream<String> selectors(Element element) {
        String tag = element.normalName();
        Element around = element.parent();
        return Stream.of(
                        names(element).map(name -> tag + "." + name),
                        ids(element),
                        around == null
                                ? Stream.<String>of()
                                : Stream.concat(names(around).map(name -> "." + name), ids(around))
                                        .map(css -> css + " > " + tag),
                        tag.equals("div") || tag.equals("body") ? Stream.<String>of() : Stream.of(tag))
                .flatMap(css -> css);
    }

    private static Stream<String> names(Element element) {
        return element.classNames().stream().filter(name -> PLAIN.matcher(name).matches());
    }

    private static Stream<String> ids(Element element) {
        return Stream.of(element.id()).filter(id -> PLAIN.matcher(id).matches()).map(id -> "#" + id);
    }

    private static String plain(String title) {
        return Text.line(title).toLowerCase(Locale.ROOT);
    }

    /** A page that a listing names. */
    public record ListedPage(Document document, Instant fetched, Candidate candidate) {}

    private record ArticleOnPage(Document page, ParsedArticle article) {}
}
