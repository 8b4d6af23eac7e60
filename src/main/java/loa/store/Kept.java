package loa.store;

import java.util.Set;

/**
 * What keeping an article changed.
 *
 * @param categories whose feeds are other than before
 */
public record Kept(Change change, Set<String> categories) {

    public Kept {
        categories = Set.copyOf(categories);
    }

    /** What became of the article itself. */
    public enum Change {
        ADDED,
        UPDATED,
        /** Found at another address, its content the same. */
        MOVED,
        /** Published again after it was withdrawn, its content the same or not. */
        RESTORED,
        NONE
    }
}
