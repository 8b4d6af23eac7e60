package loa.trial;

import java.net.URI;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import loa.content.ReadArticle;
import loa.content.SiteMemory;
import loa.fetch.FetchResult;
import loa.fetch.FetchResult.FetchFailed;
import loa.fetch.FetchResult.Fetched;
import loa.fetch.Fetcher;
import loa.language.Phrase;
import loa.listing.PageKind;
import loa.listing.PortalSection;
import loa.page.Trouble;
import loa.source.SinglePage;

/** Tries a page of a site out: fetches it and the first pages that it leads to, and keeps nothing. */
public final class Trial {

    private static final int ARTICLES = 3;
    private static final int MOST_SECTIONS = 40;
    private static final int FEWEST_SECTIONS = 2;

    private final Fetcher fetcher;
    private final ZoneId zone;
    private final Consumer<Phrase> progress;

    /** @param progress told what is being done */
    public Trial(Fetcher fetcher, ZoneId zone, Consumer<Phrase> progress) {
        this.fetcher = fetcher;
        this.zone = zone;
        this.progress = progress;
    }

    /** What would be taken from this page; with troubles alone if it cannot be read. */
    public Tried run(URI address) {
        List<Trouble> troubles = new ArrayList<>();
        Optional<Fetched> fetched = fetch(address, troubles);
        Optional<TriedList> list = fetched.flatMap(document -> TriedList.of(document, zone, troubles::add));
        Optional<SinglePage> page = list.isPresent()
                ? Optional.empty()
                : fetched.flatMap(document -> SinglePage.read(document, zone, SiteMemory.EMPTY, troubles::add));
        if (page.isEmpty()) {
            return new Tried(address, page, Map.of(), List.of(), list, troubles);
        }
        List<PortalSection> sections = page.get().isHome() ? listings(page.get().sections(), troubles) : List.of();
        boolean leads = sections.size() < FEWEST_SECTIONS && page.get().kind() == PageKind.LISTING;
        Map<URI, ReadArticle> articles = leads ? articles(page.get(), troubles) : Map.of();
        return new Tried(
                address, page, articles, sections.size() < FEWEST_SECTIONS ? List.of() : sections, list, troubles);
    }

    private Map<URI, ReadArticle> articles(SinglePage listing, List<Trouble> troubles) {
        List<Fetched> pages = new ArrayList<>();
        listing.listed().stream()
                .limit(ARTICLES)
                .forEach(link -> fetch(link.address(), troubles).ifPresent(pages::add));
        SiteMemory memory = SinglePage.remember(pages.stream());
        Map<URI, ReadArticle> articles = new LinkedHashMap<>();
        for (Fetched fetched : pages) {
            SinglePage.read(fetched, zone, memory, troubles::add)
                    .flatMap(SinglePage::article)
                    .ifPresent(article -> articles.put(fetched.address(), article));
        }
        return articles;
    }

    /** Those of the sections whose pages list articles. */
    private List<PortalSection> listings(List<PortalSection> sections, List<Trouble> troubles) {
        return sections.stream()
                .limit(MOST_SECTIONS)
                .filter(section -> read(section.address(), troubles)
                        .filter(page -> page.kind() == PageKind.LISTING)
                        .isPresent())
                .toList();
    }

    private Optional<SinglePage> read(URI address, List<Trouble> troubles) {
        return fetch(address, troubles).flatMap(page -> SinglePage.read(page, zone, SiteMemory.EMPTY, troubles::add));
    }

    private Optional<Fetched> fetch(URI address, List<Trouble> troubles) {
        progress.accept(Phrase.of("Reading %s …", "Đang đọc %s …", address));
        FetchResult result = fetcher.fetch(address);
        if (result instanceof FetchFailed failed) {
            troubles.add(new Trouble(address, failed.phrase()));
        }
        return result instanceof Fetched fetched ? Optional.of(fetched) : Optional.empty();
    }
}
