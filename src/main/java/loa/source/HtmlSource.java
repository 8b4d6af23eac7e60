package loa.source;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import loa.article.Hash;
import loa.article.Identity;
import loa.article.ParsedArticle;
import loa.fetch.FetchResult.FetchFailed;
import loa.fetch.FetchResult.Fetched;
import loa.fetch.Fetcher;
import loa.language.Phrase;
import org.jsoup.nodes.Document;

/** A site that is read page by page: its listings name the articles, each article has a page. */
public final class HtmlSource {

    private final HtmlSourceSettings settings;
    private final Fetcher fetcher;
    private final ListingReader listings;
    private final ArticleReader articles;

    public HtmlSource(HtmlSourceSettings settings, Fetcher fetcher) {
        this.settings = settings;
        this.fetcher = fetcher;
        this.listings = new ListingReader(settings.listing(), settings.zone());
        this.articles = new ArticleReader(settings);
    }

    public String name() {
        return settings.name();
    }

    /** The pause between two collections. */
    public Duration every() {
        return settings.every();
    }

    /** Changes when feeds.yml says anything else of this source. */
    public String fingerprint() {
        return Hash.of(settings);
    }

    /** What all listings name, each article once, the newest first as the site has them. */
    public List<Candidate> candidates(Consumer<Trouble> troubles) {
        Map<String, Candidate> found = new LinkedHashMap<>();
        settings.sections().forEach((category, addresses) -> {
            for (URI address : addresses) {
                for (Candidate candidate : section(category, address, troubles)) {
                    found.merge(candidate.key(), candidate, Candidate::alsoIn);
                }
            }
        });
        return new ArrayList<>(found.values());
    }

    /** The article behind the candidate, read from its own page; empty after reporting why it could not be. */
    public Optional<ParsedArticle> article(Candidate candidate, Consumer<Trouble> troubles) {
        return page(candidate.link(), troubles)
                .flatMap(page -> articles.read(page, candidate, troubles))
                .map(article -> article.image() == null ? article : article.with(fetcher.measure(article.image())));
    }

    private List<Candidate> section(String category, URI address, Consumer<Trouble> troubles) {
        List<Candidate> candidates = new ArrayList<>();
        Set<URI> visited = new HashSet<>();
        Optional<URI> next = Optional.of(address);
        while (next.isPresent() && visited.size() < settings.pages() && visited.add(next.get())) {
            Optional<Document> page = page(next.get(), troubles);
            List<ListingReader.Item> items = page.map(listings::items).orElse(List.of());
            if (page.isPresent() && items.isEmpty()) {
                troubles.accept(new Trouble(
                        next.get(),
                        new Phrase(
                                "no article is listed on this page; check `listing`",
                                "trang này không liệt kê bài viết nào; hãy kiểm tra mục `listing`")));
            }
            items.forEach(item -> candidates.add(candidate(item, category)));
            next = page.flatMap(listings::next);
        }
        return candidates;
    }

    private Candidate candidate(ListingReader.Item item, String category) {
        return new Candidate(
                Identity.key(settings.root(), item.link()),
                item.link(),
                item.title(),
                item.summary(),
                item.published(),
                item.image(),
                Set.of(category));
    }

    private Optional<Document> page(URI address, Consumer<Trouble> troubles) {
        var result = fetcher.fetch(address);
        if (result instanceof FetchFailed failed) {
            troubles.accept(new Trouble(address, failed.phrase()));
            return Optional.empty();
        }
        return PageParser.parse((Fetched) result, troubles);
    }
}
