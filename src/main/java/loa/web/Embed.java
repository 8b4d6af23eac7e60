package loa.web;

import io.javalin.http.BadRequestResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How another site wants a category's headlines. What it may say comes from small sets, so that there are few documents to
 * keep and nothing of it can reach a page as it was sent.
 *
 * @param limit how many
 * @param theme its colours: {@code light}, {@code dark}, or {@code auto} for what the reader's system has
 * @param images whether with lead images
 */
record Embed(int limit, String theme, boolean images) {

    static final int MOST = 20;
    static final int USUAL = 5;
    static final String AUTO = "auto";

    private static final List<String> THEMES = List.of("light", "dark", AUTO);
    private static final List<String> FLAGS = List.of("true", "false");

    /**
     * What the query says; without it the reader's own colours, and no images.
     *
     * @param usual how many where it does not say
     * @throws BadRequestResponse if it says anything else
     */
    static Embed of(@Nullable String query, int usual) {
        int limit = Limit.of(query).orElse(usual);
        if (limit > MOST) {
            throw new BadRequestResponse("limit is a whole number from 1 to " + MOST);
        }
        return new Embed(
                limit,
                Parameter.choice(query, "theme", THEMES).orElse(AUTO),
                Parameter.choice(query, "images", FLAGS).map(Boolean::valueOf).orElse(false));
    }

    /** All of it, as a query with its question mark. */
    String query() {
        return "?limit=" + limit + "&theme=" + theme + "&images=" + images;
    }
}
