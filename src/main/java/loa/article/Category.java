package loa.article;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the newsroom's categories: each has its own feed.
 *
 * @param name its name in addresses, lower-case ASCII
 * @param title what readers see
 * @param limit articles in its feed
 * @param fullText whether the feed carries whole articles or their summaries only
 * @param was the names it had before, at which readers are told the new one
 * @param closed whether its feed has ended
 */
public record Category(
        String name,
        String title,
        @Nullable String description,
        int limit,
        boolean fullText,
        List<String> was,
        boolean closed) {

    public Category {
        was = List.copyOf(was);
    }

    /** A category that is as every category is if feeds.yml says no more than its title. */
    public Category(String name, String title) {
        this(name, title, null, DEFAULT_LIMIT, true, List.of(), false);
    }

    /** The name of the feed that holds the articles of every category. */
    public static final String ALL = "all";

    public static final int DEFAULT_LIMIT = 50;
}
