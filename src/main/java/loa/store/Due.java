package loa.store;

import java.net.URI;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A kept article whose page is to be looked at again.
 *
 * @param id its number in the store
 */
public record Due(long id, URI link, String title, @Nullable URI image, Instant published, Set<String> categories) {

    public Due {
        categories = Set.copyOf(categories);
    }
}
