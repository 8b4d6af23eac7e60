package loa.feed;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;
import loa.article.Category;
import loa.store.Articles;
import org.jspecify.annotations.Nullable;

/**
 * Documents besides the feeds that show a category's articles: encoded once, and kept as bytes until those articles change.
 * Whether they did is asked each time, so that nobody sees less than the store has; while it does not answer, what is kept
 * is given.
 */
public final class Renditions {

    private final Articles articles;
    private final Cache<Object, Rendition> kept;

    /**
     * @param cacheBytes how much memory the documents may take
     */
    public Renditions(Articles articles, long cacheBytes) {
        this.articles = articles;
        this.kept = Caffeine.newBuilder()
                .maximumWeight(cacheBytes)
                .weigher((Object key, Rendition value) -> value.document.weight())
                .build();
    }

    /**
     * The document of this key as it is now.
     *
     * @param key names the document and all that its content depends on besides the articles; few for each category
     * @param mediaType without its charset
     * @param content writes it anew
     */
    public Rendered document(Object key, Category category, String mediaType, Supplier<byte[]> content) {
        @Nullable Rendition before = kept.getIfPresent(key);
        long revision;
        try {
            revision = articles.revision(category.name()).number(); // before the articles: never newer than they are
        } catch (RuntimeException storeFailed) {
            if (before == null) {
                throw storeFailed;
            }
            return before.document;
        }
        return before != null && before.revision == revision
                ? before.document
                : renewed(key, revision, mediaType, content).document;
    }

    /** Whoever asks meanwhile waits for the one that is being made. */
    private Rendition renewed(Object key, long revision, String mediaType, Supplier<byte[]> content) {
        return Objects.requireNonNull(kept.asMap()
                .compute(
                        key,
                        (same, other) -> other != null && other.revision >= revision
                                ? other
                                : new Rendition(
                                        revision, Rendered.of(content.get(), mediaType, revision, Instant.EPOCH))));
    }

    private record Rendition(long revision, Rendered document) {}
}
