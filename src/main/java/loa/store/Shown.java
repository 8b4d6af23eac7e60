package loa.store;

import java.util.List;
import java.util.Set;

/**
 * What a listing showed when it was last taken.
 *
 * @param keys of its articles, in its order
 * @param places the same, but beside an article that was not kept yet what stood in its place before: it may be the same
 */
public record Shown(List<String> keys, List<String> places) {

    /** Nothing, or nothing that means anything any more. */
    public static final Shown NOTHING = new Shown(List.of(), List.of());

    public Shown {
        keys = List.copyOf(keys);
        places = List.copyOf(places);
    }

    /** As far as it is among these. */
    public Shown among(Set<String> known) {
        return new Shown(
                keys.stream().filter(known::contains).toList(),
                places.stream().filter(known::contains).toList());
    }
}
