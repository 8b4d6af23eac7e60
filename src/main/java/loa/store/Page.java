package loa.store;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a page of a source.
 *
 * @param settings fingerprint of what feeds.yml said of the source when the page was read
 * @param etag as its server named it, as is {@code lastModified}
 * @param bodyHash null if the page was never read
 * @param listed how many articles it named, if it is a listing
 * @param failures how often it failed in a row
 * @param due when it is asked for again: as a whole, or, if it fails, at all
 */
public record Page(
        URI address,
        String settings,
        @Nullable String etag,
        @Nullable String lastModified,
        @Nullable String bodyHash,
        int listed,
        int failures,
        Instant due) {

    public boolean isFailing() {
        return failures > 0;
    }
}
