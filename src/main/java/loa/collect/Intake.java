package loa.collect;

import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import loa.article.Candidate;
import loa.article.ParsedArticle;
import loa.collect.Recognition.Verdict;
import loa.source.Source;
import loa.source.Whereabouts;
import loa.store.ArticleStore;
import loa.store.Kept;
import loa.store.Known;

/** Takes what a source shows into the store, or out of it, says which categories changed, and counts. */
final class Intake {

    /** How many others are asked for before an article is withdrawn. */
    private static final int NEIGHBOURS = 3;

    private final Source source;
    private final ArticleStore store;
    private final Consumer<Set<String>> changed;
    private final Recognition recognition;
    private int added;
    private int updated;

    Intake(Source source, ArticleStore store, Consumer<Set<String>> changed) {
        this.source = source;
        this.store = store;
        this.changed = changed;
        this.recognition = new Recognition(store, source.identity(), source::whereabouts);
    }

    /**
     * An article under an address that is not known: a new one, or one that moved. Its page may claim another's address.
     *
     * @param displaced what its listing showed in its place before
     * @param mayWait whether it may be left for later, where it cannot be told yet
     * @return whether it was taken
     */
    boolean unknown(ParsedArticle read, Candidate candidate, Set<String> displaced, boolean mayWait) {
        Optional<Known> claimed = store.known(source.name(), read.key());
        boolean isTrue = claimed.filter(one -> recognition.is(one, read)).isPresent();
        ParsedArticle article = claimed.isPresent() && !isTrue ? read.at(candidate.key(), candidate.link()) : read;
        Verdict verdict = isTrue
                ? new Verdict(OptionalLong.of(claimed.orElseThrow().id()), false)
                : recognition.same(article, candidate.key(), displaced);
        if (verdict.isOpen() && mayWait) {
            return false;
        }
        count(store.put(article, candidate.key(), candidate.fingerprint(), verdict.same()));
        return true;
    }

    /** Whether it is a kept article at a new address. */
    boolean recognises(Finding finding, Set<String> displaced) {
        return recognition
                .same(finding.article(), finding.candidate().key(), displaced)
                .same()
                .isPresent();
    }

    /**
     * A known article.
     *
     * @param fingerprint of what a listing shows, or showed last
     */
    void known(Known known, ParsedArticle read, Candidate candidate, String fingerprint) {
        boolean isAnothers = store.known(source.name(), read.key())
                .filter(one -> one.id() != known.id())
                .isPresent();
        ParsedArticle article = isAnothers ? read.at(candidate.key(), candidate.link()) : read;
        count(store.put(article, candidate.key(), fingerprint, OptionalLong.of(known.id())));
    }

    /** A known article is as it was, but may be listed in more categories. */
    void listed(Known known, Candidate candidate) {
        if (!known.categories().containsAll(candidate.categories())) {
            announce(store.list(source.name(), candidate.key(), candidate.categories()));
        }
    }

    /** The address of a known article is gone, while its listings are well: if that lasts, and others are there, so is it. */
    void missing(long article) {
        if (store.looks().missing(article, source.withdrawAfter()) && othersAreThere(article)) {
            announce(store.withdraw(article));
        }
    }

    int added() {
        return added;
    }

    int updated() {
        return updated;
    }

    /**
     * Whether most of those are there that came just before it; for the first, that came just after. Where they are gone too
     * the portal was built anew, and nobody has withdrawn anything.
     */
    private boolean othersAreThere(long article) {
        List<URI> before = store.looks().before(article, NEIGHBOURS);
        List<URI> others = before.isEmpty() ? store.looks().after(article, NEIGHBOURS) : before;
        List<String> found =
                others.stream().flatMap(link -> found(link).stream()).toList();
        long there = found.stream()
                .filter(key -> Collections.frequency(found, key) == 1)
                .count();
        return there * 2 > others.size();
    }

    /** As what the article at this address is found: empty if it is not, or visitors are led to the first page. */
    private Optional<String> found(URI link) {
        Whereabouts whereabouts = source.whereabouts(link);
        if (whereabouts instanceof Whereabouts.Elsewhere elsewhere) {
            return Optional.of(elsewhere.key())
                    .filter(key -> !key.equals(source.identity().key(source.root())));
        }
        return whereabouts instanceof Whereabouts.Present ? Optional.of(link.toString()) : Optional.empty();
    }

    private void count(Kept kept) {
        announce(kept.categories());
        switch (kept.change()) {
            case ADDED -> added++;
            case UPDATED, RESTORED -> updated++;
            case MOVED, NONE -> {}
        }
    }

    private void announce(Set<String> categories) {
        if (!categories.isEmpty()) {
            changed.accept(categories);
        }
    }
}
