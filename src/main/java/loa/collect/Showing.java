package loa.collect;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import loa.article.Candidate;
import loa.store.Shown;

/**
 * What a listing shows now, beside what it showed when it was last taken.
 *
 * @param last what kept articles it showed then
 * @param isKept whether an article of this key is kept
 */
record Showing(URI listing, Shown last, List<Candidate> now, Predicate<String> isKept) {

    /** The keys that it showed when it was last taken; none if that is not known, or means nothing any more. */
    List<String> before() {
        return last.keys();
    }

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
        return before().stream().filter(key -> !keys.contains(key)).toList();
    }

    /**
     * What of it is to be remembered as shown.
     *
     * @param isKeptNow whether an article of this key is kept by now
     */
    Shown taken(Predicate<String> isKeptNow) {
        Displaced displaced = Displaced.in(List.of(this));
        List<String> places = keys().stream()
                .flatMap(key -> Stream.concat(
                        displaced.by(key).stream().filter(former -> !isKeptNow.test(key)), Stream.of(key)))
                .distinct()
                .toList();
        return new Shown(keys(), places);
    }

    /** What it did not show. */
    List<String> arrived() {
        Set<String> keys = new HashSet<>(before());
        return keys().stream().filter(key -> !keys.contains(key)).toList();
    }
}
