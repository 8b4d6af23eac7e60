package loa.config;

import java.net.URI;
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
import loa.source.FeedSettings;
import loa.source.Filing;
import loa.source.JsonSettings;
import loa.source.SourceSettings;

/** Reads a source that lists its articles for programs. */
final class EntrySourceReader {

    private static final Kind<JsonPath> PATH = Kind.of(
            "a path into the JSON, such as `data.articles`",
            "một đường dẫn trong JSON, ví dụ `data.articles`",
            JsonPath::of);

    private final Problems problems;
    private final ZoneId zone;
    private final CategoryNames categories;

    EntrySourceReader(Problems problems, ZoneId zone, URI own, CategoryNames categories) {
        this.problems = problems;
        this.zone = zone;
        this.categories = categories;
    }

    /** The source's settings; empty if problems leave none. */
    Optional<SourceSettings> read(
            SourceKind kind, String name, Section source, Duration every, Duration withdrawAfter) {
        Optional<URI> address = source.value(kind.key(), Kind.WEBSITE);
        List<URI> wasAt = source.values("was-at", Kind.WEBSITE);
        int pages =
                source.value("pages", Kind.number(1, SourceReader.MOST_PAGES)).orElse(1);
        boolean fullText = source.value("full-text", Kind.FLAG).orElse(false);
        Filing filing = filing(source);
        ArticleSelectors article = article(source, fullText);
        Optional<JsonPath> items = kind == SourceKind.JSON ? source.value("items", PATH) : Optional.empty();
        Map<JsonField, JsonPath> fields = kind == SourceKind.JSON ? fields(source) : Map.of();
        return address.map(at -> {
            Site site = new Site(name, new Identity(at.resolve("/"), wasAt), zone, article);
            return kind == SourceKind.FEED
                    ? new FeedSettings(site, at, every, withdrawAfter, pages, fullText, filing)
                    : new JsonSettings(
                            site, at, every, withdrawAfter, pages, fullText, filing, items.orElse(null), fields);
        });
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

    private Filing filing(Section source) {
        if (!source.has("category") && !source.has("categories")) {
            problems.add(
                    source.at(),
                    "`category` is missing; add the line `category: %s`, or `categories:` with the source's own names",
                    "thiếu `category`; hãy thêm dòng `category: %s`, hoặc `categories:` với tên chuyên mục của nguồn",
                    categories.example());
        } else if (source.has("category") && source.has("categories")) {
            problems.add(
                    Collections.max(List.of(source.keyAt("category"), source.keyAt("categories"))),
                    "a source has either `category` or `categories`; delete one of the two",
                    "mỗi nguồn chỉ có `category` hoặc `categories`; hãy xóa một trong hai");
        }
        Optional<String> all = source.value("category", categories.kind());
        all.ifPresent(name -> categories.require(name, source.valueAt("category")));
        Section given = source.section("categories", "Kinh tế số: " + categories.example());
        Map<String, String> names = new LinkedHashMap<>();
        for (String theirs : given.keys()) {
            given.value(theirs, categories.kind()).ifPresent(ours -> {
                categories.require(ours, given.valueAt(theirs));
                names.put(theirs, ours);
            });
        }
        return all.map(Filing::in).orElseGet(() -> Filing.by(names));
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
