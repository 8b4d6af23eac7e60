package loa.entry;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import loa.article.Entry;
import org.jspecify.annotations.Nullable;

/**
 * What a sitemap names.
 *
 * @param entries the newest of its articles
 * @param named how many articles it names
 * @param children the sitemaps that it names
 */
public record Sitemap(List<Entry> entries, int named, List<Child> children) {

    public Sitemap {
        entries = List.copyOf(entries);
        children = List.copyOf(children);
    }

    /**
     * A sitemap that another one names.
     *
     * @param changed when it last did, null if that is not said
     */
    public record Child(URI address, @Nullable Instant changed) {}
}
