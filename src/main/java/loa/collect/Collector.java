package loa.collect;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import loa.language.Phrase;
import loa.source.Candidate;
import loa.source.HtmlSource;
import loa.source.Trouble;
import loa.store.ArticleStore;
import loa.store.Kept;
import loa.store.Known;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Collects a source: reads its listings, fetches what is new or shown otherwise than before, and keeps it. */
public final class Collector {

    private static final Logger LOG = LoggerFactory.getLogger(Collector.class);

    private final ArticleStore store;
    private final Consumer<Set<String>> changed;
    private final Locale language;

    /**
     * @param changed told the names of the categories whose feeds have become other than they were
     * @param language of what is logged
     */
    public Collector(ArticleStore store, Consumer<Set<String>> changed, Locale language) {
        this.store = store;
        this.changed = changed;
        this.language = language;
    }

    /** Collects the source once. What cannot be read is in the result; it never stops the rest. */
    public Run collect(HtmlSource source) {
        long start = System.nanoTime();
        List<Trouble> troubles = new ArrayList<>();
        List<Candidate> candidates = source.candidates(troubles::add);
        Collections.reverse(candidates); // the oldest first: numbers grow as the newsroom published
        int added = 0;
        int updated = 0;
        for (Candidate candidate : candidates) {
            if (Thread.currentThread().isInterrupted()) {
                break; // the program ends; what is left comes next time
            }
            switch (isolated(source, candidate, troubles)) {
                case ADDED -> added++;
                case UPDATED -> updated++;
                case RESTORED, MOVED, NONE -> {}
            }
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        Run run = new Run(source.name(), candidates.size(), added, updated, troubles, took);
        log(run);
        return run;
    }

    /** One page that we cannot cope with, or that is built to overflow the stack, costs that page alone. */
    private Kept.Change isolated(HtmlSource source, Candidate candidate, List<Trouble> troubles) {
        try {
            return collect(source, candidate, troubles);
        } catch (RuntimeException | StackOverflowError bug) {
            LOG.error("{}: {}", source.name(), candidate.link(), bug);
            troubles.add(new Trouble(
                    candidate.link(),
                    new Phrase("an error in Loa; please report it", "lỗi của chương trình Loa; xin hãy báo lại")));
            return Kept.Change.NONE;
        }
    }

    private Kept.Change collect(HtmlSource source, Candidate candidate, List<Trouble> troubles) {
        Optional<Known> known = store.known(source.name(), candidate.key());
        if (known.isPresent() && known.get().fingerprint().equals(candidate.fingerprint())) {
            if (!known.get().categories().containsAll(candidate.categories())) {
                announce(store.list(source.name(), candidate.key(), candidate.categories()));
            }
            return Kept.Change.NONE;
        }
        return source.article(candidate, troubles::add)
                .map(parsed -> store.put(parsed, candidate.key(), candidate.fingerprint()))
                .map(kept -> {
                    announce(kept.categories());
                    return kept.change();
                })
                .orElse(Kept.Change.NONE);
    }

    private void announce(Set<String> categories) {
        if (!categories.isEmpty()) {
            changed.accept(categories);
        }
    }

    private void log(Run run) {
        boolean eventful = run.added() + run.updated() + run.troubles().size() > 0;
        LOG.atLevel(eventful ? Level.INFO : Level.DEBUG)
                .log(Phrase.of(
                                "%s: %d listed, %d new, %d updated, %d troubles, %.1f s",
                                "%s: %d bài trong danh sách, %d bài mới, %d bài cập nhật, %d lỗi, %.1f giây",
                                run.source(),
                                run.listed(),
                                run.added(),
                                run.updated(),
                                run.troubles().size(),
                                run.took().toMillis() / 1000.0)
                        .in(language));
        run.troubles()
                .forEach(trouble -> LOG.warn(
                        "{}: {}: {}",
                        run.source(),
                        trouble.address(),
                        trouble.reason().in(language)));
    }
}
