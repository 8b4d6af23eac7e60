package loa.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a source can be, and the keys that it has then, beside those that all have. */
enum SourceKind {
    HTML("https://portal.example.vn/", "was-at robots withdraw-after pages category sections listing article"),
    FEED("https://portal.example.vn/rss", "was-at robots withdraw-after pages category categories full-text article"),
    SITEMAP("https://portal.example.vn/sitemap-news.xml", "was-at robots withdraw-after category article"),
    JSON(
            "https://portal.example.vn/wp-json/wp/v2/posts?_embed",
            "was-at robots withdraw-after pages category categories full-text article items fields"),
    FOLDER("bai-viet/", "url category categories");

    private final String example;
    private final String keys;

    SourceKind(String example, String keys) {
        this.example = example;
        this.keys = keys;
    }

    /** The key that says it. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What may stand behind the key. */
    String example() {
        return example;
    }

    private List<String> keys() {
        return List.of(keys.split(" "));
    }

    /** Notes each key that only sources of other kinds have. */
    void refuseOthers(Section source) {
        Arrays.stream(values())
                .flatMap(kind -> kind.keys().stream())
                .distinct()
                .filter(key -> !keys().contains(key) && source.has(key))
                .forEach(key -> source.refuse(
                        key,
                        "`%s` belongs to sources of the kind %s; delete it here",
                        "`%s` chỉ dùng cho nguồn loại %s; hãy xóa ở đây",
                        key,
                        others(key)));
    }

    /** The kinds that a source is said to be. */
    static List<SourceKind> all(Section source) {
        return Arrays.stream(values()).filter(kind -> source.has(kind.key())).toList();
    }

    private static String others(String key) {
        return String.join(
                ", ",
                Arrays.stream(values())
                        .filter(kind -> kind.keys().contains(key))
                        .map(kind -> "`" + kind.key() + "`")
                        .toList());
    }
}
