package loa.collect;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import loa.article.Candidate;

/**
 * What a listing shows now, beside what it showed when it was last taken.
 *
 * @param before the keys that it showed then; none if that is not known, or means nothing any more
 * @param isKept whether an article of this key is kept
 */
record Showing(URI listing, List<String> before, List<Candidate> now, Predicate<String> isKept) {

    List<String> keys() {
        return now.stream().map(Candidate::key).distinct().toList();
    }

    /** What nobody has seen before. */
    List<Candidate> strangers() {
        return now.stream().filter(candidate -> !isKept.test(candidate.key())).toList();
    }

    /** What it showed and shows no more. */
    List<String> vanished() {
        Set<String> keys = new HashSet<>(keys());
        return before.stream().filter(key -> !keys.contains(key)).toList();
    }

    /**
     * What of it is to be remembered as shown: in the place of what could not be read yet stays what stood there before, so
     * that it is still found as the former self of what comes there.
     */
    List<String> taken(Predicate<String> isUnread) {
        Displaced displaced = Displaced.in(List.of(this));
        return keys().stream()
                .flatMap(key -> isUnread.test(key) && !isKept.test(key) ? displaced.by(key).stream() : Stream.of(key))
                .distinct()
                .toList();
    }

    /** What it did not show. */
    List<String> arrived() {
        Set<String> keys = new HashSet<>(before);
        return keys().stream().filter(key -> !keys.contains(key)).toList();
    }
}
