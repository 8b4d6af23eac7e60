package loa.article;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The lead image of an article.
 *
 * @param mediaType as its server declares it, such as {@code image/jpeg}; null if it was not found out
 * @param length in bytes; 0 if it was not found out
 */
public record Image(URI address, @Nullable String mediaType, long length) {

    /** An image of which only the address is known. */
    public static Image at(URI address) {
        return new Image(address, null, 0);
    }

    /** Whether type and length are known, as an enclosure must say them. */
    public boolean isMeasured() {
        return mediaType != null && length > 0;
    }
}
