package loa.article;

import org.jspecify.annotations.Nullable;

/**
 * One of the newsroom's categories: each has its own feed.
 *
 * @param name its name in addresses, lower-case ASCII
 * @param title what readers see
 * @param limit articles in its feed
 * @param fullText whether the feed carries whole articles or their summaries only
 */
public record Category(String name, String title, @Nullable String description, int limit, boolean fullText) {

    /** The name of the feed that holds the articles of every category. */
    public static final String ALL = "all";

    public static final int DEFAULT_LIMIT = 50;
}
