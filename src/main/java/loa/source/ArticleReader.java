package loa.source;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import loa.article.Body;
import loa.article.Byline;
import loa.article.DateReader;
import loa.article.Image;
import loa.article.ParsedArticle;
import loa.article.Sanitizer;
import loa.article.Text;
import loa.article.WebLink;
import loa.language.Phrase;
import loa.source.HtmlSourceSettings.ArticleSelectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads an article's page: what the operator's selectors give, and what they leave out found on the page. */
final class ArticleReader {

    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_SUMMARY = 600;
    private static final Pattern NULL_BEFORE_TITLE = Pattern.compile("^null\\s+");

    /** A path that can only be one article's: a slug of several words, or a number. */
    private static final Pattern ARTICLE_PATH = Pattern.compile("[^/]*(?:-[^/]*-|\\d{3})[^/]*/?$");

    private final HtmlSourceSettings settings;
    private final ArticleSelectors selectors;

    ArticleReader(HtmlSourceSettings settings) {
        this.settings = settings;
        this.selectors = settings.article();
    }

    /** The article on this page, which is changed by reading; empty after reporting what it lacks. */
    Optional<ParsedArticle> read(Document page, Candidate candidate, Consumer<Trouble> troubles) {
        selectors.drop().forEach(drop -> drop.all(page).forEach(Element::remove));
        URI link = link(page, candidate);
        String title = title(page, candidate);
        @Nullable Instant published = published(page).orElse(candidate.published());
        Optional<Element> content = content(page);
        if (title.isEmpty() || content.isEmpty()) {
            troubles.accept(
                    new Trouble(candidate.link(), missing(title.isEmpty() ? selectors.title() : selectors.body())));
            return Optional.empty();
        }

        Element article = content.get();
        Noise.remove(article);
        Images.settle(article);
        Byline byline = byline(page, SignatureReader.take(article));
        @Nullable String summary = summary(page, article);
        Optional<URI> picture = Images.lead(article);
        if (picture.isEmpty() && candidate.image() != null) {
            prepend(candidate.image(), article);
        }
        Body body = Sanitizer.clean(article);
        if (body.text().isEmpty() && picture.isEmpty()) {
            troubles.accept(new Trouble(candidate.link(), missing(selectors.body())));
            return Optional.empty();
        }
        return Optional.of(new ParsedArticle(
                settings.name(),
                settings.identity().key(link),
                link,
                title,
                summary,
                body,
                byline,
                picture.or(() -> Optional.ofNullable(candidate.image()))
                        .map(Image::at)
                        .orElse(null),
                published,
                candidate.categories()));
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

    private String title(Document page, Candidate candidate) {
        Optional<String> selected = Optional.ofNullable(selectors.title())
                .flatMap(selector -> selector.first(page))
                .map(Element::text);
        return selected.or(() -> page.select("h1").stream().map(Element::text).findFirst())
                .map(Text::line)
                .map(title -> NULL_BEFORE_TITLE.matcher(title).replaceFirst(""))
                .filter(title -> !title.isEmpty())
                .map(title -> Text.cut(title, LONGEST_TITLE))
                .orElse(candidate.title());
    }

    private Optional<Instant> published(Document page) {
        if (selectors.published() == null) {
            return DateFinder.find(page, settings.zone());
        }
        return selectors.published().all(page).stream()
                .flatMap(element -> date(element).stream())
                .findFirst();
    }

    private Optional<Instant> date(Element element) {
        Optional<Instant> formatted =
                Optional.ofNullable(selectors.format()).flatMap(format -> format.read(element.text(), settings.zone()));
        return formatted
                .or(() -> DateReader.read(element.attr("datetime"), settings.zone()))
                .or(() -> DateReader.read(element.text(), settings.zone()));
    }

    private Optional<Element> content(Document page) {
        if (selectors.body() == null) {
            return BodyFinder.find(page);
        }
        List<Element> selected = selectors.body().all(page);
        if (selected.size() <= 1) {
            return selected.stream().findFirst();
        }
        Element together = page.body().appendElement("div");
        selected.stream()
                .filter(element -> element.parents().stream().noneMatch(selected::contains))
                .forEach(together::appendChild);
        return Optional.of(together);
    }

    private Byline byline(Document page, Byline signature) {
        return Optional.ofNullable(selectors.author())
                .flatMap(selector -> selector.first(page))
                .map(element -> Byline.read(element.text()))
                .orElse(signature);
    }

    /** The lead; where it stands outside the body, it is put before it, for readers see only the body. */
    private @Nullable String summary(Document page, Element article) {
        Optional<String> selected = Optional.ofNullable(selectors.summary())
                .flatMap(selector -> selector.first(page))
                .map(lead -> Text.line(lead.text()));
        selected.filter(lead -> !Text.line(article.text()).contains(lead))
                .ifPresent(
                        lead -> article.prependChild(new Element("p").appendChild(new Element("strong").text(lead))));
        return selected.or(() -> LeadFinder.find(article))
                .map(lead -> Text.cut(lead, LONGEST_SUMMARY))
                .orElse(null);
    }

    /** Puts a picture that only the listing shows before the body, for some readers show no other. */
    private static void prepend(URI picture, Element article) {
        article.prependElement("p")
                .appendElement("img")
                .attr("src", picture.toString())
                .attr("alt", "");
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
