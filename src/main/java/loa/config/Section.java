package loa.config;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import loa.config.Node.Entry;
import loa.config.Node.Mapping;
import loa.config.Node.Position;
import loa.config.Node.Scalar;
import loa.config.Node.Sequence;
import loa.language.Phrase;

/** A mapping of feeds.yml being read key by key. What cannot be read is noted and counts as not given. */
final class Section {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final int LONGEST_EXAMPLE = 40;

    private final Position at;
    private final Map<String, Entry> entries;
    private final Problems problems;
    private final Set<String> known = new LinkedHashSet<>();

    /**
     * A section.
     *
     * @param at where its key stands, or where the file begins
     */
    Section(Position at, Mapping mapping, Problems problems) {
        this.at = at;
        this.entries = mapping.entries();
        this.problems = problems;
    }

    Position at() {
        return at;
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    /** Where this key stands; without it, the section. */
    Position keyAt(String key) {
        Entry entry = entries.get(key);
        return entry == null ? at : entry.key();
    }

    /** Where the value of this key stands; without it, the section. */
    Position valueAt(String key) {
        Entry entry = entries.get(key);
        return entry == null ? at : entry.value().at();
    }

    boolean isSection(String key) {
        Entry entry = entries.get(key);
        return entry != null && entry.value() instanceof Mapping;
    }

    /** The value of this key. */
    <T> Optional<T> value(String key, Kind<T> kind) {
        return node(key).flatMap(node -> read(key, node, kind));
    }

    /** The value of this key, one or a list of them. */
    <T> List<T> values(String key, Kind<T> kind) {
        List<T> values = new ArrayList<>();
        for (Node node : nodes(key)) {
            read(key, node, kind).ifPresent(values::add);
        }
        return values;
    }

    /** The value of this key, a list of one at least. */
    <T> List<T> someValues(String key, Kind<T> kind) {
        if (has(key) && nodes(key).isEmpty()) {
            refuse(key, nothing(valueAt(key)), kind.words());
        }
        return values(key, kind);
    }

    /**
     * The value of this key as a section of its own; without it, or if it is none, an empty one.
     *
     * @param example a line that may stand in it
     */
    Section section(String key, String example) {
        Phrase words = new Phrase(
                "lines such as `" + example + "` below it, indented by two spaces",
                "bên dưới các dòng như `" + example + "`, thụt vào hai dấu cách");
        Optional<Node> node = node(key);
        if (node.isPresent()
                && node.get() instanceof Mapping inner
                && !inner.entries().isEmpty()) {
            return new Section(keyAt(key), inner, problems);
        }
        node.ifPresent(other -> refuse(key, other instanceof Mapping ? nothing(other.at()) : other, words));
        return new Section(at, new Mapping(at, Map.of()), problems);
    }

    /** All keys as names of the officer's choosing; those that cannot be are noted. */
    List<String> names() {
        known.addAll(entries.keySet());
        return entries.keySet().stream().filter(this::requireName).toList();
    }

    /** All keys as they are written. */
    List<String> keys() {
        known.addAll(entries.keySet());
        return List.copyOf(entries.keySet());
    }

    /** Whether the text can be a name: of a source, or of a category in addresses. */
    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** Notes that the key is missing, with an example of what would be right; an empty section was noted itself. */
    void require(String key, String example) {
        if (!isEmpty() && !has(key)) {
            String line = key + ": " + example;
            problems.add(
                    at,
                    "`%s` is missing; add the line `%s`",
                    "thiếu `%s`; hãy thêm dòng `%s`",
                    key,
                    new Phrase(line, line));
        }
    }

    /** Notes why this key cannot stand here, where there is one of that name. */
    void refuse(String key, String english, String vietnamese, Object... values) {
        if (has(key)) {
            known.add(key);
            problems.add(keyAt(key), english, vietnamese, values);
        }
    }

    /** Notes each key that nobody asked for, with the one that was probably meant. */
    void refuseTheRest() {
        Set<String> possible = new LinkedHashSet<>(known);
        possible.removeAll(entries.keySet());
        entries.keySet().stream().filter(key -> !known.contains(key)).forEach(key -> {
            Optional<String> meant = Suggestion.nearest(key, possible);
            if (meant.isPresent()) {
                problems.add(
                        keyAt(key),
                        "unknown key `%s`; did you mean `%s`?",
                        "không có khóa `%s`; có phải ý bạn là `%s`?",
                        key,
                        meant.get());
            } else if (possible.isEmpty()) {
                problems.add(keyAt(key), "unknown key `%s`; delete it", "không có khóa `%s`; hãy xóa đi", key);
            } else {
                String keys = String.join(", ", possible);
                problems.add(
                        keyAt(key),
                        "unknown key `%s`; possible here: %s",
                        "không có khóa `%s`; ở đây có thể dùng: %s",
                        key,
                        new Phrase(keys, keys));
            }
        });
    }

    private boolean requireName(String key) {
        if (isName(key)) {
            return true;
        }
        String name = Suggestion.name(key);
        problems.add(
                keyAt(key),
                "`%s` cannot be a name; use only a-z, 0-9 and hyphens, 64 at most, such as `%s`",
                "`%s` không dùng làm tên được; chỉ dùng chữ a-z không dấu, chữ số và gạch nối, nhiều nhất 64 ký tự, ví dụ `%s`",
                key,
                name.isEmpty() || name.length() > LONGEST_EXAMPLE ? "tin-moi" : has(name) ? name + "-2" : name);
        return false;
    }

    private Optional<Node> node(String key) {
        known.add(key);
        return Optional.ofNullable(entries.get(key)).map(Entry::value);
    }

    private List<Node> nodes(String key) {
        return node(key)
                .map(node -> node instanceof Sequence sequence ? sequence.items() : List.of(node))
                .orElse(List.of());
    }

    private <T> Optional<T> read(String key, Node node, Kind<T> kind) {
        Optional<T> value =
                node instanceof Scalar scalar && !scalar.text().isEmpty() ? kind.read(scalar.text()) : Optional.empty();
        if (value.isEmpty()) {
            refuse(key, node, kind.words());
        }
        return value;
    }

    private static Scalar nothing(Position at) {
        return new Scalar(at, "");
    }

    private void refuse(String key, Node node, Phrase words) {
        if (node instanceof Sequence) {
            problems.add(
                    node.at(),
                    "`%s` cannot be a list here; write %s",
                    "`%s` ở đây không thể là danh sách; hãy viết %s",
                    key,
                    words);
        } else if (node instanceof Mapping) {
            problems.add(
                    node.at(),
                    "`%s` cannot have keys of its own here; write %s",
                    "`%s` ở đây không thể có khóa con; hãy viết %s",
                    key,
                    words);
        } else if (node instanceof Scalar scalar && scalar.text().isEmpty()) {
            problems.add(node.at(), "`%s` is empty; write %s", "`%s` còn để trống; hãy viết %s", key, words);
        } else if (node instanceof Scalar scalar) {
            problems.add(
                    node.at(),
                    "`%s: %s` cannot be used; write %s",
                    "`%s: %s` không dùng được; hãy viết %s",
                    key,
                    scalar.text(),
                    words);
        }
    }
}
