package loa.collect;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import loa.article.ParsedArticle;
import loa.fetch.FetchResult.Reason;
import loa.fetch.PageVersion;
import loa.language.Phrase;
import loa.source.Candidate;
import loa.source.HtmlSource;
import loa.source.Reading;
import loa.source.Reading.Read;
import loa.source.Reading.Unchanged;
import loa.source.Reading.Unread;
import loa.source.Section;
import loa.source.Trouble;
import loa.store.ArticleStore;
import loa.store.Due;
import loa.store.Known;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One collection of one source, from its listings to what is kept. */
final class Pass {

    private static final Logger LOG = LoggerFactory.getLogger(Pass.class);

    private static final int MOST_SECOND_LOOKS = 20;

    private final HtmlSource source;
    private final ArticleStore store;
    private final PageMemory memory;
    private final Set<Trouble> troubles = new LinkedHashSet<>();
    private final List<ReadListing> listings = new ArrayList<>();
    private final Map<String, Instant> unfinished = new HashMap<>();
    private final Intake intake;
    private boolean isWell = true;
    private int listed;

    Pass(HtmlSource source, ArticleStore store, PageMemory memory, Consumer<Set<String>> changed) {
        this.source = source;
        this.store = store;
        this.memory = memory;
        this.intake = new Intake(source, store, changed);
    }

    /** Does it all; nothing that goes wrong on the way costs more than its own page. */
    Run run() {
        long start = System.nanoTime();
        for (Candidate candidate : candidates()) {
            if (Thread.currentThread().isInterrupted()) {
                unfinished.put(candidate.key(), Instant.EPOCH); // the program ends; what is left comes next time
            } else if (!isolated(candidate.link(), () -> collect(candidate))) {
                failed(candidate);
            }
        }
        if (isWell()) {
            isolated(source.root(), this::lookAgain);
        }
        isolated(source.root(), this::remember);
        return new Run(
                source.name(),
                listed,
                intake.added(),
                intake.updated(),
                List.copyOf(troubles),
                Duration.ofNanos(System.nanoTime() - start));
    }

    /** What the listings name that are not as they were, each article once, the oldest first. */
    private List<Candidate> candidates() {
        Map<String, Candidate> found = new LinkedHashMap<>();
        for (Section section : source.sections()) {
            isolated(section.address(), () -> {
                for (Candidate candidate : candidates(section)) {
                    found.merge(candidate.key(), candidate, Candidate::alsoIn);
                }
            });
        }
        listed += found.size();
        List<Candidate> candidates = new ArrayList<>(found.values());
        Collections.reverse(candidates); // numbers grow as the newsroom published
        return candidates;
    }

    private List<Candidate> candidates(Section section) {
        URI address = section.address();
        if (memory.restsUntil(address).isPresent()) {
            troubles.add(
                    new Trouble(
                            address,
                            new Phrase(
                                    "this listing is gone for good and only asked for once a day; correct or delete it in `sections`",
                                    "trang danh sách này đã bị gỡ bỏ nên mỗi ngày chỉ thử lại một lần; hãy sửa hoặc xóa trong `sections`")));
            return List.of();
        }
        Reading<List<Candidate>> reading = source.candidates(section, memory.version(address), troubles::add);
        if (reading instanceof Read<List<Candidate>> read) {
            read.version().ifPresent(version -> listings.add(new ReadListing(address, version, read.content())));
            return read.content();
        } else if (reading instanceof Unchanged<List<Candidate>> unchanged) {
            listed += memory.unchanged(address, unchanged.version());
        } else if (reading instanceof Unread<List<Candidate>> unread
                && unread.reason().equals(Optional.of(Reason.GONE))) {
            memory.gone(address);
        } else {
            isWell = false;
        }
        return List.of();
    }

    private void collect(Candidate candidate) {
        Optional<Known> known = store.known(source.name(), candidate.key());
        if (known.isPresent() && known.get().isAsListed(candidate.fingerprint())) {
            intake.listed(known.get(), candidate);
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
            known.ifPresentOrElse(
                    one -> intake.known(one, read.content(), candidate, candidate.fingerprint()),
                    () -> intake.unknown(read.content(), candidate));
            read.version().ifPresent(current -> memory.read(candidate.link(), current, 0, Instant.MAX));
        } else if (reading instanceof Unchanged<ParsedArticle> unchanged) {
            memory.unchanged(candidate.link(), unchanged.version());
            store.sighted(source.name(), candidate.key(), candidate.fingerprint());
            intake.listed(known.orElseThrow(), candidate);
        } else if (reading instanceof Unread<ParsedArticle> unread) {
            unread(candidate, known, unread.reason());
        }
    }

    private void lookAgain() {
        SecondLook second = new SecondLook(source, store, memory, intake);
        for (Due due : store.looks().due(source.name(), MOST_SECOND_LOOKS)) {
            if (second.isHopeless() || Thread.currentThread().isInterrupted()) {
                return;
            }
            if (!isolated(due.link(), () -> second.at(due))) {
                store.looks().failed(due.id());
            }
        }
    }

    /** Whether the portal lists articles as ever: only then do missing ones mean anything. */
    private boolean isWell() {
        return isWell && listed > 0;
    }

    private void unread(Candidate candidate, Optional<Known> known, Optional<Reason> reason) {
        if (reason.equals(Optional.of(Reason.SILENCE))) {
            unfinished.put(candidate.key(), Instant.EPOCH); // its host was not asked: that says nothing of the page
            return;
        }
        if (isWell() && reason.filter(SecondLook::isGone).isPresent()) {
            known.ifPresent(one -> intake.missing(one.id()));
        }
        failed(candidate);
    }

    private void failed(Candidate candidate) {
        boolean ending = Thread.currentThread().isInterrupted();
        unfinished.put(candidate.key(), ending ? Instant.EPOCH : memory.failed(candidate.link()));
    }

    /** A listing is asked for as a whole when it may have to name again what could not be read. */
    private void remember() {
        for (ReadListing listing : listings) {
            Instant due = listing.candidates().stream()
                    .map(candidate -> unfinished.getOrDefault(candidate.key(), Instant.MAX))
                    .min(Instant::compareTo)
                    .orElse(Instant.MAX);
            memory.read(
                    listing.address(), listing.version(), listing.candidates().size(), due);
        }
        memory.keep();
    }

    /** One page that we cannot cope with, or that is built to exhaust us, costs that page alone. */
    private boolean isolated(URI address, Runnable work) {
        try {
            work.run();
            return true;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError bug) {
            LOG.error("{}: {}", source.name(), address, bug);
            troubles.add(new Trouble(
                    address,
                    new Phrase("an error in Loa; please report it", "lỗi của chương trình Loa; xin hãy báo lại")));
            return false;
        }
    }

    /** A listing that was read to its end. */
    private record ReadListing(URI address, PageVersion version, List<Candidate> candidates) {}
}
