package loa.config;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import loa.article.Category;
import loa.article.DatePattern;
import loa.article.WebLink;
import loa.config.Node.Position;
import loa.content.ArticleSelectors;
import loa.listing.ListingSelectors;
import loa.page.Selector;
import loa.source.HtmlSourceSettings;
import loa.source.SourceSettings;
import org.jspecify.annotations.Nullable;

/** Reads one source of feeds.yml. */
final class SourceReader {

    private static final int MOST_PAGES = 100;
    private static final Kind<Duration> EVERY = Kind.duration(Duration.ofSeconds(1), Duration.ofDays(365), "15m");
    private static final Kind<Duration> WITHDRAW_AFTER =
            Kind.duration(Duration.ofMinutes(1), Duration.ofDays(365), "1h");
    private static final Kind<Boolean> ROBOTS = Kind.of(
            "`ignore` if the portal is your own, or `obey`",
            "`ignore` nếu là cổng của chính bạn, hoặc `obey`",
            text -> switch (text) {
                case "obey" -> true;
                case "ignore" -> false;
                default -> throw new IllegalArgumentException(text);
            });
    private static final List<String> OTHER_KINDS = List.of("feed", "sitemap", "json", "folder");
    private static final String SITE = "https://portal.example.vn/";

    private final Problems problems;
    private final ZoneId zone;
    private final @Nullable URI sample;
    private final List<Category> categories;
    private final Set<URI> withoutRobots = new HashSet<>();

    /**
     * A reader of sources.
     *
     * @param sample the address of this server if it serves the sample newsroom: {@code /sample/} is found there
     */
    SourceReader(Problems problems, ZoneId zone, @Nullable URI sample, List<Category> categories) {
        this.problems = problems;
        this.zone = zone;
        this.sample = sample;
        this.categories = categories;
    }

    /** The source's settings; empty if problems leave none. */
    Optional<SourceSettings> read(String name, Section source) {
        Optional<String> other = OTHER_KINDS.stream().filter(source::has).findFirst();
        if (other.isPresent()) {
            problems.add(
                    source.keyAt(other.get()),
                    "this version does not read sources of the kind `%s`; write `html: %s` instead",
                    "phiên bản này chưa đọc được nguồn loại `%s`; thay vào đó hãy viết `html: %s`",
                    other.get(),
                    SITE);
            return Optional.empty();
        }
        source.require("html", SITE);
        Optional<URI> root = source.value("html", new Kind<>(Kind.WEBSITE.words(), this::site));
        List<URI> wasAt = source.values("was-at", Kind.WEBSITE);
        Duration every = source.value("every", EVERY).orElse(SourceSettings.DEFAULT_EVERY);
        boolean robots = source.value("robots", ROBOTS).orElse(true);
        int pages = source.value("pages", Kind.number(1, MOST_PAGES)).orElse(1);
        Map<String, List<URI>> sections = sections(source, root.orElse(URI.create(SITE)));
        ListingSelectors listing = listing(source);
        ArticleSelectors article = article(source);
        Duration withdrawAfter =
                source.value("withdraw-after", WITHDRAW_AFTER).orElse(SourceSettings.DEFAULT_WITHDRAW_AFTER);
        source.refuseTheRest();
        if (!robots) {
            root.ifPresent(withoutRobots::add);
            sections.values().forEach(withoutRobots::addAll);
        }
        return root.map(found -> new HtmlSourceSettings(
                name, found, wasAt, every, pages, sections, listing, article, withdrawAfter, zone));
    }

    /** The sites of those sources read so far that are collected whatever robots.txt says. */
    Set<URI> withoutRobots() {
        return withoutRobots;
    }

    /** The address of the site; a path is one on this server. */
    private URI site(String text) {
        return sample != null && text.matches("/(?!/).*")
                ? WebLink.resolve(sample.toString(), text).orElseThrow(IllegalArgumentException::new)
                : Kind.WEBSITE.reading().apply(text);
    }

    private Map<String, List<URI>> sections(Section source, URI root) {
        Map<String, List<URI>> sections = new LinkedHashMap<>();
        requireOneOfTwo(source);
        source.value(
                        "category",
                        Kind.of(
                                "the name of a category, such as `" + exampleCategory() + "`",
                                "tên một chuyên mục, ví dụ `" + exampleCategory() + "`",
                                name -> name))
                .ifPresent(name -> {
                    requireCategory(name, source.valueAt("category"));
                    sections.put(name, List.of(root));
                });
        Kind<URI> page = Kind.of(
                "the address of a page, such as `kinh-te/`, or a list of them",
                "địa chỉ trang, ví dụ `kinh-te/`, hoặc một danh sách",
                address -> WebLink.resolve(root.toString(), address).orElseThrow(IllegalArgumentException::new));
        Section given = source.section("sections", exampleCategory() + ": kinh-te/");
        for (String name : given.names()) {
            requireCategory(name, given.keyAt(name));
            sections.put(name, given.someValues(name, page));
        }
        return sections;
    }

    private void requireOneOfTwo(Section source) {
        if (!source.has("category") && !source.has("sections")) {
            problems.add(
                    source.at(),
                    "`sections` is missing; add `sections:` with a page for each category, or the line `category: %s`",
                    "thiếu `sections`; hãy thêm `sections:` với trang của từng chuyên mục, hoặc dòng `category: %s`",
                    exampleCategory());
        } else if (source.has("category") && source.has("sections")) {
            problems.add(
                    Collections.max(List.of(source.keyAt("category"), source.keyAt("sections"))),
                    "a source has either `category` or `sections`; delete one of the two",
                    "mỗi nguồn chỉ có `category` hoặc `sections`; hãy xóa một trong hai");
        }
    }

    private String exampleCategory() {
        return categories.isEmpty() ? "kinh-te" : categories.get(0).name();
    }

    private void requireCategory(String name, Position at) {
        List<String> names = categories.stream().map(Category::name).toList();
        if (names.isEmpty() || names.contains(name)) {
            return; // without categories there is one problem already
        }
        Optional<String> titled = categories.stream()
                .filter(category -> Suggestion.name(category.title()).equals(Suggestion.name(name)))
                .map(Category::name)
                .findFirst();
        Optional<String> meant = titled.or(() -> Suggestion.nearest(name, names));
        if (meant.isPresent()) {
            problems.add(
                    at,
                    "there is no category `%s`; did you mean `%s`?",
                    "không có chuyên mục `%s`; có phải ý bạn là `%s`?",
                    name,
                    meant.get());
        } else {
            problems.add(
                    at,
                    "there is no category `%s`; add it to `categories`, or write `%s`",
                    "không có chuyên mục `%s`; hãy thêm vào `categories`, hoặc viết `%s`",
                    name,
                    exampleCategory());
        }
    }

    private static ListingSelectors listing(Section source) {
        Section listing = source.section("listing", "item: .media-row");
        ListingSelectors selectors = new ListingSelectors(
                listing.value("item", Kind.SELECTOR).orElse(null),
                listing.value("link", Kind.SELECTOR).orElse(null),
                listing.value("next", Kind.SELECTOR).orElse(null));
        listing.refuseTheRest();
        return selectors;
    }

    private static ArticleSelectors article(Section source) {
        Section article = source.section("article", "body: .noidung");
        Optional<Selector> title = article.value("title", Kind.SELECTOR);
        Optional<Selector> published;
        Optional<DatePattern> format = Optional.empty();
        if (article.isSection("published")) {
            Section inner = article.section("published", "select: span.date");
            inner.require("select", "span.date");
            published = inner.value("select", Kind.SELECTOR);
            format = inner.value("format", Kind.DATE_PATTERN);
            inner.refuseTheRest();
        } else {
            published = article.value("published", Kind.SELECTOR);
        }
        ArticleSelectors selectors = new ArticleSelectors(
                title.orElse(null),
                published.orElse(null),
                format.orElse(null),
                article.value("author", Kind.SELECTOR).orElse(null),
                article.value("summary", Kind.SELECTOR).orElse(null),
                article.value("body", Kind.SELECTOR).orElse(null),
                article.values("drop", Kind.SELECTOR));
        article.refuseTheRest();
        return selectors;
    }
}
