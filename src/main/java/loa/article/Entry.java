package loa.article;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An article as a feed, an interface or a file gives it, its texts as they are written there.
 *
 * @param id by which the source tells it from others, null if it does not say
 * @param link where people read it
 * @param title plain text on one line, never empty
 * @param summary HTML, empty if there is none
 * @param content HTML, empty if there is none
 * @param base what the addresses in both are relative to
 * @param published as the source dates it, null if it does not say
 * @param author as the source names it
 * @param images that stand for it, the likeliest first
 * @param categories as the source calls them
 */
public record Entry(
        @Nullable String id,
        URI link,
        String title,
        String summary,
        String content,
        URI base,
        @Nullable Instant published,
        @Nullable String author,
        List<URI> images,
        Set<String> categories) {

    public Entry {
        images = List.copyOf(images);
        categories = Set.copyOf(categories);
    }

    /** Changes when anything of it does that readers may see. */
    String hash() {
        return Hash.of(summary, content, author, images);
    }
}
