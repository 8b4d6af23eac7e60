package loa.source;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import loa.article.Candidate;
import loa.article.ParsedArticle;
import loa.content.SiteMemory;
import loa.fetch.FetchResult;
import loa.fetch.FetchResult.Fetched;
import loa.fetch.Fetcher;
import loa.fetch.PageVersion;
import loa.language.Phrase;
import loa.listing.Listed;
import loa.listing.ListingPages;
import loa.listing.ListingReader;
import loa.listing.ListingSelectors;
import loa.listing.PageRequest;
import loa.listing.SelectorFinder;
import loa.page.PageParser;
import loa.page.Trouble;
import loa.source.Reading.Read;
import org.jsoup.nodes.Document;

/** A site that is read page by page: its listings name the articles, each article has a page. */
final class HtmlSource implements Source {

    private static final int FEWEST_KNOWN = 2;

    private final HtmlSourceSettings settings;
    private final Fetcher fetcher;
    private final Desk desk;
    private final ListingPages listings;
    private final ArticlePages articles;

    HtmlSource(HtmlSourceSettings settings, Fetcher fetcher, Desk desk) {
        this.settings = settings;
        this.desk = desk;
        this.fetcher = fetcher.keeping(PageParser.LARGEST + 1);
        this.listings = new ListingPages(new ListingReader(settings.listing(), settings.zone()), settings.pages());
        this.articles = new ArticlePages(settings.site(), fetcher, desk);
    }

    @Override
    public SourceSettings settings() {
        return settings;
    }

    @Override
    public List<Section> sections() {
        return settings.sections().entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(address -> new Section(entry.getKey(), address)))
                .toList();
    }

    @Override
    public Reading<List<Candidate>> candidates(
            Section section, Optional<PageVersion> known, Consumer<Trouble> troubles) {
        FetchResult result = Inquiry.ask(fetcher, section.address(), known);
        if (!(result instanceof Fetched first)) {
            return Inquiry.nothing(section.address(), result, troubles);
        }
        try (Desk.Place place = desk.place(first)) {
            Optional<Document> page = PageParser.parse(first, troubles);
            Optional<Impostor> impostor = page.flatMap(it -> Impostor.ofListing(it, section.address(), root()));
            return impostor.isPresent()
                    ? Inquiry.replaced(section.address(), impostor.get(), troubles)
                    : follow(section, first, page, place, troubles);
        }
    }

    @Override
    public Optional<String> mending(Section section, Predicate<Candidate> isKnown) {
        if (settings.listing().equals(ListingSelectors.NONE)) {
            return Optional.empty();
        }
        return fetcher.fetch(section.address()) instanceof Fetched fetched
                ? mending(section, fetched, isKnown)
                : Optional.empty();
    }

    private Optional<String> mending(Section section, Fetched fetched, Predicate<Candidate> isKnown) {
        ListingReader reader = new ListingReader(ListingSelectors.NONE, settings.zone());
        try (Desk.Place place = desk.place(fetched)) {
            return PageParser.parse(fetched, trouble -> {}).flatMap(page -> {
                Listed listed = reader.listed(page, Optional.empty());
                long known = reader.items(listed, fetched.at()).stream()
                        .filter(item -> isKnown.test(candidate(item, section.category())))
                        .count();
                return known >= FEWEST_KNOWN ? SelectorFinder.find(page, listed).line() : Optional.empty();
            });
        }
    }

    @Override
    public Optional<String> mending(List<Candidate> unreadable) {
        return articles.mending(unreadable);
    }

    @Override
    public Reading<ParsedArticle> article(
            Candidate candidate, Optional<PageVersion> known, Consumer<Trouble> troubles) {
        return articles.article(candidate, known, troubles);
    }

    @Override
    public Whereabouts whereabouts(URI address) {
        return articles.whereabouts(address);
    }

    @Override
    public Optional<SiteMemory> learn(List<Candidate> candidates) {
        return articles.learn(candidates);
    }

    @Override
    public void forget() {
        articles.forget();
    }

    @Override
    public void remember(SiteMemory memory) {
        articles.remember(memory);
    }

    /** Reads a listing to its end, or as far as it is to be followed. */
    private Reading<List<Candidate>> follow(
            Section section, Fetched first, Optional<Document> document, Desk.Place place, Consumer<Trouble> troubles) {
        PageRequest beginning = PageRequest.of(section.address());
        AtomicBoolean whole = new AtomicBoolean(true);
        List<ListingReader.Item> items = listings.items(section.address(), first.at(), troubles, request -> {
            Optional<Document> page = request.equals(beginning) ? document : page(request, place, troubles);
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

    private Optional<Document> page(PageRequest request, Desk.Place place, Consumer<Trouble> troubles) {
        FetchResult result = place.leave(() ->
                request.isForm() ? fetcher.post(request.address(), request.form()) : fetcher.fetch(request.address()));
        if (result instanceof Fetched fetched) {
            return PageParser.parse(fetched, troubles);
        }
        Inquiry.nothing(request.address(), result, troubles);
        return Optional.empty();
    }
}
