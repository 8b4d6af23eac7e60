package loa.collect;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loa.article.Candidate;
import loa.content.SiteMemory;
import loa.fetch.FetchResult.Reason;
import loa.fetch.PageVersion;
import loa.language.Phrase;
import loa.page.Trouble;
import loa.source.Reading;
import loa.source.Reading.Read;
import loa.source.Reading.Replaced;
import loa.source.Reading.Unchanged;
import loa.source.Reading.Unread;
import loa.source.Section;
import loa.source.Source;
import loa.source.Whereabouts;
import loa.store.ArticleStore;
import loa.store.Due;
import loa.store.Shown;

/** One collection of one source, from its listings to what is kept. */
final class Pass {

    private static final int MOST_SECOND_LOOKS = 20;

    private final Source source;
    private final ArticleStore store;
    private final PageMemory memory;
    private final Set<Trouble> troubles = new LinkedHashSet<>();
    private final Map<URI, ReadListing> listings = new LinkedHashMap<>();
    private final Set<URI> unread = new LinkedHashSet<>();
    private final Map<Section, Showing> emptied = new LinkedHashMap<>();
    private final List<Hold> holds = new ArrayList<>();
    private final Intake intake;
    private final Taking taking;
    private final Isolation isolation;
    private final Remedies remedies;
    private final boolean isAccepted;
    private Optional<SiteMemory> learnt = Optional.empty();
    private Optional<Phrase> remedy = Optional.empty();
    private int listed;

    Pass(Source source, ArticleStore store, PageMemory memory, Consumer<Set<String>> changed) {
        this.source = source;
        this.store = store;
        this.memory = memory;
        this.intake = new Intake(source, store, changed);
        this.taking = new Taking(source, store, memory, intake, troubles, this::isWell);
        this.isolation = new Isolation(source.name(), troubles);
        this.remedies = new Remedies(source, store, isolation);
        this.isAccepted = store.health().isAccepted(source.name());
    }

    /** Does it all; nothing that goes wrong on the way costs more than its own page. */
    Run run() {
        long start = System.nanoTime();
        List<Showing> showings = new ArrayList<>();
        for (Section section : source.sections()) {
            isolation.of(section.address(), () -> showing(section).ifPresent(showings::add));
        }
        List<Showing> withArticles = List.copyOf(showings);
        emptied.forEach((section, showing) -> isolation.of(section.address(), () -> {
            if (isTrue(showing, withArticles)) {
                showings.add(showing);
            } else {
                Phrase reason = Gate.objection(showing).orElseThrow();
                hold(
                        section.address(),
                        remedies.forListing(section).map(reason::and).orElse(reason));
            }
        }));
        listed += (int) showings.stream()
                .flatMap(showing -> showing.keys().stream())
                .distinct()
                .count();
        List<Batch> batches = Batch.of(showings, isAccepted);
        isolation.of(source.root(), () -> learn(batches.get(0).candidates()));
        batches.forEach(this::take);
        source.forget();
        if (isWell()) {
            isolation.of(source.root(), this::lookAgain);
        }
        isolation.of(source.root(), this::remember);
        return new Run(
                source.name(),
                listed,
                intake.added(),
                intake.updated(),
                unread,
                holds,
                List.copyOf(troubles),
                remedy,
                Duration.ofNanos(System.nanoTime() - start));
    }

    /** What the listing shows, if it could be read and nothing speaks against it. */
    private Optional<Showing> showing(Section section) {
        URI address = section.address();
        if (memory.restsUntil(address).isPresent()) {
            troubles.add(
                    new Trouble(
                            address,
                            new Phrase(
                                    "this listing is gone for good and only asked for once a day; correct or delete it in `sections`",
                                    "trang danh sách này đã bị gỡ bỏ nên mỗi ngày chỉ thử lại một lần; hãy sửa hoặc xóa trong `sections`")));
            return Optional.empty();
        }
        Reading<List<Candidate>> reading = source.candidates(section, memory.version(address), troubles::add);
        if (reading instanceof Read<List<Candidate>> read) {
            return judged(section, read);
        } else if (reading instanceof Unchanged<List<Candidate>> unchanged) {
            listed += memory.unchanged(address, unchanged.version());
        } else if (reading instanceof Replaced<List<Candidate>> replaced) {
            hold(address, replaced.what());
        } else if (reading instanceof Unread<List<Candidate>> nothing
                && nothing.reason().equals(Optional.of(Reason.GONE))) {
            memory.gone(address);
        } else {
            unread.add(address);
        }
        return Optional.empty();
    }

    /** The first articles of a source show what its pages have alike. */
    private void learn(List<Candidate> candidates) {
        Optional<SiteMemory> known = store.sites().texts(source.name()).map(SiteMemory::of);
        if (known.isEmpty()) {
            learnt = source.learn(candidates.stream().filter(this::isToBeRead).toList());
            learnt.ifPresent(texts -> store.sites().put(source.name(), texts.kept()));
        }
        source.remember(known.or(() -> learnt).orElse(SiteMemory.EMPTY));
    }

    private boolean isToBeRead(Candidate candidate) {
        return store.known(source.name(), candidate.key()).isEmpty()
                && memory.restsUntil(candidate.link()).isEmpty();
    }

    /** What was learnt of pages that are held goes with them. */
    private void take(Batch batch) {
        Optional<Phrase> objection = taking.take(batch, isAccepted);
        Optional<Phrase> cure = remedies.forArticles(taking.unreadable());
        cure.ifPresent(found -> remedy = cure);
        objection
                .map(reason -> cure.map(reason::and).orElse(reason))
                .ifPresent(reason -> batch.addresses().forEach(address -> hold(address, reason)));
        if (objection.isPresent() && learnt.isPresent()) {
            isolation.of(source.root(), () -> store.sites().forget(source.name()));
        }
    }

    private Optional<Showing> judged(Section section, Read<List<Candidate>> read) {
        URI address = section.address();
        List<Candidate> ours = read.content().stream()
                .filter(candidate -> !candidate.categories().isEmpty())
                .toList();
        if (ours.isEmpty() && !read.content().isEmpty()) {
            listed += read.content().size();
            read.version().ifPresent(version -> listings.put(address, new ReadListing(version, read.content())));
            return Optional.empty(); // nothing that is to be judged
        }
        Shown last = store.listings().shown(source.name(), address, source.fingerprint());
        Set<String> kept = store.known(
                source.name(),
                Stream.concat(last.places().stream(), ours.stream().map(Candidate::key))
                        .collect(Collectors.toSet()));
        Showing showing = new Showing(address, last.among(kept), ours, kept::contains);
        Optional<Phrase> objection = isAccepted ? Optional.empty() : Gate.objection(showing);
        if (objection.isPresent() && read.content().isEmpty()) {
            emptied.put(section, showing);
            return Optional.empty();
        } else if (objection.isPresent()) {
            hold(address, objection.get());
            return Optional.empty();
        }
        read.version().ifPresent(version -> listings.put(address, new ReadListing(version, ours)));
        return Optional.of(showing);
    }

    /**
     * Whether a listing may well be empty: it showed few articles, of which each is gone from its own address or listed
     * elsewhere, while the others show articles that are known.
     */
    private boolean isTrue(Showing empty, List<Showing> others) {
        Set<String> elsewhere = others.stream()
                .flatMap(showing -> showing.keys().stream())
                .filter(key -> store.known(source.name(), key).isPresent())
                .collect(Collectors.toSet());
        boolean areOthersWell = listed > 0 || !elsewhere.isEmpty(); // those that are as they were are counted by now
        return areOthersWell
                && Gate.isFew(empty)
                && empty.before().stream().allMatch(key -> elsewhere.contains(key) || isGone(key));
    }

    private boolean isGone(String key) {
        return store.known(source.name(), key)
                .flatMap(known -> store.kept(known.id()))
                .filter(kept -> source.whereabouts(kept.link()) instanceof Whereabouts.Gone)
                .isPresent();
    }

    /** Nothing of the listing is remembered, so that it is read as a whole the next time. */
    private void hold(URI address, Phrase reason) {
        holds.add(new Hold(address, reason));
        listings.remove(address);
    }

    private void lookAgain() {
        SecondLook second = new SecondLook(source, store, memory, intake);
        for (Due due : store.looks().due(source.name(), MOST_SECOND_LOOKS)) {
            if (second.isHopeless() || Thread.currentThread().isInterrupted()) {
                return;
            }
            if (!isolation.of(due.link(), () -> second.at(due))) {
                store.looks().failed(due.id());
            }
        }
    }

    /** Whether most of its listings name articles as ever: only then do missing ones mean anything. */
    private boolean isWell() {
        int ill = unread.size() + holds.size();
        return listed > 0 && (ill == 0 || 2 * ill < source.sections().size());
    }

    /** A listing is asked for as a whole when it may have to name again what could not be read. */
    private void remember() {
        listings.forEach((address, listing) -> {
            Instant due = listing.candidates().stream()
                    .map(taking::due)
                    .min(Instant::compareTo)
                    .orElse(Instant.MAX);
            memory.read(address, listing.version(), listing.candidates().size(), due);
        });
        memory.keep();
    }

    /** A listing that was read to its end. */
    private record ReadListing(PageVersion version, List<Candidate> candidates) {}
}
