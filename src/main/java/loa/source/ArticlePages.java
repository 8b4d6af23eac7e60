package loa.source;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loa.article.Candidate;
import loa.article.Identity;
import loa.article.ParsedArticle;
import loa.content.ArticleMending;
import loa.content.ArticleMending.ListedPage;
import loa.content.ArticleReader;
import loa.content.ArticleSelectors;
import loa.content.Part;
import loa.content.Site;
import loa.content.SiteMemory;
import loa.fetch.FetchResult;
import loa.fetch.FetchResult.FetchFailed;
import loa.fetch.FetchResult.Fetched;
import loa.fetch.Fetcher;
import loa.fetch.PageVersion;
import loa.page.PageParser;
import loa.page.Trouble;
import loa.source.Reading.Read;
import loa.source.Reading.Unchanged;
import loa.source.Reading.Unread;
import org.jsoup.nodes.Document;

/** The pages of a site's articles. */
final class ArticlePages {

    private static final int LARGEST_HELD = 256 * 1024;

    private final Site site;
    private final Fetcher fetcher;
    private final Desk desk;
    private final Map<URI, Fetched> early = new ConcurrentHashMap<>();
    private volatile ArticleReader articles;

    ArticlePages(Site site, Fetcher fetcher, Desk desk) {
        this.site = site;
        this.desk = desk;
        this.fetcher = fetcher.keeping(PageParser.LARGEST + 1);
        this.articles = new ArticleReader(site);
    }

    /** See {@link Source#learn}. */
    Optional<SiteMemory> learn(List<Candidate> candidates) {
        if (candidates.size() < SiteMemory.FEWEST_PAGES) {
            return Optional.empty();
        }
        try (Desk.Place place = desk.whole()) {
            return Optional.of(SinglePage.remember(candidates.stream()
                            .limit(SiteMemory.MOST_PAGES)
                            .flatMap(candidate -> place.leave(() -> early(candidate.link())).stream())))
                    .filter(memory -> !memory.kept().isEmpty());
        }
    }

    /** The page, which is held until its article is read if it is not too large for that. */
    private Optional<Fetched> early(URI link) {
        if (!(fetcher.fetch(link) instanceof Fetched page)) {
            return Optional.empty();
        }
        if (page.body().length <= LARGEST_HELD) {
            early.put(link, page);
        }
        return Optional.of(page);
    }

    void forget() {
        early.clear();
    }

    void remember(SiteMemory memory) {
        articles = new ArticleReader(site, memory);
    }

    /** See {@link Source#article}. */
    Reading<ParsedArticle> article(Candidate candidate, Optional<PageVersion> known, Consumer<Trouble> troubles) {
        Fetched before = early.remove(candidate.link());
        FetchResult result = before == null ? Inquiry.ask(fetcher, candidate.link(), known) : before;
        return result instanceof Fetched fetched
                ? article(candidate, fetched, troubles)
                : Inquiry.nothing(candidate.link(), result, troubles);
    }

    /** The word that a page is there as before, or what became of it; what is on it is of no interest. */
    <T> Reading<T> presence(URI address, Optional<PageVersion> known, Consumer<Trouble> troubles) {
        FetchResult result = Inquiry.ask(fetcher, address, known);
        return result instanceof Fetched fetched
                ? new Unchanged<>(fetched.version())
                : Inquiry.nothing(address, result, troubles);
    }

    /** See {@link Source#mending(List)}. */
    Optional<String> mending(List<Candidate> unreadable) {
        if (site.selectors().equals(ArticleSelectors.NONE)) {
            return Optional.empty();
        }
        return ArticleMending.line(
                site, unreadable.stream().flatMap(one -> page(one).stream()).toList());
    }

    private Optional<ListedPage> page(Candidate candidate) {
        return fetcher.fetch(candidate.link()) instanceof Fetched fetched
                ? PageParser.parse(fetched, trouble -> {})
                        .map(document -> new ListedPage(document, fetched.at(), candidate))
                : Optional.empty();
    }

    /** See {@link Source#whereabouts}. */
    Whereabouts whereabouts(URI address) {
        Identity identity = site.identity();
        FetchResult result = fetcher.fetch(address);
        if (result instanceof Fetched fetched) {
            String key = identity.key(fetched.address());
            return key.equals(identity.key(address)) ? present(fetched, key) : new Whereabouts.Elsewhere(key);
        }
        boolean isGone = result instanceof FetchFailed failed
                && (failed.isGone()
                        || (failed.isUnreachable()
                                && !address.getHost().equals(identity.root().getHost())));
        return isGone ? new Whereabouts.Gone() : new Whereabouts.Unclear();
    }

    private Whereabouts present(Fetched fetched, String key) {
        try (Desk.Place place = desk.place(fetched)) {
            return new Whereabouts.Present(PageParser.parse(fetched, trouble -> {})
                    .flatMap(OwnAddress::of)
                    .map(site.identity()::key)
                    .filter(named -> !named.equals(key)));
        }
    }

    private Reading<ParsedArticle> article(Candidate candidate, Fetched fetched, Consumer<Trouble> troubles) {
        Reading<ParsedArticle> reading = read(candidate, fetched, troubles);
        return reading.map(
                article -> article.image() == null ? article : article.with(fetcher.measure(article.image())));
    }

    private Reading<ParsedArticle> read(Candidate candidate, Fetched fetched, Consumer<Trouble> troubles) {
        try (Desk.Place place = desk.place(fetched)) {
            Optional<Document> page = PageParser.parse(fetched, troubles);
            Optional<Impostor> impostor = page.flatMap(it ->
                    Impostor.ofArticle(it, candidate.link(), site.identity().root(), candidate.title()));
            if (impostor.isPresent()) {
                return Inquiry.replaced(candidate.link(), impostor.get(), troubles);
            }
            Set<String> claimed =
                    page.map(it -> claimed(candidate, fetched.address(), it)).orElse(Set.of());
            Optional<ParsedArticle> article = page.flatMap(
                    it -> articles.read(it, fetched.at(), candidate, troubles, part -> part(part, place, troubles)));
            return article.isPresent()
                    ? new Read<>(article.get().alsoAt(claimed), Optional.of(fetched.version()))
                    : new Unread<>(Optional.empty());
        }
    }

    private Set<String> claimed(Candidate candidate, URI reached, Document page) {
        Identity identity = site.identity();
        return Stream.concat(Stream.of(reached), OwnAddress.of(page).stream())
                .map(identity::key)
                .filter(key -> !key.equals(candidate.key()) && !key.equals(identity.key(identity.root())))
                .collect(Collectors.toSet());
    }

    private Part part(URI address, Desk.Place place, Consumer<Trouble> troubles) {
        FetchResult result = place.leave(() -> fetcher.fetch(address));
        if (result instanceof Fetched fetched) {
            return Part.of(PageParser.parse(fetched, troubles));
        }
        Inquiry.nothing(address, result, troubles);
        return result instanceof FetchFailed failed && failed.isGone() ? Part.GONE : Part.of(Optional.empty());
    }
}
