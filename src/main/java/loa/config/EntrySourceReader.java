package loa.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loa.article.Identity;
import loa.content.ArticleSelectors;
import loa.content.Site;
import loa.entry.JsonField;
import loa.entry.JsonPath;
import loa.language.Phrase;
import loa.source.FeedSettings;
import loa.source.Filing;
import loa.source.FolderSettings;
import loa.source.JsonSettings;
import loa.source.SitemapSettings;
import loa.source.SourceSettings;
import org.jspecify.annotations.Nullable;

/** Reads a source that lists its articles for programs. */
final class EntrySourceReader {

    private static final Kind<JsonPath> PATH = Kind.of(
            "a path into the JSON, such as `data.articles`",
            "một đường dẫn trong JSON, ví dụ `data.articles`",
            JsonPath::of);

    private final Problems problems;
    private final ZoneId zone;
    private final URI own;
    private final CategoryNames categories;

    /** @param own the address of this server for its readers */
    EntrySourceReader(Problems problems, ZoneId zone, URI own, CategoryNames categories) {
        this.problems = problems;
        this.zone = zone;
        this.own = own;
        this.categories = categories;
    }

    /** The source's settings; empty if problems leave none. */
    Optional<SourceSettings> read(
            SourceKind kind, String name, Section source, Duration every, Duration withdrawAfter) {
        return switch (kind) {
            case FEED, JSON, SITEMAP -> document(kind, name, source, every, withdrawAfter);
            case FOLDER -> folder(name, source, every);
            case HTML -> throw new IllegalArgumentException("read page by page: " + name);
        };
    }

    private Optional<SourceSettings> document(
            SourceKind kind, String name, Section source, Duration every, Duration withdrawAfter) {
        Optional<URI> address = source.value(kind.key(), Kind.WEBSITE);
        List<URI> wasAt = source.values("was-at", Kind.WEBSITE);
        Optional<Filing> filing = filing(kind, source);
        boolean fullText = kind == SourceKind.SITEMAP
                || source.value("full-text", Kind.FLAG).orElse(false);
        ArticleSelectors article = article(source, fullText);
        int pages = kind == SourceKind.SITEMAP
                ? 1
                : source.value("pages", Kind.number(1, SourceReader.MOST_PAGES)).orElse(1);
        Optional<JsonPath> items = kind == SourceKind.JSON ? source.value("items", PATH) : Optional.empty();
        Map<JsonField, JsonPath> fields = kind == SourceKind.JSON ? fields(source) : Map.of();
        if (address.isEmpty() || filing.isEmpty()) {
            return Optional.empty();
        }
        URI at = address.get();
        Site site = new Site(name, new Identity(at.resolve("/"), wasAt), zone, article);
        return Optional.of(
                switch (kind) {
                    case FEED -> new FeedSettings(site, at, every, withdrawAfter, pages, fullText, filing.get());
                    case SITEMAP -> new SitemapSettings(site, at, every, withdrawAfter, filing.get());
                    case JSON ->
                        new JsonSettings(
                                site,
                                at,
                                every,
                                withdrawAfter,
                                pages,
                                fullText,
                                filing.get(),
                                items.orElse(null),
                                fields);
                    case HTML, FOLDER -> throw new IllegalArgumentException("no document: " + name);
                });
    }

    private Optional<SourceSettings> folder(String name, Section source, Duration every) {
        Optional<Path> folder = source.value(
                "folder",
                Kind.of(
                        "the path of a folder, such as `bai-viet/`",
                        "đường dẫn tới một thư mục, ví dụ `bai-viet/`",
                        Path::of));
        @Nullable URI web = source.value("url", Kind.WEBSITE).orElse(null);
        Optional<Filing> filing = filing(SourceKind.FOLDER, source);
        if (folder.isEmpty() || filing.isEmpty()) {
            return Optional.empty();
        }
        Site site = new Site(name, new Identity(web == null ? own : web, List.of()), zone, ArticleSelectors.NONE);
        String page = own + "/c/" + filing.get().categories().iterator().next();
        return Optional.of(new FolderSettings(site, folder.get(), web, URI.create(page), every, filing.get()));
    }

    private ArticleSelectors article(Section source, boolean fullText) {
        if (!fullText) {
            source.refuse(
                    "article",
                    "`article` is for the articles' own pages; add the line `full-text: true`, or delete it",
                    "`article` dùng cho trang của từng bài; hãy thêm dòng `full-text: true`, hoặc xóa đi");
            return ArticleSelectors.NONE;
        }
        return SelectorsReader.article(source);
    }

    /** Empty if there is none, which was noted. */
    private Optional<Filing> filing(SourceKind kind, Section source) {
        boolean byName = kind != SourceKind.SITEMAP;
        if (!source.has("category") && !(byName && source.has("categories"))) {
            problems.add(
                    source.at(),
                    "`category` is missing; add the line `category: %s`%s",
                    "thiếu `category`; hãy thêm dòng `category: %s`%s",
                    categories.example(),
                    byName
                            ? new Phrase(
                                    ", or `categories:` with the source's own names",
                                    ", hoặc `categories:` với tên chuyên mục của nguồn")
                            : new Phrase("", ""));
        } else if (byName && source.has("category") && source.has("categories")) {
            problems.add(
                    Collections.max(List.of(source.keyAt("category"), source.keyAt("categories"))),
                    "a source has either `category` or `categories`; delete one of the two",
                    "mỗi nguồn chỉ có `category` hoặc `categories`; hãy xóa một trong hai");
        }
        Optional<String> all = source.value("category", categories.kind());
        all.ifPresent(name -> categories.require(name, source.valueAt("category")));
        Map<String, String> names = byName ? names(source) : Map.of();
        return all.map(Filing::in).or(() -> names.isEmpty() ? Optional.empty() : Optional.of(Filing.by(names)));
    }

    private Map<String, String> names(Section source) {
        Section given = source.section("categories", "Kinh tế số: " + categories.example());
        Map<String, String> names = new LinkedHashMap<>();
        for (String theirs : given.keys()) {
            given.value(theirs, categories.kind()).ifPresent(ours -> {
                categories.require(ours, given.valueAt(theirs));
                names.put(theirs, ours);
            });
        }
        return names;
    }

    private static Map<JsonField, JsonPath> fields(Section source) {
        Section given = source.section("fields", "title: headline");
        Map<JsonField, JsonPath> fields = new EnumMap<>(JsonField.class);
        for (JsonField field : JsonField.values()) {
            given.value(field.key(), PATH).ifPresent(path -> fields.put(field, path));
        }
        given.refuseTheRest();
        return fields;
    }
}
