package loa.content;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import loa.article.Candidate;
import loa.article.ParsedArticle;
import loa.article.WebLink;
import loa.language.Phrase;
import loa.page.Named;
import loa.page.Selector;
import loa.page.Trouble;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads an article's page: what the operator's selectors give, and what they leave out found on the page. */
public final class ArticleReader {

    /** A path that can only be one article's: a slug of several words, or a number. */
    private static final Pattern ARTICLE_PATH = Pattern.compile("[^/]*(?:-[^/]*-|\\d{3})[^/]*/?$");

    /** What is looked for wherever it stands on a page: what it says for machines, and where it leads. */
    private static final Set<String> NAMES = Set.of("script", "meta", "link", "a");

    private static final int ENOUGH = 300;

    /** The share of an article's text that other pages do not show. */
    private static final double LEAST_LEFT = 0.25;

    private final Site site;
    private final ArticleSelectors selectors;
    private final SiteMemory memory;

    public ArticleReader(Site site) {
        this(site, SiteMemory.EMPTY);
    }

    /** Reads pages of a site of which this much is known. */
    public ArticleReader(Site site, SiteMemory memory) {
        this.site = site;
        this.memory = memory;
        this.selectors = site.selectors();
    }

    /** The article on this page, which is changed by reading; empty after reporting what it lacks. */
    public Optional<ParsedArticle> read(
            Document page,
            Instant fetched,
            Candidate candidate,
            Consumer<Trouble> troubles,
            Function<URI, Part> fetch) {
        return examine(page, fetched, candidate, troubles, (links, reader) -> Parts.each(page, links, fetch, reader))
                .map(ReadArticle::article);
    }

    /**
     * The article on this page, which is changed by reading, with its evidence; empty after reporting what it lacks.
     *
     * @param fetched when it was
     * @param parts of the article; if one is missing it is unread
     */
    public Optional<ReadArticle> examine(
            Document page, Instant fetched, Candidate candidate, Consumer<Trouble> troubles, FurtherParts parts) {
        selectors.drop().forEach(drop -> drop.all(page).forEach(Element::remove));
        Named named = Named.in(page, NAMES);
        Attempt attempt = attempt(page, Claims.of(named, page.location()), fetched, candidate);
        Optional<Found<String>> title = attempt.title;
        Optional<Found<Element>> body = attempt.body;
        if (title.isEmpty() || body.isEmpty()) {
            troubles.accept(
                    new Trouble(candidate.link(), missing(title.isEmpty() ? selectors.title() : selectors.body())));
            return Optional.empty();
        }
        boolean isWhole = parts.each(
                named,
                part -> new ArticlePage(part, fetched, site, attempt.memory, candidate, Claims.of(part))
                        .body(title.get().value())
                        .ifPresent(more -> Parts.join(body.get().value(), more.value())));
        if (!isWhole) {
            return Optional.empty();
        }
        Optional<ReadArticle> reading = attempt.page.reading(title.get(), body.get(), link(page, named, candidate));
        if (reading.isEmpty()) {
            troubles.accept(new Trouble(candidate.link(), missing(selectors.body())));
        }
        return reading;
    }

    /** Without what other pages show, too, unless next to nothing is left then: notices may all say the same. */
    private Attempt attempt(Document page, Claims data, Instant fetched, Candidate candidate) {
        Attempt remembered = Attempt.of(new ArticlePage(page, fetched, site, memory, candidate, data), memory);
        if (memory == SiteMemory.EMPTY || selectors.body() != null || remembered.length() >= ENOUGH) {
            return remembered;
        }
        Attempt alone =
                Attempt.of(new ArticlePage(page, fetched, site, SiteMemory.EMPTY, candidate, data), SiteMemory.EMPTY);
        return remembered.length() < LEAST_LEFT * alone.length() ? alone : remembered;
    }

    /** The address that the page gives itself, where it differs from the candidate's only in its query. */
    private static URI link(Document page, Named named, Candidate candidate) {
        return named.all("link")
                .filter(link -> link.attr("rel").strip().equalsIgnoreCase("canonical"))
                .flatMap(link -> WebLink.resolve(page.location(), link.attr("href")).stream())
                .filter(canonical -> canonical
                                .getRawAuthority()
                                .equals(candidate.link().getRawAuthority())
                        && canonical.getRawPath().equals(candidate.link().getRawPath())
                        && ARTICLE_PATH.matcher(canonical.getRawPath()).find())
                .findFirst()
                .map(WebLink::canonical)
                .orElse(candidate.link());
    }

    private static Phrase missing(@Nullable Selector selector) {
        return selector == null
                ? new Phrase(
                        "no article is found on this page; give `article` selectors",
                        "không tìm thấy bài viết trên trang này; hãy khai báo các bộ chọn `article`")
                : Phrase.of(
                        "`%s` matches nothing on this page; check `article`",
                        "`%s` không khớp với gì trên trang này; hãy kiểm tra mục `article`", selector);
    }

    /** The pages that go on with an article. */
    public interface FurtherParts {

        /** Gives each to the reader, to which a page with these links leads; false if one of them is missing. */
        boolean each(Named links, Consumer<Document> reader);
    }

    /** What is found on a page when this much is known of its site. */
    private record Attempt(
            ArticlePage page, SiteMemory memory, Optional<Found<String>> title, Optional<Found<Element>> body) {

        static Attempt of(ArticlePage page, SiteMemory memory) {
            Optional<Found<String>> title = page.title();
            return new Attempt(page, memory, title, title.flatMap(found -> page.body(found.value())));
        }

        int length() {
            return body.map(found -> found.value().text().length()).orElse(0);
        }
    }
}
