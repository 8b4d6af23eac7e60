package loa.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The things that a page describes in JSON-LD. */
public final class JsonLd {

    private static final int MOST_THINGS = 1000;

    private static final Set<String> ARTICLES = Set.of(
            "Article",
            "NewsArticle",
            "ReportageNewsArticle",
            "AnalysisNewsArticle",
            "OpinionNewsArticle",
            "BackgroundNewsArticle",
            "ReviewNewsArticle",
            "AskPublicNewsArticle",
            "BlogPosting",
            "LiveBlogPosting",
            "SocialMediaPosting",
            "DiscussionForumPosting",
            "TechArticle",
            "ScholarlyArticle",
            "SatiricalArticle",
            "AdvertiserContentArticle",
            "Report",
            "Review");

    private final Map<String, Map<String, Object>> byId = new LinkedHashMap<>();
    private final List<Map<String, Object>> articles = new ArrayList<>();
    private final List<Map<String, Object>> lists = new ArrayList<>();

    /** Of these scripts; those that are no JSON-LD do not count. */
    public static JsonLd of(Stream<Element> scripts) {
        JsonLd found = new JsonLd();
        scripts.filter(script -> script.attr("type").toLowerCase(Locale.ROOT).contains("ld+json"))
                .flatMap(script -> JsonTree.things(JsonTree.read(script.data(), MOST_THINGS)).stream())
                .forEach(found::keep);
        return found;
    }

    /** Articles, in the order of the page; what holds others comes before them. */
    public List<Map<String, Object>> articles() {
        return articles;
    }

    /** Lists of anything, in the order of the page. */
    public List<Map<String, Object>> lists() {
        return lists;
    }

    /** The texts of a property: its strings, or the names of the things that it holds. */
    public List<String> texts(Map<String, Object> thing, String property) {
        return values(thing.get(property))
                .flatMap(value -> text(value).stream())
                .toList();
    }

    /** What a property holds, one by one; a reference is what it refers to. */
    public Stream<Object> values(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().flatMap(this::values);
        }
        if (value instanceof Map<?, ?> map && map.get("@id") instanceof String id && byId.containsKey(id)) {
            return Stream.of(byId.get(id));
        }
        return Stream.ofNullable(value);
    }

    private static Optional<String> text(Object value) {
        if (value instanceof Map<?, ?> map) {
            return Stream.of("name", "url", "@value", "contentUrl")
                    .map(map::get)
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .findFirst();
        }
        return value instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private void keep(Map<String, Object> thing) {
        if (thing.get("@id") instanceof String id && thing.size() > 1) {
            byId.putIfAbsent(id, thing);
        }
        if (isOf(thing, ARTICLES)) {
            articles.add(thing);
        } else if (isOf(thing, Set.of("ItemList"))) {
            lists.add(thing);
        }
    }

    private boolean isOf(Map<String, Object> thing, Set<String> types) {
        return values(thing.get("@type")).anyMatch(type -> type instanceof String name && types.contains(name));
    }
}
