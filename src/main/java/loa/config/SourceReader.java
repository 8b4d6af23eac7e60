package loa.config;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import loa.article.Category;
import loa.article.DatePattern;
import loa.article.WebLink;
import loa.config.Node.Position;
import loa.config.Node.Scalar;
import loa.source.HtmlSourceSettings;
import loa.source.HtmlSourceSettings.ArticleSelectors;
import loa.source.HtmlSourceSettings.ListingSelectors;
import loa.source.Selector;
import org.jspecify.annotations.Nullable;

/** Reads one source of feeds.yml. */
final class SourceReader {

    private static final int MOST_PAGES = 100;
    private static final List<String> OTHER_KINDS = List.of("feed", "sitemap", "json", "folder");
    private static final String SELECTOR = "a CSS selector such as `.media-row h5 a`";
    private static final String SELECTOR_VI = "bộ chọn CSS như `.media-row h5 a`";

    private final Problems problems;
    private final ZoneId zone;
    private final URI own;
    private final Set<String> categories;

    /**
     * @param own this server's address, on which a source whose address begins with a slash is found
     */
    SourceReader(Problems problems, ZoneId zone, URI own, List<Category> categories) {
        this.problems = problems;
        this.zone = zone;
        this.own = own;
        this.categories = categories.stream().map(Category::name).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The source's settings; empty if problems leave none. */
    Optional<HtmlSourceSettings> read(String name, Section source) {
        for (String kind : OTHER_KINDS) {
            if (source.has(kind)) {
                problems.add(
                        source.at(kind),
                        "`%s` sources are not read by this version; write `html: https://portal.example.vn/`",
                        "phiên bản này chưa đọc nguồn loại `%s`; hãy viết `html: https://portal.example.vn/`",
                        kind);
                return Optional.empty();
            }
        }
        source.require("html", "https://portal.example.vn/");
        Optional<URI> root = root(source);
        Duration every = source.duration("every", Duration.ofSeconds(1)).orElse(HtmlSourceSettings.DEFAULT_EVERY);
        int pages = source.number("pages", 1, MOST_PAGES).orElse(1);
        Map<String, List<URI>> sections = sections(source, root.orElse(own));
        ListingSelectors listing = listing(source);
        ArticleSelectors article = article(source);
        source.refuseTheRest();
        return root.map(found -> new HtmlSourceSettings(name, found, every, pages, sections, listing, article, zone));
    }

    private Optional<URI> root(Section source) {
        boolean onThisServer = source.scalars("html", "a web address", "một địa chỉ web").stream()
                .anyMatch(scalar ->
                        scalar.text().startsWith("/") && !scalar.text().startsWith("//"));
        return onThisServer
                ? source.text("html").flatMap(path -> WebLink.resolve(own.toString(), path))
                : source.has("html") ? source.address("html") : Optional.empty();
    }

    private Map<String, List<URI>> sections(Section source, URI root) {
        Map<String, List<URI>> sections = new LinkedHashMap<>();
        if (source.has("category") == source.has("sections")) {
            problems.add(
                    source.at(),
                    "a source has either `category` or `sections`; write `category: %s`",
                    "mỗi nguồn có hoặc `category` hoặc `sections`; hãy viết `category: %s`",
                    categories.stream().findFirst().orElse("kinh-te"));
        }
        source.scalars("category", "the name of a category", "tên một chuyên mục")
                .forEach(category -> {
                    requireCategory(category.text(), category.at());
                    sections.put(category.text(), List.of(root));
                });
        source.section("sections")
                .ifPresent(section -> section.names().forEach((category, at) -> {
                    requireCategory(category, at);
                    List<URI> addresses = new ArrayList<>();
                    for (Scalar page : section.scalars(
                            category,
                            "a page such as `kinh-te/`, or a list",
                            "một trang như `kinh-te/` hoặc danh sách")) {
                        WebLink.resolve(root.toString(), page.text())
                                .ifPresentOrElse(
                                        addresses::add,
                                        () -> problems.add(
                                                page.at(),
                                                "`%s` is no page of a site; write its address, such as `kinh-te/`",
                                                "`%s` không phải địa chỉ trang; hãy viết địa chỉ, ví dụ `kinh-te/`",
                                                page.text()));
                    }
                    sections.put(category, addresses);
                }));
        return sections;
    }

    private void requireCategory(String name, Position at) {
        if (categories.contains(name)) {
            return;
        }
        Section.nearest(name, categories)
                .ifPresentOrElse(
                        near -> problems.add(
                                at,
                                "there is no category `%s`; did you mean `%s`?",
                                "không có chuyên mục `%s`; ý bạn là `%s`?",
                                name,
                                near),
                        () -> problems.add(
                                at,
                                "there is no category `%s`; add it to `categories`",
                                "không có chuyên mục `%s`; hãy thêm vào `categories`",
                                name));
    }

    private static ListingSelectors listing(Section source) {
        Optional<Section> section = source.section("listing");
        ListingSelectors selectors = new ListingSelectors(
                section.flatMap(listing -> selector(listing, "item")).orElse(null),
                section.flatMap(listing -> selector(listing, "link")).orElse(null),
                section.flatMap(listing -> selector(listing, "next")).orElse(null));
        section.ifPresent(Section::refuseTheRest);
        return selectors;
    }

    private static ArticleSelectors article(Section source) {
        Optional<Section> section = source.section("article");
        if (section.isEmpty()) {
            return new ArticleSelectors(null, null, null, null, null, null, List.of());
        }
        Section article = section.get();
        @Nullable DatePattern format = null;
        Optional<Selector> published;
        if (article.isSection("published")) {
            Section inner = article.section("published").orElseThrow();
            inner.require("select", "span.date");
            published = selector(inner, "select");
            format = inner.parsed(
                            "format",
                            "a date pattern such as `HH:mm dd/MM/yyyy`",
                            "mẫu ngày tháng như `HH:mm dd/MM/yyyy`",
                            DatePattern::of)
                    .orElse(null);
            inner.refuseTheRest();
        } else {
            published = selector(article, "published");
        }
        ArticleSelectors selectors = new ArticleSelectors(
                selector(article, "title").orElse(null),
                published.orElse(null),
                format,
                selector(article, "author").orElse(null),
                selector(article, "summary").orElse(null),
                selector(article, "body").orElse(null),
                article.parsedList("drop", SELECTOR, SELECTOR_VI, Selector::of));
        article.refuseTheRest();
        return selectors;
    }

    private static Optional<Selector> selector(Section section, String key) {
        return section.parsed(key, SELECTOR, SELECTOR_VI, Selector::of);
    }
}
