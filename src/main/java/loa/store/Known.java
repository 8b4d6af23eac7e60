package loa.store;

import java.util.Set;

/**
 * What is kept of an article, to be compared with what a listing shows of it.
 *
 * @param id its number in the store
 * @param fingerprint of what a listing showed when the article was last read
 * @param categories in which it is listed
 * @param isWithdrawn whether it is published no more
 */
public record Known(long id, String fingerprint, Set<String> categories, boolean isWithdrawn) {

    public Known {
        categories = Set.copyOf(categories);
    }

    /** Whether the listing that shows this says nothing new. */
    public boolean isAsListed(String shown) {
        return fingerprint.equals(shown) && !isWithdrawn;
    }
}
