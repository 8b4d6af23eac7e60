package loa.article;

import java.net.URI;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An article as the listings show it.
 *
 * @param key what the source knows the article by
 * @param title the link's text, possibly shortened by the portal
 * @param categories none if the source has it where nothing is taken from
 * @param entry all of it, where the list gives that too
 */
public record Candidate(
        String key,
        URI link,
        String title,
        @Nullable String summary,
        @Nullable ReadDate published,
        @Nullable URI image,
        Set<String> categories,
        @Nullable Entry entry) {

    public Candidate {
        categories = Set.copyOf(categories);
    }

    /** One of which the list gives no more than this. */
    public Candidate(
            String key,
            URI link,
            String title,
            @Nullable String summary,
            @Nullable ReadDate published,
            @Nullable URI image,
            Set<String> categories) {
        this(key, link, title, summary, published, image, categories, null);
    }

    /** Changes when a listing shows the article otherwise than before. */
    public String fingerprint() {
        return entry == null
                ? Hash.of(link, title, summary, printed())
                : Hash.of(link, title, summary, printed(), entry.hash());
    }

    /** The date, unless it counts back from the fetch: such a one is another each time. */
    private @Nullable Instant printed() {
        return published == null || published.relative() ? null : published.at();
    }

    /** The same candidate, listed in the other's categories too. */
    public Candidate alsoIn(Candidate other) {
        Set<String> both = new TreeSet<>(categories);
        both.addAll(other.categories);
        return new Candidate(key, link, title, summary, published, image, both, entry);
    }
}
