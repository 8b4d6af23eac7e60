package loa.content;

import java.net.URI;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loa.article.Body;
import loa.article.Byline;
import loa.article.Candidate;
import loa.article.DateOrder;
import loa.article.Image;
import loa.article.ParsedArticle;
import loa.article.Sanitizer;
import loa.article.Text;
import loa.article.WebLink;
import loa.language.Phrase;
import loa.page.DateLike;
import loa.page.Images;
import loa.page.Selector;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/** One article's page while it is read: each part of the article with what on the page says so. */
final class ArticlePage {

    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_SUMMARY = 600;
    private static final Evaluator DECLARED_IMAGE = QueryParser.parse("img[itemprop~=(^|\\s)image(\\s|$)]");
    private static final Pattern NULL_BEFORE_TITLE = Pattern.compile("^null\\s+");

    private static final Phrase SIGNATURE = new Phrase("the article's last line", "dòng cuối bài viết");
    private static final int LONGEST_BYLINE = 80;

    private static final Phrase LABELLED = new Phrase("a line that names the author", "dòng ghi tên tác giả");
    private static final Phrase DETECTED = new Phrase("the text of the page", "phần chữ của trang");
    private static final Phrase PICTURE = new Phrase("the article's first picture", "ảnh đầu tiên trong bài");
    private static final Phrase LISTED = new Phrase("the listing", "trang danh sách");

    private final Document page;
    private final Instant fetched;
    private final Site site;
    private final ArticleSelectors selectors;
    private final Candidate candidate;
    private final Claims data;
    private final Optional<ToldBody> told;
    private final SiteMemory memory;
    private @Nullable Layout layout;
    /** Whether the page shows nothing of the article, and keeps it for its script. */
    private boolean isKept;

    private String lead = "";
    private @Nullable Element titleElement;
    private Byline outside = Byline.NONE;
    private final Map<Field, Phrase> evidence = new EnumMap<>(Field.class);

    ArticlePage(Document page, Instant fetched, Site site, SiteMemory memory, Candidate candidate, Claims data) {
        this.page = page;
        this.fetched = fetched;
        this.site = site;
        this.selectors = site.selectors();
        this.candidate = candidate;
        this.data = data;
        this.told = ToldBody.of(data.bodies());
        this.memory = memory;
    }

    Optional<Found<String>> title() {
        return selected(selectors.title())
                .or(() -> TitleFinder.find(page, layout(), data, candidate.title()))
                .map(found ->
                        found.map(title -> NULL_BEFORE_TITLE.matcher(title).replaceFirst("")))
                .filter(found -> !found.value().isEmpty());
    }

    Optional<Found<Element>> body(String title) {
        Selector given = selectors.body();
        if (given == null || selectors.author() == null || selectors.published() == null) {
            settleTitle(title);
        }
        return given == null
                ? detected(title)
                : selected(given.all(page)).map(element -> new Found<>(element, phrase(given)));
    }

    /** The article that the page shows, or tells machines, or keeps for its script. */
    private Optional<Found<Element>> detected(String title) {
        Optional<Found<Element>> shown = shown(title);
        if (told.isEmpty() || !told.get().exceeds(shown)) {
            return shown.or(() -> ToldBody.kept(page, title));
        }
        told.get().reveal(page);
        layout = null;
        Optional<Found<Element>> revealed = shown(title);
        return told.get().exceeds(revealed) ? Optional.of(told.get().found(page)) : revealed;
    }

    private Optional<Found<Element>> shown(String title) {
        return BodyFinder.find(layout(), isTitle(title)).map(region -> new Found<>(found(region, title), DETECTED));
    }

    /** Where the title stands on the page, and all else, as long as nothing is taken out of it. */
    private void settleTitle(String title) {
        titleElement = layout().blocks().stream()
                .filter(isTitle(title))
                .findFirst()
                .map(block -> block.region.element)
                .orElseGet(() -> page.selectFirst("h1"));
    }

    private Predicate<Block> isTitle(String title) {
        return TitleFinder.isShownAs(title, layout());
    }

    /** The page as it was when this was first asked for. */
    private Layout layout() {
        if (layout == null) {
            layout = Layout.of(page.body());
            layout.measure(memory::knows);
        }
        return layout;
    }

    private Element found(Region region, String title) {
        Predicate<Block> isTitle = isTitle(title);
        outside = OuterByline.behind(layout(), region).with(OuterByline.above(layout(), region, isTitle));
        List<String> descriptions =
                data.summaries().stream().map(Claims.Claim::value).toList();
        List<Block> leads =
                selectors.summary() == null ? LeadFinder.find(layout(), region, descriptions, isTitle) : List.of();
        lead = leads.stream().map(Block::text).collect(Collectors.joining(" "));
        return Trim.copy(layout(), region, isTitle, leads, told);
    }

    Optional<ReadArticle> reading(Found<String> title, Found<Element> content, URI link) {
        Element article = content.value();
        Images.settle(article);
        Noise.remove(article);
        Byline signature = SignatureReader.take(article);
        isKept = content.evidence() == ToldBody.STATE;
        Byline byline = byline(signature.clashesWith(outside) ? signature : signature.with(outside));
        @Nullable String summary = summary(article);
        boolean isIllustrated = Images.lead(article).isPresent();
        Optional<URI> image = image(article);
        if (!isIllustrated) {
            image.ifPresent(picture -> prepend(picture, article));
        }
        Body body = Sanitizer.clean(article);
        if (body.text().isEmpty() && !isIllustrated) {
            return Optional.empty();
        }
        evidence.put(Field.TITLE, title.evidence());
        evidence.put(Field.BODY, content.evidence());
        @Nullable Instant published = published();
        return Optional.of(new ReadArticle(
                new ParsedArticle(
                        site.source(),
                        site.identity().key(link),
                        link,
                        Text.cut(title.value(), LONGEST_TITLE),
                        summary,
                        body,
                        byline,
                        image.map(Image::at).orElse(null),
                        published,
                        candidate.categories()),
                evidence,
                published == null
                        ? null
                        : ClaimedDate.offset(data.dates(), published).orElse(null)));
    }

    private @Nullable Instant published() {
        return new PublishedFinder(page, fetched, site, this::order)
                .find(data, titleElement, candidate.published())
                .map(found -> noted(Field.PUBLISHED, found.value(), found.evidence()))
                .orElse(null);
    }

    /** Which number is the month in the dates of this page, of its article and of others. */
    private DateOrder order() {
        return DateOrder.of(layout().blocks().stream()
                .filter(block -> block.units() <= LONGEST_BYLINE && DateLike.isIn(block.text()))
                .map(Block::text));
    }

    private Optional<Element> selected(List<Element> selected) {
        if (selected.size() <= 1) {
            return selected.stream().findFirst();
        }
        Element together = page.body().appendElement("div");
        selected.stream()
                .filter(element -> element.parents().stream().noneMatch(selected::contains))
                .forEach(together::appendChild);
        return Optional.of(together);
    }

    private Byline byline(Byline signature) {
        if (selectors.author() != null) {
            return selected(selectors.author())
                    .map(found -> noted(Field.AUTHOR, Byline.read(found.value()), found.evidence()))
                    .orElse(signature);
        }
        Optional<Found<String>> person = Authors.persons(page, data, memory);
        if (person.isPresent()) {
            return noted(
                    Field.AUTHOR,
                    new Byline(person.get().value(), signature.credit()),
                    person.get().evidence());
        }
        if (!signature.equals(Byline.NONE)) {
            return noted(Field.AUTHOR, signature, SIGNATURE);
        }
        Optional<Byline> labelled = labelled();
        if (labelled.isPresent()) {
            return noted(Field.AUTHOR, labelled.get(), LABELLED);
        }
        return Authors.shown(page, data, memory)
                .or(() -> isKept ? Authors.kept(page) : Optional.empty())
                .or(() -> Authors.site(page, data, memory))
                .map(site -> noted(Field.AUTHOR, new Byline(site.value(), null), site.evidence()))
                .orElseGet(() -> Authors.credited(page));
    }

    /** The lead; where it stands outside the body, it is put before it, for readers see only the body. */
    private @Nullable String summary(Element article) {
        Optional<Found<String>> selected = selected(selectors.summary());
        selected.map(Found::value)
                .filter(text -> !Text.line(article.text()).contains(text))
                .ifPresent(
                        text -> article.prependChild(new Element("p").appendChild(new Element("strong").text(text))));
        return selected.or(() -> foundLead(article).map(text -> new Found<>(text, DETECTED)))
                .map(text -> noted(Field.SUMMARY, Text.cut(text.value(), LONGEST_SUMMARY), text.evidence()))
                .orElse(null);
    }

    /** A line, or a part of one that is set apart, that says who wrote the article. */
    private Optional<Byline> labelled() {
        return layout().blocks().stream()
                .filter(block -> block.units() <= LONGEST_BYLINE && !block.isLinked())
                .flatMap(block -> Stream.concat(
                        Stream.of(block.text()), block.nodes.stream().map(TextNode::getWholeText)))
                .flatMap(line -> Byline.labelled(line).stream())
                .findFirst();
    }

    private Optional<String> foundLead(Element article) {
        return lead.isEmpty() ? LeadFinder.find(article) : Optional.of(lead);
    }

    private Optional<URI> image(Element article) {
        Optional<Found<URI>> image = Images.lead(article)
                .map(address -> new Found<>(address, PICTURE))
                .or(() -> data.images().stream()
                        .filter(claim -> !Images.isNoArticlesPicture(claim.value()))
                        .flatMap(claim -> WebLink.resolve(page.location(), claim.value())
                                .map(address -> new Found<>(address, new Phrase(claim.where(), claim.where())))
                                .stream())
                        .findFirst())
                .or(this::declaredImage)
                .or(() -> Optional.ofNullable(candidate.image()).map(address -> new Found<>(address, LISTED)));
        return image.map(found -> noted(Field.IMAGE, found.value(), found.evidence()));
    }

    /** The picture outside of the text of which the markup says that it is the article's. */
    private Optional<Found<URI>> declaredImage() {
        return Optional.ofNullable(page.selectFirst(DECLARED_IMAGE))
                .flatMap(Images::lead)
                .filter(address -> !Images.isNoArticlesPicture(address.toString()))
                .map(address -> new Found<>(address, new Phrase("itemprop=image", "itemprop=image")));
    }

    private static void prepend(URI picture, Element article) {
        article.prependElement("p")
                .appendElement("img")
                .attr("src", picture.toString())
                .attr("alt", "");
    }

    private <T> T noted(Field field, T value, Phrase where) {
        evidence.put(field, where);
        return value;
    }

    private Optional<Found<String>> selected(@Nullable Selector selector) {
        return Optional.ofNullable(selector)
                .flatMap(given ->
                        given.first(page).map(element -> new Found<>(Text.line(element.text()), phrase(given))));
    }

    private static Phrase phrase(Selector selector) {
        return new Phrase("`" + selector + "`", "`" + selector + "`");
    }
}
