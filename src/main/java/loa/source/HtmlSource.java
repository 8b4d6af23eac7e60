package loa.source;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import loa.article.Candidate;
import loa.article.Hash;
import loa.article.Identity;
import loa.article.ParsedArticle;
import loa.article.Precision;
import loa.article.ReadDate;
import loa.content.ArticleReader;
import loa.content.SiteMemory;
import loa.fetch.FetchResult;
import loa.fetch.FetchResult.FetchFailed;
import loa.fetch.FetchResult.Fetched;
import loa.fetch.FetchResult.NotModified;
import loa.fetch.Fetcher;
import loa.fetch.PageVersion;
import loa.language.Phrase;
import loa.listing.ListingPages;
import loa.listing.ListingReader;
import loa.listing.PageRequest;
import loa.page.PageParser;
import loa.page.Trouble;
import loa.source.Reading.Read;
import loa.source.Reading.Unchanged;
import loa.source.Reading.Unread;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** A site that is read page by page: its listings name the articles, each article has a page. */
public final class HtmlSource {

    private final HtmlSourceSettings settings;
    private final Fetcher fetcher;
    private final ListingPages pages;
    private final Map<URI, Fetched> early = new ConcurrentHashMap<>();
    private volatile ArticleReader articles;

    public HtmlSource(HtmlSourceSettings settings, Fetcher fetcher) {
        this.settings = settings;
        this.fetcher = fetcher;
        this.pages = new ListingPages(new ListingReader(settings.listing(), settings.zone()), settings.pages());
        this.articles = new ArticleReader(settings.site());
    }

    public String name() {
        return settings.name();
    }

    /** The pause between two collections. */
    public Duration every() {
        return settings.every();
    }

    /** In which the site prints its dates. */
    public ZoneId zone() {
        return settings.zone();
    }

    /** Changes when feeds.yml says anything else of this source. */
    public String fingerprint() {
        return Hash.of(settings);
    }

    /** The site's address. */
    public URI root() {
        return settings.root();
    }

    /**
     * What the pages of these articles show alike, which is none of them; empty if that cannot be told. The pages are not
     * fetched again when the articles are read, until {@link #forget}.
     */
    public Optional<SiteMemory> learn(List<Candidate> candidates) {
        if (candidates.size() < SiteMemory.FEWEST_PAGES) {
            return Optional.empty();
        }
        for (Candidate candidate : candidates.subList(0, Math.min(SiteMemory.MOST_PAGES, candidates.size()))) {
            if (fetch(candidate.link(), Optional.empty()) instanceof Fetched page) {
                early.put(candidate.link(), page);
            }
        }
        return early.size() < SiteMemory.FEWEST_PAGES
                ? Optional.empty()
                : Optional.of(SinglePage.remember(List.copyOf(early.values())))
                        .filter(memory -> !memory.kept().isEmpty());
    }

    /** Lets go of the pages that were fetched to learn from. */
    public void forget() {
        early.clear();
    }

    /** Leaves out of the articles what is known of the site from here on. */
    public void remember(SiteMemory memory) {
        articles = new ArticleReader(settings.site(), memory);
    }

    /** Its listings, in the order of feeds.yml. */
    public List<Section> sections() {
        return settings.sections().entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(address -> new Section(entry.getKey(), address)))
                .toList();
    }

    /**
     * What the listing names, the newest first as the site has it.
     *
     * @param known as which it was read before, if that is to be enough
     */
    public Reading<List<Candidate>> candidates(
            Section section, Optional<PageVersion> known, Consumer<Trouble> troubles) {
        FetchResult result = fetch(section.address(), known);
        if (!(result instanceof Fetched first)) {
            return nothing(section.address(), result, troubles);
        }
        Optional<Document> page = PageParser.parse(first, troubles);
        Optional<Impostor> impostor = page.flatMap(it -> Impostor.ofListing(it, section.address(), root()));
        return impostor.isPresent()
                ? replaced(section.address(), impostor.get(), troubles)
                : follow(section, first, page, troubles);
    }

    /**
     * The article behind the candidate, read from its own page.
     *
     * @param known as which the page was read before, if that is to be enough
     */
    public Reading<ParsedArticle> article(
            Candidate candidate, Optional<PageVersion> known, Consumer<Trouble> troubles) {
        Fetched before = early.remove(candidate.link());
        FetchResult result = before == null ? fetch(candidate.link(), known) : before;
        return result instanceof Fetched fetched
                ? article(candidate, fetched, troubles)
                : nothing(candidate.link(), result, troubles);
    }

    /** What is found at the address of an article that may have moved. */
    public Whereabouts whereabouts(URI address) {
        FetchResult result = fetcher.fetch(address);
        if (result instanceof Fetched fetched) {
            String key = identity().key(fetched.address());
            return key.equals(identity().key(address)) ? new Whereabouts.Present() : new Whereabouts.Elsewhere(key);
        }
        boolean isGone = result instanceof FetchFailed failed
                && (failed.isGone()
                        || (failed.isUnreachable() && !address.getHost().equals(root().getHost())));
        return isGone ? new Whereabouts.Gone() : new Whereabouts.Unclear();
    }

    /** How its articles are known. */
    public Identity identity() {
        return settings.identity();
    }

    /** For how long an article's address is gone before the article is withdrawn. */
    public Duration withdrawAfter() {
        return settings.withdrawAfter();
    }

    /** A kept article as a listing that says nothing of it would name it. */
    public Candidate candidate(URI link, String title, @Nullable URI image, Instant published, Set<String> categories) {
        return new Candidate(
                identity().key(link),
                link,
                title,
                null,
                new ReadDate(published, Precision.MINUTE, false),
                image,
                categories);
    }

    private Reading<ParsedArticle> article(Candidate candidate, Fetched fetched, Consumer<Trouble> troubles) {
        Optional<Document> page = PageParser.parse(fetched, troubles);
        Optional<Impostor> impostor =
                page.flatMap(it -> Impostor.ofArticle(it, candidate.link(), root(), candidate.title()));
        if (impostor.isPresent()) {
            return replaced(candidate.link(), impostor.get(), troubles);
        }
        Optional<ParsedArticle> article = page.flatMap(it -> articles.read(
                        it, fetched.at(), candidate, troubles, part -> page(PageRequest.of(part), troubles)))
                .map(read -> read.image() == null ? read : read.with(fetcher.measure(read.image())));
        return article.isPresent()
                ? new Read<>(article.get(), Optional.of(fetched.version()))
                : new Unread<>(Optional.empty());
    }

    /** Reads a listing to its end, or as far as it is to be followed. */
    private Reading<List<Candidate>> follow(
            Section section, Fetched first, Optional<Document> document, Consumer<Trouble> troubles) {
        PageRequest beginning = PageRequest.of(section.address());
        AtomicBoolean whole = new AtomicBoolean(true);
        List<ListingReader.Item> items = pages.items(section.address(), first.at(), troubles, request -> {
            Optional<Document> page = request.equals(beginning) ? document : page(request, troubles);
            whole.compareAndSet(true, page.isPresent());
            return page;
        });
        if (items.isEmpty()) {
            whole.set(false);
            troubles.accept(new Trouble(
                    section.address(),
                    new Phrase(
                            "no article is listed on this page; check `listing`",
                            "trang này không liệt kê bài viết nào; hãy kiểm tra mục `listing`")));
        }
        List<Candidate> candidates =
                items.stream().map(item -> candidate(item, section.category())).toList();
        return new Read<>(candidates, whole.get() ? Optional.of(first.version()) : Optional.empty());
    }

    private Candidate candidate(ListingReader.Item item, String category) {
        return new Candidate(
                identity().key(item.link()),
                item.link(),
                item.title(),
                item.summary(),
                item.published(),
                item.image(),
                Set.of(category));
    }

    private Optional<Document> page(PageRequest request, Consumer<Trouble> troubles) {
        FetchResult result =
                request.isForm() ? fetcher.post(request.address(), request.form()) : fetcher.fetch(request.address());
        if (result instanceof Fetched fetched) {
            return PageParser.parse(fetched, troubles);
        }
        nothing(request.address(), result, troubles);
        return Optional.empty();
    }

    private FetchResult fetch(URI address, Optional<PageVersion> known) {
        return known.map(version -> fetcher.fetch(address, version)).orElseGet(() -> fetcher.fetch(address));
    }

    /** No document came: because there is nothing new, or for a reason, which is reported. */
    private static <T> Reading<T> nothing(URI address, FetchResult result, Consumer<Trouble> troubles) {
        if (result instanceof NotModified unchanged) {
            return new Unchanged<>(unchanged.version());
        }
        FetchFailed failed = (FetchFailed) result;
        URI place = failed.reason().isOfTheSite() ? address.resolve("/") : address;
        troubles.accept(new Trouble(place, failed.phrase()));
        return new Unread<>(Optional.of(failed.reason()));
    }

    private static <T> Reading<T> replaced(URI address, Impostor impostor, Consumer<Trouble> troubles) {
        Phrase what = impostor.phrase();
        troubles.accept(new Trouble(address, what));
        return new Reading.Replaced<>(what);
    }
}
