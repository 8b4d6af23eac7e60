package loa.listing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The state of a page of Nuxt 3 as a tree. It comes flat: a list of values, of which objects and arrays name what they hold
 * by its place in the list, <a href="https://github.com/sveltejs/devalue">as devalue writes it</a>.
 */
final class Payload {

    private static final int DEEPEST = 16;
    private static final int MOST = 20_000;
    private static final Pattern PLACE = Pattern.compile("\\d{1,6}");

    private final List<?> values;
    private int made;

    private Payload(List<?> values) {
        this.values = values;
    }

    /** The value that the flat list holds; empty if it is none such. */
    static Object of(Object flat) {
        return flat instanceof List<?> values && !values.isEmpty() ? new Payload(values).at(0, 0) : "";
    }

    private Object at(int place, int depth) {
        if (place >= values.size() || depth > DEEPEST || ++made > MOST) {
            return "";
        }
        Object value = values.get(place);
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> thing = new LinkedHashMap<>();
            map.forEach((name, inside) -> thing.put(String.valueOf(name), named(inside, depth)));
            return thing;
        }
        return value instanceof List<?> list ? list(list, depth) : value;
    }

    /** An array, or a value wrapped in the name of its type: {@code ["Reactive", 3]}, {@code ["Date", "2026-03-14"]}. */
    private Object list(List<?> list, int depth) {
        if (list.size() == 2
                && list.get(0) instanceof String type
                && !PLACE.matcher(type).matches()) {
            return type.equals("Date") ? list.get(1) : named(list.get(1), depth);
        }
        List<Object> inside = new ArrayList<>();
        list.forEach(item -> inside.add(named(item, depth)));
        return inside;
    }

    private Object named(Object place, int depth) {
        return place instanceof String number && PLACE.matcher(number).matches()
                ? at(Integer.parseInt(number), depth + 1)
                : "";
    }
}
