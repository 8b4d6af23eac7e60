package loa.collect;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loa.article.Candidate;
import loa.language.Phrase;

/**
 * Listings that are judged together: all that nothing is said against, or one that is in doubt.
 *
 * @param doubt what its articles have to dispel
 */
record Batch(List<Showing> listings, Optional<Phrase> doubt) {

    static List<Batch> of(List<Showing> showings, boolean isAccepted) {
        List<Showing> usual = new ArrayList<>();
        List<Batch> batches = new ArrayList<>();
        for (Showing showing : showings) {
            Optional<Phrase> doubt = isAccepted ? Optional.empty() : Gate.doubt(showing);
            if (doubt.isPresent()) {
                batches.add(new Batch(List.of(showing), doubt));
            } else {
                usual.add(showing);
            }
        }
        batches.add(0, new Batch(usual, Optional.empty()));
        return batches;
    }

    /** What its listings name, each article once, the oldest first. */
    List<Candidate> candidates() {
        Map<String, Candidate> found = new LinkedHashMap<>();
        for (Showing showing : listings) {
            showing.now().forEach(candidate -> found.merge(candidate.key(), candidate, Candidate::alsoIn));
        }
        List<Candidate> candidates = new ArrayList<>(found.values());
        Collections.reverse(candidates); // numbers grow as the newsroom published
        return candidates;
    }

    /** Whether its listings showed articles before. */
    boolean isKnown() {
        return listings.stream().anyMatch(showing -> !showing.before().isEmpty());
    }

    List<URI> addresses() {
        return listings.stream().map(Showing::listing).toList();
    }
}
