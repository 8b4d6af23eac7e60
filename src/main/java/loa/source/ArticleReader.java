package loa.source;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import loa.article.ParsedArticle;
import loa.article.WebLink;
import loa.language.Phrase;
import loa.source.HtmlSourceSettings.ArticleSelectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads an article's page: what the operator's selectors give, and what they leave out found on the page. */
final class ArticleReader {

    /** A path that can only be one article's: a slug of several words, or a number. */
    private static final Pattern ARTICLE_PATH = Pattern.compile("[^/]*(?:-[^/]*-|\\d{3})[^/]*/?$");

    private final HtmlSourceSettings settings;
    private final ArticleSelectors selectors;
    private final SiteMemory memory;

    ArticleReader(HtmlSourceSettings settings) {
        this(settings, SiteMemory.EMPTY);
    }

    /** Reads pages of a site of which this much is known. */
    ArticleReader(HtmlSourceSettings settings, SiteMemory memory) {
        this.settings = settings;
        this.memory = memory;
        this.selectors = settings.article();
    }

    /** The article on this page, which is changed by reading; empty after reporting what it lacks. */
    Optional<ParsedArticle> read(
            Document page,
            Instant fetched,
            Candidate candidate,
            Consumer<Trouble> troubles,
            Function<URI, Optional<Document>> fetch) {
        return examine(page, fetched, candidate, troubles, fetch).map(ReadArticle::article);
    }

    /**
     * The article on this page, which is changed by reading, with its evidence; empty after reporting what it lacks.
     *
     * @param fetched when it was
     * @param fetch gives the page's further parts
     */
    Optional<ReadArticle> examine(
            Document page,
            Instant fetched,
            Candidate candidate,
            Consumer<Trouble> troubles,
            Function<URI, Optional<Document>> fetch) {
        selectors.drop().forEach(drop -> drop.all(page).forEach(Element::remove));
        ArticlePage read = new ArticlePage(page, fetched, settings, memory, candidate);
        Optional<Found<String>> title = read.title();
        Optional<Found<Element>> body = title.flatMap(found -> read.body(found.value()));
        if (title.isEmpty() || body.isEmpty()) {
            troubles.accept(
                    new Trouble(candidate.link(), missing(title.isEmpty() ? selectors.title() : selectors.body())));
            return Optional.empty();
        }
        for (Document part : Parts.after(page, fetch)) {
            new ArticlePage(part, fetched, settings, memory, candidate)
                    .body(title.get().value())
                    .ifPresent(more -> Parts.join(body.get().value(), more.value()));
        }
        Optional<ReadArticle> reading = read.reading(title.get(), body.get(), link(page, candidate));
        if (reading.isEmpty()) {
            troubles.accept(new Trouble(candidate.link(), missing(selectors.body())));
        }
        return reading;
    }

    /** The address that the page gives itself, where it differs from the candidate's only in its query. */
    private static URI link(Document page, Candidate candidate) {
        return page.select("link[rel=canonical][href]").stream()
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
}
