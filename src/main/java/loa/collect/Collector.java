package loa.collect;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import loa.language.Phrase;
import loa.source.Source;
import loa.store.ArticleStore;
import loa.store.SourceRun;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Collects a source: reads its listings, fetches what is new or shown otherwise than before, and keeps it. */
public final class Collector {

    private static final Logger LOG = LoggerFactory.getLogger(Collector.class);

    private final ArticleStore store;
    private final Consumer<Set<String>> changed;
    private final Locale language;
    private final Clock clock;
    private final RandomGenerator random;

    /**
     * A collector.
     *
     * @param changed told the names of the categories whose feeds have become other than they were
     * @param language of what is logged
     * @param random for pauses that do not end all at once
     */
    public Collector(
            ArticleStore store, Consumer<Set<String>> changed, Locale language, Clock clock, RandomGenerator random) {
        this.store = store;
        this.changed = changed;
        this.language = language;
        this.clock = clock;
        this.random = random;
    }

    /** Collects the source once. What cannot be read is in the result; it never stops the rest. */
    public Run collect(Source source) {
        PageMemory memory = new PageMemory(store.pages(), source, clock, random);
        Instant started = clock.instant();
        Run run = new Pass(source, store, memory, changed).run();
        log(run);
        if (!Thread.currentThread().isInterrupted()) {
            report(source, started, run);
        }
        return run;
    }

    /** Keeps what became of the run for the officer, who is told rather late than never. */
    private void report(Source source, Instant started, Run run) {
        try {
            Instant now = clock.instant();
            List<Instant> latest = store.listings().latest(source.name(), Diagnosis.HABIT);
            Diagnosis diagnosis = Diagnosis.of(run, source.every(), latest, now);
            store.health()
                    .ran(
                            source.name(),
                            new SourceRun(
                                    started,
                                    run.took(),
                                    diagnosis.state(),
                                    run.listed(),
                                    run.added(),
                                    run.updated(),
                                    run.troubles().size()),
                            diagnosis.reason(),
                            now.plus(source.every()));
        } catch (RuntimeException storeDown) {
            LOG.error("{}: its state is not kept", source.name(), storeDown);
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
        run.holds()
                .forEach(hold -> LOG.warn(
                        "{}: {}: {}",
                        run.source(),
                        hold.listing(),
                        Phrase.of("held: %s", "tạm giữ: %s", hold.reason().in(language))
                                .in(language)));
        run.troubles()
                .forEach(trouble -> LOG.warn(
                        "{}: {}: {}",
                        run.source(),
                        trouble.address(),
                        trouble.reason().in(language)));
    }
}
