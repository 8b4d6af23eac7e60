package loa.entry;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A way into JSON: names divided by dots, such as {@code data.articles}; a number takes one of a list, a name goes into each
 * of them.
 */
public record JsonPath(List<String> steps) {

    private static final Pattern FORM = Pattern.compile("[^.\\s]+(?:\\.[^.\\s]+)*");
    private static final Pattern PLACE = Pattern.compile("\\d{1,6}");

    public JsonPath {
        steps = List.copyOf(steps);
    }

    /**
     * The path that this is written as.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static JsonPath of(String written) {
        if (!FORM.matcher(written).matches()) {
            throw new IllegalArgumentException(written);
        }
        return new JsonPath(List.of(written.split("\\.")));
    }

    /** Everything to which it leads. */
    Stream<Object> in(Object value) {
        Stream<Object> found = Stream.of(value);
        for (String step : steps) {
            found = found.flatMap(at -> step(at, step));
        }
        return found;
    }

    /** The texts and numbers to which it leads, of lists those in them. */
    Stream<String> texts(Object value) {
        return in(value)
                .flatMap(found -> found instanceof List<?> list ? list.stream() : Stream.of(found))
                .filter(found -> found instanceof String text && !text.isBlank())
                .map(Object::toString);
    }

    @Override
    public String toString() {
        return String.join(".", steps);
    }

    private static Stream<Object> step(Object value, String step) {
        if (value instanceof Map<?, ?> map) {
            return Stream.ofNullable(map.get(step));
        } else if (value instanceof List<?> list) {
            return PLACE.matcher(step).matches()
                    ? list.stream().skip(Integer.parseInt(step)).limit(1).map(Object.class::cast)
                    : list.stream().flatMap(inside -> step(inside, step));
        }
        return Stream.empty();
    }
}
