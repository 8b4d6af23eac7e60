package loa.entry;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What an article consists of in JSON, and where two formats that everybody knows have it. */
public enum JsonField {
    ID("guid.rendered", "id"),
    TITLE("title.rendered", "title"),
    LINK("link", "url external_url"),
    PUBLISHED("date_gmt date", "date_published"),
    UPDATED("modified_gmt modified", "date_modified"),
    AUTHOR("_embedded.author.name", "authors.name author.name"),
    SUMMARY("excerpt.rendered", "summary"),
    BODY("content.rendered", "content_html"),
    IMAGE("_embedded.wp:featuredmedia.source_url jetpack_featured_media_url", "image banner_image"),
    CATEGORIES("_embedded.wp:term.name", "tags");

    private final String wordPress;
    private final String jsonFeed;

    JsonField(String wordPress, String jsonFeed) {
        this.wordPress = wordPress;
        this.jsonFeed = jsonFeed;
    }

    /** How feeds.yml calls it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where WordPress has it, the first that there is. */
    List<JsonPath> inWordPress() {
        return paths(wordPress);
    }

    /** Where JSON Feed has it, the first that there is. */
    List<JsonPath> inJsonFeed() {
        return paths(jsonFeed);
    }

    private static List<JsonPath> paths(String paths) {
        return Stream.of(paths.split(" ")).map(JsonPath::of).toList();
    }
}
