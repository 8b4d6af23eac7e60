package loa.collect;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import loa.fetch.Backoff;
import loa.fetch.PageVersion;
import loa.source.Source;
import loa.store.Page;
import loa.store.Pages;

/** What is remembered of a source's pages from one collection to the next, as long as its settings are the same. */
final class PageMemory {

    /** A server may say "unchanged" for ever: once a day nobody takes its word. */
    private static final Duration DAY = Duration.ofDays(1);

    private static final Duration FIRST_REST = Duration.ofMinutes(1);

    private final Pages pages;
    private final String source;
    private final String settings;
    private final Clock clock;
    private final Backoff failing;
    private final Backoff gone;
    private final Map<URI, Page> learnt = new LinkedHashMap<>();

    PageMemory(Pages pages, Source source, Clock clock, RandomGenerator random) {
        this.pages = pages;
        this.source = source.name();
        this.settings = source.fingerprint();
        this.clock = clock;
        this.failing = new Backoff(FIRST_REST, DAY, random);
        this.gone = new Backoff(DAY, DAY, random);
    }

    /** The version of a page that was read less than a day ago. */
    Optional<PageVersion> version(URI address) {
        return find(address)
                .filter(page -> !page.isFailing() && isToCome(page.due()))
                .flatMap(page -> Optional.ofNullable(page.bodyHash())
                        .map(hash -> new PageVersion(page.etag(), page.lastModified(), hash)));
    }

    /** The present minute: portals print no more of the time. */
    Instant minute() {
        return clock.instant().truncatedTo(ChronoUnit.MINUTES);
    }

    /** Until when a page that failed is not to be asked for; empty if it may be. */
    Optional<Instant> restsUntil(URI address) {
        return find(address)
                .filter(page -> page.isFailing() && isToCome(page.due()))
                .map(Page::due);
    }

    /** The page was read; after {@code due}, or a day, it is to be asked for as a whole. */
    void read(URI address, PageVersion version, int listed, Instant due) {
        learn(address, Optional.of(version), listed, 0, due.isBefore(tomorrow()) ? due : tomorrow());
    }

    /** The page is as it was, or there at least; gives how many articles it named. */
    int unchanged(URI address, PageVersion version) {
        Optional<Page> known = find(address);
        int listed = known.map(Page::listed).orElse(0);
        if (!version(address).equals(Optional.of(version))) {
            learn(
                    address,
                    Optional.of(version),
                    listed,
                    0,
                    known.map(Page::due).filter(this::isToCome).orElseGet(this::tomorrow));
        }
        return listed;
    }

    /** The page failed, as it may have before; gives until when it is not to be asked for. */
    Instant failed(URI address) {
        return failed(address, failing);
    }

    /** How often in a row the page failed. */
    int failures(URI address) {
        return find(address).map(Page::failures).orElse(0);
    }

    /** The page will not come back; it is still asked for once a day. */
    void gone(URI address) {
        failed(address, gone);
    }

    /** Makes what was learnt durable. */
    void keep() {
        pages.put(source, learnt.values());
    }

    private Instant failed(URI address, Backoff backoff) {
        int failures = failures(address) + 1;
        Instant due = clock.instant().plus(backoff.after(failures));
        learn(address, Optional.empty(), 0, failures, due);
        return due;
    }

    private void learn(URI address, Optional<PageVersion> version, int listed, int failures, Instant due) {
        learnt.put(
                address,
                new Page(
                        address,
                        settings,
                        version.map(PageVersion::etag).orElse(null),
                        version.map(PageVersion::lastModified).orElse(null),
                        version.map(PageVersion::bodyHash).orElse(null),
                        listed,
                        failures,
                        due));
    }

    private Optional<Page> find(URI address) {
        return pages.find(source, address).filter(page -> page.settings().equals(settings));
    }

    private Instant tomorrow() {
        return clock.instant().plus(DAY);
    }

    /** No time is set for more than a day ahead: if it seems so, the clock was wrong. */
    private boolean isToCome(Instant due) {
        Duration left = Duration.between(clock.instant(), due);
        return left.compareTo(Duration.ZERO) > 0 && left.compareTo(DAY) <= 0;
    }
}
