package loa.page;

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
import java.util.function.Consumer;

/** Reads JSON that a page holds into maps, lists and strings. Of broken JSON what comes before the mistake counts. */
public final class JsonTree {

    private static final int LONGEST = 2_000_000;
    private static final int DEEPEST = 50;

    private static final int MOST_THINGS = 200_000;

    private static final StreamReadConstraints BOUNDS = StreamReadConstraints.builder()
            .maxNestingDepth(DEEPEST)
            .maxStringLength(LONGEST)
            .build();

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_MISSING_VALUES)
            .streamReadConstraints(BOUNDS)
            .build();

    private static final JsonFactory STRICT =
            JsonFactory.builder().streamReadConstraints(BOUNDS).build();

    private final int most;
    private int things;

    private JsonTree(int most) {
        this.most = most;
    }

    /**
     * The values in the text, one after the other, until one that is none; nothing of a text that is too long.
     *
     * @param most how many objects are read; later ones are empty
     */
    public static List<Object> read(String json, int most) {
        List<Object> roots = new ArrayList<>();
        if (json.length() > LONGEST) {
            return roots;
        }
        try (JsonParser parser = JSON.createParser(json)) {
            JsonTree tree = new JsonTree(most);
            while (parser.nextToken() != null) {
                tree.value(parser, roots::add);
            }
        } catch (IOException broken) {
            return roots; // what was read until here hangs on them
        }
        return roots;
    }

    /**
     * The value that the text is.
     *
     * @throws IOException if the text is no JSON, or is not whole, or goes beyond what anybody means well
     */
    public static Object document(String json) throws IOException {
        try (JsonParser parser = STRICT.createParser(json)) {
            return document(parser);
        }
    }

    /**
     * The next value that the parser reads, of JSON or of what is read like it.
     *
     * @throws IOException if there is none, or it is not whole
     */
    public static Object document(JsonParser parser) throws IOException {
        List<Object> roots = new ArrayList<>();
        if (parser.nextToken() != null) {
            new JsonTree(MOST_THINGS).value(parser, roots::add);
        }
        return roots.isEmpty() ? "" : roots.get(0);
    }

    /** All objects in the value, those that hold others before them. */
    static List<Map<String, Object>> things(Object value) {
        List<Map<String, Object>> things = new ArrayList<>();
        walk(value, things::add, list -> {});
        return things;
    }

    /** All arrays in the value, those that hold others before them. */
    public static List<List<?>> lists(Object value) {
        List<List<?>> lists = new ArrayList<>();
        walk(value, thing -> {}, lists::add);
        return lists;
    }

    @SuppressWarnings("unchecked") // no other maps are made here
    private static void walk(Object value, Consumer<Map<String, Object>> things, Consumer<List<?>> lists) {
        if (value instanceof List<?> list) {
            lists.accept(list);
            list.forEach(inside -> walk(inside, things, lists));
        } else if (value instanceof Map<?, ?> map) {
            things.accept((Map<String, Object>) map);
            map.values().forEach(inside -> walk(inside, things, lists));
        }
    }

    /** Gives the value to what holds it before it is read itself, so that nothing read is lost. */
    private void value(JsonParser parser, Consumer<Object> holder) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            Map<String, Object> thing = new LinkedHashMap<>();
            holder.accept(thing);
            members(parser, thing);
        } else if (parser.currentToken() == JsonToken.START_ARRAY) {
            List<Object> list = new ArrayList<>();
            holder.accept(list);
            while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
                value(parser, list::add);
            }
        } else {
            holder.accept(parser.currentToken() == JsonToken.VALUE_NULL ? "" : parser.getValueAsString(""));
        }
    }

    private void members(JsonParser parser, Map<String, Object> thing) throws IOException {
        if (++things > most) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            value(parser, value -> thing.put(name, value));
        }
    }
}
