package loa.collect;

import java.time.Instant;
import java.util.Optional;
import loa.article.Candidate;
import loa.article.Likeness.Sighting;
import loa.article.ParsedArticle;
import loa.fetch.FetchResult.Reason;
import loa.fetch.PageVersion;
import loa.source.Reading;
import loa.source.Reading.Read;
import loa.source.Reading.Unchanged;
import loa.source.Reading.Unread;
import loa.source.Source;
import loa.store.ArticleStore;
import loa.store.Due;
import loa.store.Known;

/** Looks again at articles that are known, whether listings name them or not: portals correct and delete in silence. */
final class SecondLook {

    private static final int MOST_FAILURES = 3;

    private final Source source;
    private final ArticleStore store;
    private final PageMemory memory;
    private final Intake intake;
    private int failures;

    SecondLook(Source source, ArticleStore store, PageMemory memory, Intake intake) {
        this.source = source;
        this.store = store;
        this.memory = memory;
        this.intake = intake;
    }

    /** Whether so much has failed that the rest may wait. */
    boolean isHopeless() {
        return failures == MOST_FAILURES;
    }

    /** Looks at this one. */
    void at(Due due) {
        Candidate candidate = source.candidate(due.link(), due.title(), due.image(), due.published(), due.categories());
        Optional<Known> known = store.known(source.name(), candidate.key()).filter(one -> one.id() == due.id());
        Optional<PageVersion> version =
                known.filter(one -> !one.isWithdrawn()).flatMap(one -> memory.version(candidate.link()));
        Reading<ParsedArticle> reading = source.article(candidate, version, trouble -> {});
        if (reading instanceof Read<ParsedArticle> read && known.isPresent() && isStillTheSame(due, read.content())) {
            intake.known(known.get(), read.content(), candidate, known.get().fingerprint());
            read.version().ifPresent(current -> memory.read(candidate.link(), current, 0, Instant.MAX));
        } else if (reading instanceof Unchanged<ParsedArticle> unchanged) {
            memory.unchanged(candidate.link(), unchanged.version());
            store.looks().unchanged(due.id());
        } else if (reading instanceof Unread<ParsedArticle> unread
                && unread.reason().filter(SecondLook::isGone).isPresent()) {
            intake.missing(due.id());
        } else {
            failures++;
            store.looks().failed(due.id());
        }
    }

    /** Nothing at an article's address is taken for its new text that has nothing of the old. */
    private boolean isStillTheSame(Due due, ParsedArticle article) {
        return store.looks().isKeptAs(due.id(), article.contentHash())
                || store.kept(due.id())
                        .filter(kept -> kept.to(new Sighting(article)).isRelated())
                        .isPresent();
    }

    static boolean isGone(Reason reason) {
        return reason == Reason.NOT_FOUND || reason == Reason.GONE;
    }
}
