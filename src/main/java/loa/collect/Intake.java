package loa.collect;

import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import loa.article.ParsedArticle;
import loa.source.Candidate;
import loa.source.HtmlSource;
import loa.source.Whereabouts;
import loa.store.ArticleStore;
import loa.store.Kept;
import loa.store.Known;

/** Takes what a source shows into the store, or out of it, says which categories changed, and counts. */
final class Intake {

    /** How many articles from before, and from after, are asked for before one is withdrawn. */
    private static final int NEIGHBOURS = 2;

    private final HtmlSource source;
    private final ArticleStore store;
    private final Consumer<Set<String>> changed;
    private final Recognition recognition;
    private int added;
    private int updated;

    Intake(HtmlSource source, ArticleStore store, Consumer<Set<String>> changed) {
        this.source = source;
        this.store = store;
        this.changed = changed;
        this.recognition = new Recognition(store, source.identity(), source::whereabouts);
    }

    /** An article under an address that is not known: a new one, or one that moved. */
    void unknown(ParsedArticle read, Candidate candidate) {
        boolean isClaimed = !read.key().equals(candidate.key())
                && store.known(source.name(), read.key()).isPresent();
        boolean isAnothers = isClaimed && !recognition.isKnownAs(read);
        ParsedArticle article = isAnothers ? read.at(candidate.key(), candidate.link()) : read;
        OptionalLong same =
                isClaimed && !isAnothers ? OptionalLong.empty() : recognition.same(article, candidate.key());
        count(store.put(article, candidate.key(), candidate.fingerprint(), same));
    }

    /** Whether it is a kept article at a new address. */
    boolean recognises(Finding finding) {
        return recognition
                .same(finding.article(), finding.candidate().key())
                .isPresent();
    }

    /**
     * A known article.
     *
     * @param fingerprint of what a listing shows, or showed last
     */
    void known(Known known, ParsedArticle article, Candidate candidate, String fingerprint) {
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

    /** Where all articles of a time are gone the portal was built anew: nobody has withdrawn them. */
    private boolean othersAreThere(long article) {
        return store.looks().neighbours(article, NEIGHBOURS).stream()
                .anyMatch(link -> source.whereabouts(link) instanceof Whereabouts.Present);
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
