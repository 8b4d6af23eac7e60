package loa.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The things that a page describes in JSON-LD. Of broken JSON what comes before the mistake counts. */
final class JsonLd {

    private static final int LONGEST = 2_000_000;
    private static final int DEEPEST = 50;
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

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_MISSING_VALUES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST)
                    .build())
            .build();

    private final Map<String, Map<String, Object>> byId = new LinkedHashMap<>();
    private final List<Map<String, Object>> articles = new ArrayList<>();
    private int things;

    static JsonLd of(Document page) {
        JsonLd found = new JsonLd();
        for (Element script : page.select("script[type*=ld+json]")) {
            String json = script.data();
            if (json.length() <= LONGEST) {
                found.read(json);
            }
        }
        return found;
    }

    /** Articles, in the order of the page. */
    List<Map<String, Object>> articles() {
        return articles;
    }

    /** The texts of a property: its strings, or the names of the things that it holds. */
    List<String> texts(Map<String, Object> thing, String property) {
        return values(thing.get(property))
                .flatMap(value -> text(value).stream())
                .toList();
    }

    /** What a property holds, one by one; a reference is what it refers to. */
    Stream<Object> values(@Nullable Object value) {
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

    private void read(String json) {
        try (JsonParser parser = JSON.createParser(json)) {
            while (parser.nextToken() != null) {
                value(parser);
            }
        } catch (IOException broken) {
            return; // what was read until here was kept
        }
    }

    private Object value(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            return thing(parser);
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            List<Object> list = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
                list.add(value(parser));
            }
            return list;
        }
        return parser.currentToken() == JsonToken.VALUE_NULL ? "" : parser.getValueAsString("");
    }

    private Map<String, Object> thing(JsonParser parser) throws IOException {
        Map<String, Object> thing = new LinkedHashMap<>();
        if (++things > MOST_THINGS) {
            parser.skipChildren();
            return thing;
        }
        int place = articles.size();
        try {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                thing.put(name, value(parser));
            }
        } finally {
            keep(thing, place);
        }
        return thing;
    }

    /** What holds other articles comes before them. */
    private void keep(Map<String, Object> thing, int place) {
        if (thing.get("@id") instanceof String id && thing.size() > 1) {
            byId.putIfAbsent(id, thing);
        }
        if (values(thing.get("@type")).anyMatch(type -> type instanceof String name && ARTICLES.contains(name))) {
            articles.add(place, thing);
        }
    }
}
