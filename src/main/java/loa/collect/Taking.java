package loa.collect;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import loa.article.Candidate;
import loa.article.ParsedArticle;
import loa.fetch.FetchResult.Reason;
import loa.fetch.PageVersion;
import loa.language.Phrase;
import loa.page.Trouble;
import loa.source.Reading;
import loa.source.Reading.Read;
import loa.source.Reading.Replaced;
import loa.source.Reading.Unchanged;
import loa.source.Reading.Unread;
import loa.source.Source;
import loa.store.ArticleStore;
import loa.store.Known;
import loa.store.Shown;

/**
 * Takes what the listings of a batch name. The first articles are read before any is kept, and judged together; if there is
 * nothing to object to, they are kept, and from then on each as soon as it is read.
 */
final class Taking {

    /** As many as are held in memory at once. */
    private static final int SAMPLE = 10;

    /** So often an article waits for an answer of what may be its former address. */
    private static final int MOST_DELAYS = 3;

    private final Source source;
    private final ArticleStore store;
    private final PageMemory memory;
    private final Intake intake;
    private final Collection<Trouble> troubles;
    private final Isolation isolation;
    private final BooleanSupplier isWell;
    private final Map<String, Instant> unfinished = new HashMap<>();
    private final Sameness sameness = new Sameness();
    private final List<Step> waiting = new ArrayList<>();
    private final List<Finding> sample = new ArrayList<>();
    private Displaced displaced = new Displaced();
    private boolean isRemembered;
    private final List<Candidate> unreadable = new ArrayList<>();
    private int empty;

    /** @param isWell whether the portal lists articles as ever: only then do missing ones mean anything */
    Taking(
            Source source,
            ArticleStore store,
            PageMemory memory,
            Intake intake,
            Collection<Trouble> troubles,
            BooleanSupplier isWell) {
        this.source = source;
        this.store = store;
        this.memory = memory;
        this.intake = intake;
        this.troubles = troubles;
        this.isolation = new Isolation(source.name(), troubles);
        this.isWell = isWell;
    }

    /** Takes all of it, or says why nothing of it was taken. */
    Optional<Phrase> take(Batch batch, boolean isAccepted) {
        waiting.clear();
        sample.clear();
        empty = 0;
        unreadable.clear();
        isRemembered = false;
        displaced = Displaced.in(batch.listings());
        boolean isJudged = isAccepted;
        for (Candidate candidate : batch.candidates()) {
            if (isEnding()) {
                unfinished.put(candidate.key(), Instant.EPOCH); // what is left comes next time
            } else if (!isolation.of(candidate.link(), () -> read(candidate))) {
                failed(candidate);
            }
            if (!isJudged && sample.size() == SAMPLE) {
                Optional<Phrase> objection = objection(batch);
                if (objection.isPresent()) {
                    return objection;
                }
                isJudged = true;
            }
            if (isJudged) {
                keep(batch);
            }
        }
        Optional<Phrase> objection = isJudged || isEnding() ? Optional.empty() : objection(batch);
        if (objection.isEmpty()) {
            keep(batch);
            remember(batch);
        }
        return objection;
    }

    /** What could be fetched of the batch that was taken last, but showed no article. */
    List<Candidate> unreadable() {
        return List.copyOf(unreadable);
    }

    /** When what this candidate lacks may be asked for again; the end of time if it lacks nothing. */
    Instant due(Candidate candidate) {
        return unfinished.getOrDefault(candidate.key(), Instant.MAX);
    }

    private Optional<Phrase> objection(Batch batch) {
        return Gate.objection(sample.size(), empty)
                .or(() -> Gate.objection(sample, source.zone(), date -> mayBeShared(batch, date)))
                .or(() -> batch.doubt().filter(doubt -> !isDispelled(batch)));
    }

    /**
     * Whether several articles may well have one date: a first run may be of articles that came together, and later ones
     * may have come together since the last run; but a date that is the present minute's is one that the page always shows.
     */
    private boolean mayBeShared(Batch batch, Instant date) {
        return !batch.isKnown()
                || store.health().lastSuccess(source.name()).stream()
                        .map(last -> last.truncatedTo(ChronoUnit.MINUTES))
                        .anyMatch(last -> !date.isBefore(last) && date.isBefore(memory.minute()));
    }

    /** Whether those that nobody has seen before account for what the listing shows no more. */
    private boolean isDispelled(Batch batch) {
        Instant newest = store.listings().latest(source.name(), Diagnosis.HABIT).stream()
                .findFirst()
                .orElse(Instant.EPOCH);
        long dates = sample.stream()
                .map(finding -> finding.article().published())
                .distinct()
                .count();
        boolean haveDates = sample.size() == 1 || dates > 1;
        List<Finding> strangers = sample.stream()
                .filter(finding -> !isKept(finding.candidate().key()))
                .toList();
        List<Finding> older = strangers.stream()
                .filter(finding -> !haveDates || !isNewer(finding.article(), newest))
                .toList();
        int newer = strangers.size() - older.size();
        int moved = (int) older.stream()
                .filter(finding -> intake.recognises(
                        finding, displaced.by(finding.candidate().key())))
                .count();
        return batch.listings().stream().allMatch(showing -> Gate.isDispelled(showing, strangers.size(), newer, moved));
    }

    private static boolean isNewer(ParsedArticle article, Instant newest) {
        return article.published() != null && !article.published().isBefore(newest);
    }

    /** What the listings show is durable before anything of them is: else an article that moves twice would be a stranger. */
    private void keep(Batch batch) {
        if (!isRemembered) {
            isRemembered = remember(batch);
        }
        for (Step step : waiting) {
            if (isEnding()) {
                unfinished.put(step.candidate.key(), Instant.EPOCH);
            } else if (!isolation.of(step.candidate.link(), step.work)) {
                failed(step.candidate);
            }
        }
        waiting.clear();
    }

    private boolean remember(Batch batch) {
        return isolation.of(source.root(), () -> {
            if (!isEnding()) {
                Map<URI, Shown> shown = new LinkedHashMap<>();
                batch.listings().forEach(showing -> shown.put(showing.listing(), showing.taken(this::isKept)));
                store.listings().show(source.name(), source.fingerprint(), shown);
            }
        });
    }

    private boolean isKept(String key) {
        return store.known(source.name(), key).isPresent();
    }

    private void read(Candidate candidate) {
        Optional<Known> known = store.known(source.name(), candidate.key());
        if (known.isPresent() && known.get().isAsListed(candidate.fingerprint())) {
            later(candidate, () -> intake.listed(known.get(), candidate));
            return;
        }
        Optional<Instant> rest = memory.restsUntil(candidate.link());
        if (rest.isPresent()) {
            unfinished.put(candidate.key(), rest.get());
            return;
        }
        Optional<PageVersion> version =
                known.filter(one -> !one.isWithdrawn()).flatMap(article -> memory.version(candidate.link()));
        Reading<ParsedArticle> reading = source.article(candidate, version, troubles::add);
        if (reading instanceof Read<ParsedArticle> read) {
            found(candidate, known, read);
        } else if (reading instanceof Unchanged<ParsedArticle> unchanged) {
            later(candidate, () -> {
                memory.unchanged(candidate.link(), unchanged.version());
                store.sighted(source.name(), candidate.key(), candidate.fingerprint());
                intake.listed(known.orElseThrow(), candidate);
            });
        } else if (reading instanceof Unread<ParsedArticle> unread) {
            unread(candidate, known, unread.reason());
        } else if (reading instanceof Replaced<ParsedArticle>) {
            empty++;
            failed(candidate);
        }
    }

    private void found(Candidate candidate, Optional<Known> known, Read<ParsedArticle> read) {
        ParsedArticle article = read.content();
        Finding finding = new Finding(candidate, article);
        if (sameness.isTooMuch(finding)) {
            troubles.add(
                    new Trouble(
                            candidate.link(),
                            new Phrase(
                                    "the text of this page came on others too; it is taken for a notice, not for an article",
                                    "nội dung trang này lặp lại trên các trang khác nên bị coi là thông báo, không phải bài viết")));
            failed(candidate);
            return;
        }
        if (sample.size() < SAMPLE) {
            sample.add(finding);
        }
        later(candidate, () -> {
            boolean mayWait = memory.failures(candidate.link()) < MOST_DELAYS;
            if (known.isPresent()) {
                intake.known(known.get(), article, candidate, candidate.fingerprint());
            } else if (!intake.unknown(article, candidate, displaced.by(candidate.key()), mayWait)) {
                failed(candidate); // rather late than twice
                return;
            }
            read.version().ifPresent(current -> memory.read(candidate.link(), current, 0, Instant.MAX));
        });
    }

    private void unread(Candidate candidate, Optional<Known> known, Optional<Reason> reason) {
        if (reason.filter(Reason::isOfTheSite).isPresent()) {
            unfinished.put(candidate.key(), Instant.EPOCH); // it was not asked for: that says nothing of the page
            return;
        }
        if (reason.isEmpty()) {
            empty++;
            unreadable.add(candidate);
        }
        failed(candidate);
        if (reason.filter(SecondLook::isGone).isPresent()) {
            known.ifPresent(one -> later(candidate, () -> {
                if (isWell.getAsBoolean()) {
                    intake.missing(one.id());
                }
            }));
        }
    }

    private void later(Candidate candidate, Runnable work) {
        waiting.add(new Step(candidate, work));
    }

    private void failed(Candidate candidate) {
        unfinished.put(candidate.key(), isEnding() ? Instant.EPOCH : memory.failed(candidate.link()));
    }

    private static boolean isEnding() {
        return Thread.currentThread().isInterrupted();
    }

    /** What is to be done once nothing speaks against it. */
    private record Step(Candidate candidate, Runnable work) {}
}
