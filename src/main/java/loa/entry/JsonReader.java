package loa.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loa.article.DateReader;
import loa.article.Entry;
import loa.article.Text;
import loa.article.WebLink;
import loa.fetch.FetchResult.Fetched;
import loa.language.Phrase;
import loa.page.JsonTree;
import loa.page.PageText;
import loa.page.Trouble;
import org.jspecify.annotations.Nullable;

/** Reads articles from JSON: WordPress and JSON Feed as they are, anything else by the paths that the operator gives. */
public final class JsonReader {

    private static final JsonPath ITEMS = JsonPath.of("items");
    private static final JsonPath NEXT = JsonPath.of("next_url");
    private static final JsonPath PLAIN_TEXT = JsonPath.of("content_text");
    private static final Pattern OF_UTC = Pattern.compile("(?i).*(?:gmt|utc)");
    private static final Pattern SECONDS = Pattern.compile("\\d{9,10}(?:\\.\\d+)?");
    private static final Pattern MILLISECONDS = Pattern.compile("\\d{12,13}");
    private static final int MOST_LISTS_NAMED = 3;

    private final Fetched fetched;
    private final ZoneId zone;
    private final Map<JsonField, JsonPath> given;
    private final Map<JsonField, List<JsonPath>> paths = new EnumMap<>(JsonField.class);

    private JsonReader(Fetched fetched, ZoneId zone, Map<JsonField, JsonPath> given, boolean isOfWordPress) {
        this.fetched = fetched;
        this.zone = zone;
        this.given = given;
        for (JsonField field : JsonField.values()) {
            paths.put(field, isOfWordPress ? field.inWordPress() : field.inJsonFeed());
        }
        given.forEach((field, path) -> paths.put(field, List.of(path)));
    }

    /**
     * What the document lists, in its order.
     *
     * @param items where its articles are, if the operator says so
     * @param fields where each of them has what, as far as the operator says so
     */
    public static Entries read(
            Fetched fetched,
            Optional<JsonPath> items,
            Map<JsonField, JsonPath> fields,
            ZoneId zone,
            Consumer<Trouble> troubles)
            throws UnreadableException {
        Object root = tree(fetched);
        List<?> articles = articles(root, items);
        JsonReader reader = new JsonReader(fetched, zone, fields, isOfWordPress(articles));
        List<Entry> entries = articles.stream()
                .flatMap(article -> reader.entry(article).stream())
                .toList();
        reader.requireMatches(articles, entries, troubles);
        Optional<URI> next = NEXT.texts(root)
                .findFirst()
                .flatMap(address -> WebLink.resolve(fetched.address().toString(), address))
                .or(() -> Optional.ofNullable(fetched.next()));
        return new Entries(entries, articles.size() - entries.size(), next);
    }

    private static Object tree(Fetched fetched) throws UnreadableException {
        if (Format.of(fetched) != Format.JSON) {
            throw UnreadableException.ofAnotherKind(fetched);
        }
        try {
            return JsonTree.document(PageText.decode(fetched.body(), fetched.body().length, fetched.charset()));
        } catch (StreamConstraintsException tooMuch) {
            throw new UnreadableException(new Phrase(
                    "its JSON nests deeper, or has longer numbers or texts, than any list of articles needs",
                    "JSON lồng nhau quá sâu hoặc có số, chuỗi quá dài"));
        } catch (JsonProcessingException broken) {
            throw new UnreadableException(
                    broken.getLocation() == null
                            ? new Phrase("it is no well-formed JSON", "không phải JSON đúng cú pháp")
                            : Phrase.of(
                                    "it is no well-formed JSON (line %d, column %d)",
                                    "không phải JSON đúng cú pháp (dòng %d, cột %d)",
                                    broken.getLocation().getLineNr(),
                                    broken.getLocation().getColumnNr()));
        } catch (IOException broken) {
            throw new UnreadableException(new Phrase("it is no well-formed JSON", "không phải JSON đúng cú pháp"));
        }
    }

    private static List<?> articles(Object root, Optional<JsonPath> items) throws UnreadableException {
        if (items.isPresent()) {
            return items.get()
                    .in(root)
                    .filter(List.class::isInstance)
                    .findFirst()
                    .map(list -> (List<?>) list)
                    .orElseThrow(() -> noList(
                            Phrase.of(
                                    "`items: %s` leads to no list in it",
                                    "`items: %s` không dẫn tới danh sách nào", items.get()),
                            root));
        } else if (root instanceof List<?> list) {
            return list;
        }
        return ITEMS.in(root)
                .filter(List.class::isInstance)
                .findFirst()
                .map(list -> (List<?>) list)
                .orElseThrow(() -> noList(
                        new Phrase(
                                "it is JSON that does not show where its articles are",
                                "JSON không cho biết danh sách bài viết ở đâu"),
                        root));
    }

    /** With what could be written in its place. */
    private static UnreadableException noList(Phrase what, Object root) {
        List<String> paths = new ArrayList<>();
        collect(root, "", paths);
        String named = paths.stream()
                .limit(MOST_LISTS_NAMED)
                .map(path -> "`items: " + path + "`")
                .collect(Collectors.joining(", "));
        return new UnreadableException(
                named.isEmpty()
                        ? what
                        : new Phrase(
                                what.english() + "; possible are " + named,
                                what.vietnamese() + "; có thể dùng " + named));
    }

    private static void collect(Object value, String path, List<String> paths) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, inside) -> collect(inside, path.isEmpty() ? name + "" : path + "." + name, paths));
        } else if (value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Map && !path.isEmpty()) {
            paths.add(path);
        }
    }

    private static boolean isOfWordPress(List<?> articles) {
        return articles.stream()
                .limit(1)
                .anyMatch(article ->
                        JsonPath.of("title.rendered").in(article).findAny().isPresent());
    }

    private Optional<Entry> entry(Object article) {
        Optional<URI> link = text(article, JsonField.LINK)
                .flatMap(address -> WebLink.resolve(fetched.address().toString(), address));
        String summary = Wording.html(text(article, JsonField.SUMMARY).orElse(""));
        String content = text(article, JsonField.BODY)
                .map(Wording::html)
                .or(() -> PLAIN_TEXT.texts(article).findFirst().map(Wording::htmlOfText))
                .orElse("");
        String written = Wording.title(text(article, JsonField.TITLE).orElse(""));
        String title = written.isEmpty() ? Wording.titleOf(summary + content) : written;
        if (link.isEmpty() || title.isEmpty()) {
            return Optional.empty();
        }
        String authors = texts(article, JsonField.AUTHOR).distinct().collect(Collectors.joining(", "));
        return Optional.of(new Entry(
                text(article, JsonField.ID).orElse(null),
                WebLink.canonical(link.get()),
                title,
                summary,
                content,
                link.get(),
                date(article),
                authors.isEmpty() ? null : Text.line(authors),
                texts(article, JsonField.IMAGE)
                        .flatMap(image -> WebLink.resolve(link.get().toString(), image).stream())
                        .toList(),
                texts(article, JsonField.CATEGORIES).map(Wording::title).collect(Collectors.toSet())));
    }

    private @Nullable Instant date(Object article) {
        return Stream.of(JsonField.PUBLISHED, JsonField.UPDATED)
                .flatMap(field -> paths.getOrDefault(field, List.of()).stream())
                .flatMap(path -> path.texts(article).flatMap(text -> date(text, path).stream()))
                .findFirst()
                .orElse(null);
    }

    private Optional<Instant> date(String text, JsonPath path) {
        String last = path.steps().get(path.steps().size() - 1);
        if (SECONDS.matcher(text).matches()) {
            return DateReader.plausible(Instant.ofEpochSecond((long) Double.parseDouble(text)));
        } else if (MILLISECONDS.matcher(text).matches()) {
            return DateReader.plausible(Instant.ofEpochMilli(Long.parseLong(text)));
        }
        return DateReader.read(text, OF_UTC.matcher(last).matches() ? ZoneOffset.UTC : zone);
    }

    private Optional<String> text(Object article, JsonField field) {
        return texts(article, field).findFirst();
    }

    /** What the first of the paths says that says anything. */
    private Stream<String> texts(Object article, JsonField field) {
        return paths.getOrDefault(field, List.of()).stream()
                .map(path -> path.texts(article).toList())
                .filter(texts -> !texts.isEmpty())
                .limit(1)
                .flatMap(List::stream);
    }

    /** Names each path of the operator's that leads nowhere; without titles or links there are no articles. */
    private void requireMatches(List<?> articles, List<Entry> entries, Consumer<Trouble> troubles)
            throws UnreadableException {
        List<Phrase> idle = given.entrySet().stream()
                .filter(field -> articles.stream()
                        .noneMatch(article ->
                                field.getValue().texts(article).findAny().isPresent()))
                .map(field -> Phrase.of(
                        "`fields: {%s: %s}` matches nothing in it; check the path",
                        "`fields: {%s: %s}` không khớp với gì; hãy kiểm tra đường dẫn",
                        field.getKey().key(),
                        field.getValue()))
                .toList();
        if (!articles.isEmpty() && entries.isEmpty()) {
            throw new UnreadableException(
                    idle.isEmpty()
                            ? new Phrase(
                                    "none of its articles has a link and a title; give their paths in `fields`",
                                    "không bài nào có liên kết và tiêu đề; hãy khai báo đường dẫn trong `fields`")
                            : idle.get(0));
        }
        if (!articles.isEmpty()) {
            idle.forEach(reason -> troubles.accept(new Trouble(fetched.address(), reason)));
        }
    }
}
