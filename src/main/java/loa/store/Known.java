package loa.store;

import java.util.Set;

/**
 * What is kept of an article, to be compared with what a listing shows of it.
 *
 * @param fingerprint of what a listing showed when the article was last read
 * @param categories in which it is listed
 */
public record Known(String fingerprint, Set<String> categories) {

    public Known {
        categories = Set.copyOf(categories);
    }
}
