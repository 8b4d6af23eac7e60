package loa.config;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import loa.article.WebLink;
import loa.config.Node.Entry;
import loa.config.Node.Mapping;
import loa.config.Node.Position;
import loa.config.Node.Scalar;
import loa.config.Node.Sequence;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** A mapping of feeds.yml being read key by key. What cannot be read is noted and counts as not given. */
final class Section {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s?(ms|s|m|h|d)");
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final int NEAR = 3;

    private final Mapping mapping;
    private final Problems problems;
    private final Set<String> known = new LinkedHashSet<>();

    Section(Mapping mapping, Problems problems) {
        this.mapping = mapping;
        this.problems = problems;
    }

    Position at() {
        return mapping.at();
    }

    /** Where the value of this key stands, or where the section begins. */
    Position at(String key) {
        Entry entry = mapping.entries().get(key);
        return entry == null ? mapping.at() : entry.value().at();
    }

    boolean has(String key) {
        known.add(key);
        return mapping.entries().containsKey(key);
    }

    /** The value as a line of text. */
    Optional<String> text(String key) {
        return value(key, "text, such as `Tin tức`", "một dòng chữ, ví dụ `Tin tức`", Optional::of);
    }

    /** The value as {@code true} or {@code false}. */
    Optional<Boolean> flag(String key) {
        return value(key, "`true` or `false`", "`true` hoặc `false`", text -> switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on" -> Optional.of(true);
            case "false", "no", "off" -> Optional.of(false);
            default -> Optional.empty();
        });
    }

    /** The value as a whole number within the bounds, both included. */
    Optional<Integer> number(String key, int least, int most) {
        return value(
                        key,
                        "a whole number from " + least + " to " + most,
                        "một số nguyên từ " + least + " đến " + most,
                        text -> text.matches("\\d{1,9}")
                                ? Optional.of(Integer.parseInt(text))
                                : Optional.<Integer>empty())
                .filter(number -> within(key, number, least, most));
    }

    /** The value as a span of time, {@code 250ms}, {@code 10s}, {@code 15m}, {@code 2h} or {@code 1d}. */
    Optional<Duration> duration(String key, Duration least) {
        String english = "a time such as `15m` (ms, s, m, h, d), at least " + words(least);
        String vietnamese = "khoảng thời gian như `15m` (ms, s, m, h, d), ít nhất " + words(least);
        return value(key, english, vietnamese, text -> parseDuration(text).filter(time -> time.compareTo(least) >= 0));
    }

    /** The value as an absolute http or https address. */
    Optional<URI> address(String key) {
        return value(
                key,
                "a web address such as `https://portal.example.vn/`",
                "một địa chỉ web như `https://portal.example.vn/`",
                text -> text.matches("(?i)https?://.*") ? WebLink.resolve("http://invalid/", text) : Optional.empty());
    }

    /** The value as a time zone of the IANA database. */
    Optional<ZoneId> zone(String key) {
        return value(key, "a time zone such as `Asia/Ho_Chi_Minh`", "một múi giờ như `Asia/Ho_Chi_Minh`", text -> {
            try {
                return Optional.of(ZoneId.of(text));
            } catch (DateTimeException unknown) {
                return Optional.empty();
            }
        });
    }

    /** The value as a language tag of BCP 47. */
    Optional<String> language(String key) {
        return value(
                key,
                "a language tag such as `vi`",
                "một mã ngôn ngữ như `vi`",
                text -> text.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*") ? Optional.of(text) : Optional.empty());
    }

    /** The value as whatever {@code parse} makes of it; its IllegalArgumentException says what is wrong. */
    <T> Optional<T> parsed(String key, String english, String vietnamese, Function<String, T> parse) {
        return scalar(key, english, vietnamese).flatMap(scalar -> parsed(scalar, english, vietnamese, parse));
    }

    /** The value, one or a list of them, as whatever {@code parse} makes of each. */
    <T> List<T> parsedList(String key, String english, String vietnamese, Function<String, T> parse) {
        List<T> list = new ArrayList<>();
        for (Scalar scalar : scalars(key, english, vietnamese)) {
            parsed(scalar, english, vietnamese, parse).ifPresent(list::add);
        }
        return list;
    }

    /** The value, one or a list of them, each with its place. */
    List<Scalar> scalars(String key, String english, String vietnamese) {
        known.add(key);
        Entry entry = mapping.entries().get(key);
        if (entry == null) {
            return List.of();
        }
        List<Node> nodes = entry.value() instanceof Sequence sequence ? sequence.items() : List.of(entry.value());
        List<Scalar> scalars = new ArrayList<>();
        for (Node node : nodes) {
            if (node instanceof Scalar scalar && !scalar.text().isBlank()) {
                scalars.add(scalar);
            } else {
                wrong(node.at(), key, english, vietnamese);
            }
        }
        return scalars;
    }

    /** The value as a section of its own. */
    Optional<Section> section(String key) {
        known.add(key);
        Entry entry = mapping.entries().get(key);
        if (entry == null) {
            return Optional.empty();
        }
        if (entry.value() instanceof Mapping inner) {
            return Optional.of(new Section(inner, problems));
        }
        wrong(
                entry.value().at(),
                key,
                "keys and values, indented below it",
                "các cặp khóa và giá trị, thụt vào bên dưới");
        return Optional.empty();
    }

    boolean isSection(String key) {
        Entry entry = mapping.entries().get(key);
        return entry != null && entry.value() instanceof Mapping;
    }

    /** All keys as names of the officer's choosing, each with where it stands; bad ones are noted. */
    Map<String, Position> names() {
        Map<String, Position> names = new LinkedHashMap<>();
        mapping.entries().forEach((key, entry) -> {
            known.add(key);
            if (NAME.matcher(key).matches()) {
                names.put(key, entry.key());
            } else {
                problems.add(
                        entry.key(),
                        "`%s` cannot be a name; use small letters a-z, digits and hyphens, such as `kinh-te`",
                        "`%s` không dùng làm tên được; chỉ dùng chữ thường a-z không dấu, chữ số và gạch nối, ví dụ `kinh-te`",
                        key);
            }
        });
        return names;
    }

    /** Notes that the key is missing, with an example of what would be right. */
    void require(String key, String example) {
        if (!has(key)) {
            problems.add(at(), "`%s` is missing; add `%s: %s`", "thiếu `%s`; hãy thêm `%s: %s`", key, key, example);
        }
    }

    /** Notes each key that nobody asked for, with the one that was probably meant. */
    void refuseTheRest() {
        mapping.entries().forEach((key, entry) -> {
            if (!known.contains(key)) {
                nearest(key, known)
                        .ifPresentOrElse(
                                near -> problems.add(
                                        entry.key(),
                                        "unknown key `%s`; did you mean `%s`?",
                                        "không có khóa `%s`; ý bạn là `%s`?",
                                        key,
                                        near),
                                () -> problems.add(
                                        entry.key(),
                                        "unknown key `%s`; possible here: %s",
                                        "không có khóa `%s`; ở đây có thể dùng: %s",
                                        key,
                                        String.join(", ", known)));
            }
        });
    }

    /** The candidate that the word is most like, if any is. */
    static Optional<String> nearest(String word, Set<String> candidates) {
        LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
        return candidates.stream()
                .min((a, b) -> Integer.compare(distance.apply(word, a), distance.apply(word, b)))
                .filter(near -> distance.apply(word, near) <= Math.min(NEAR, Math.max(1, word.length() / 2)));
    }

    private <T> Optional<T> value(String key, String english, String vietnamese, Function<String, Optional<T>> parse) {
        return scalar(key, english, vietnamese).flatMap(scalar -> {
            Optional<T> value = parse.apply(scalar.text().strip());
            if (value.isEmpty()) {
                wrong(scalar, key, english, vietnamese);
            }
            return value;
        });
    }

    private Optional<Scalar> scalar(String key, String english, String vietnamese) {
        known.add(key);
        Entry entry = mapping.entries().get(key);
        if (entry == null) {
            return Optional.empty();
        }
        if (entry.value() instanceof Scalar scalar && !scalar.text().isBlank()) {
            return Optional.of(scalar);
        }
        wrong(entry.value().at(), key, english, vietnamese);
        return Optional.empty();
    }

    private <T> Optional<T> parsed(Scalar scalar, String english, String vietnamese, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(scalar.text()));
        } catch (IllegalArgumentException unusable) {
            problems.add(
                    scalar.at(),
                    "`%s` is not understood (%s); write " + english.replace("%", "%%"),
                    "không hiểu `%s` (%s); hãy viết " + vietnamese.replace("%", "%%"),
                    scalar.text(),
                    unusable.getMessage());
            return Optional.empty();
        }
    }

    private boolean within(String key, int number, int least, int most) {
        if (number >= least && number <= most) {
            return true;
        }
        problems.add(
                at(key),
                "`%s: %d` is out of bounds; write a whole number from %d to %d",
                "`%s: %d` vượt giới hạn; hãy viết một số nguyên từ %d đến %d",
                key,
                number,
                least,
                most);
        return false;
    }

    private void wrong(Scalar scalar, String key, String english, String vietnamese) {
        problems.add(
                scalar.at(),
                "`%s: %s` is not understood; write " + english.replace("%", "%%"),
                "không hiểu `%s: %s`; hãy viết " + vietnamese.replace("%", "%%"),
                key,
                scalar.text());
    }

    private void wrong(Position at, String key, String english, String vietnamese) {
        problems.add(
                at,
                "`%s` has the wrong kind of value; write " + english.replace("%", "%%"),
                "`%s` có giá trị không đúng loại; hãy viết " + vietnamese.replace("%", "%%"),
                key);
    }

    private static Optional<Duration> parseDuration(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long amount = Long.parseLong(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2)) {
                    case "ms" -> Duration.ofMillis(amount);
                    case "s" -> Duration.ofSeconds(amount);
                    case "m" -> Duration.ofMinutes(amount);
                    case "h" -> Duration.ofHours(amount);
                    default -> Duration.ofDays(amount);
                });
    }

    private static String words(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + "s" : time.toMillis() + "ms";
    }
}
