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
import loa.article.WebLink;
import loa.content.ArticleSelectors;
import loa.listing.ListingSelectors;
import loa.source.HtmlSourceSettings;
import loa.source.SourceSettings;
import org.jspecify.annotations.Nullable;

/** Reads one source of feeds.yml. */
final class SourceReader {

    static final int MOST_PAGES = 100;

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

    private final Problems problems;
    private final ZoneId zone;
    private final @Nullable URI sample;
    private final CategoryNames categories;
    private final EntrySourceReader entries;
    private final Set<URI> withoutRobots = new HashSet<>();

    /**
     * A reader of sources.
     *
     * @param own the address of this server for its readers
     * @param sample the address of this server if it serves the sample newsroom: {@code /sample/} is found there
     */
    SourceReader(Problems problems, ZoneId zone, URI own, @Nullable URI sample, List<Category> categories) {
        this.problems = problems;
        this.zone = zone;
        this.sample = sample;
        this.categories = new CategoryNames(problems, categories);
        this.entries = new EntrySourceReader(problems, zone, own, this.categories);
    }

    /** The source's settings; empty if problems leave none. */
    Optional<SourceSettings> read(String name, Section source) {
        List<SourceKind> kinds = SourceKind.all(source);
        SourceKind kind = kinds.isEmpty() ? SourceKind.HTML : kinds.get(0);
        source.require(kind.key(), kind.example());
        kinds.stream()
                .skip(1)
                .forEach(other -> source.refuse(
                        other.key(),
                        "a source is either `%s` or `%s`; delete one of the two, or make it a source of its own",
                        "mỗi nguồn chỉ là `%s` hoặc `%s`; hãy xóa một trong hai, hoặc tách thành nguồn riêng",
                        kind.key(),
                        other.key()));
        Duration every = source.value("every", EVERY).orElse(SourceSettings.DEFAULT_EVERY);
        kind.refuseOthers(source);
        boolean robots =
                kind == SourceKind.FOLDER || source.value("robots", ROBOTS).orElse(true);
        Duration withdrawAfter = kind == SourceKind.FOLDER
                ? SourceSettings.NEVER
                : source.value("withdraw-after", WITHDRAW_AFTER).orElse(SourceSettings.DEFAULT_WITHDRAW_AFTER);
        Optional<SourceSettings> settings = kind == SourceKind.HTML
                ? html(name, source, every, withdrawAfter)
                : entries.read(kind, name, source, every, withdrawAfter);
        source.refuseTheRest();
        if (!robots) {
            settings.ifPresent(found -> withoutRobots.addAll(found.addresses()));
        }
        return settings;
    }

    /** The sites of those sources read so far that are collected whatever robots.txt says. */
    Set<URI> withoutRobots() {
        return withoutRobots;
    }

    private Optional<SourceSettings> html(String name, Section source, Duration every, Duration withdrawAfter) {
        Optional<URI> root = source.value("html", new Kind<>(Kind.WEBSITE.words(), this::site));
        List<URI> wasAt = source.values("was-at", Kind.WEBSITE);
        int pages = source.value("pages", Kind.number(1, MOST_PAGES)).orElse(1);
        Map<String, List<URI>> sections = sections(source, root.orElse(URI.create(SourceKind.HTML.example())));
        ListingSelectors listing = SelectorsReader.listing(source);
        ArticleSelectors article = SelectorsReader.article(source);
        return root.map(found -> new HtmlSourceSettings(
                name, found, wasAt, every, pages, sections, listing, article, withdrawAfter, zone));
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
        source.value("category", categories.kind()).ifPresent(name -> {
            categories.require(name, source.valueAt("category"));
            sections.put(name, List.of(root));
        });
        Kind<URI> page = Kind.of(
                "the address of a page, such as `kinh-te/`, or a list of them",
                "địa chỉ trang, ví dụ `kinh-te/`, hoặc một danh sách",
                address -> WebLink.resolve(root.toString(), address).orElseThrow(IllegalArgumentException::new));
        Section given = source.section("sections", categories.example() + ": kinh-te/");
        for (String name : given.names()) {
            categories.require(name, given.keyAt(name));
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
                    categories.example());
        } else if (source.has("category") && source.has("sections")) {
            problems.add(
                    Collections.max(List.of(source.keyAt("category"), source.keyAt("sections"))),
                    "a source has either `category` or `sections`; delete one of the two",
                    "mỗi nguồn chỉ có `category` hoặc `sections`; hãy xóa một trong hai");
        }
    }
}
