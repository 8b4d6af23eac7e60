package loa.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import loa.article.Hash;
import loa.article.Identity;
import loa.article.ParsedArticle;
import loa.fetch.FetchResult.FetchFailed;
import loa.fetch.FetchResult.Fetched;
import loa.fetch.Fetcher;
import loa.language.Phrase;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A site that is read page by page: its listings name the articles, each article has a page. */
public final class HtmlSource {

    private final HtmlSourceSettings settings;
    private final Fetcher fetcher;
    private final ListingPages pages;
    private final ArticleReader articles;

    public HtmlSource(HtmlSourceSettings settings, Fetcher fetcher) {
        this.settings = settings;
        this.fetcher = fetcher;
        this.pages = new ListingPages(new ListingReader(settings.listing(), settings.zone()), settings.pages());
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
        return page(PageRequest.of(candidate.link()), troubles)
                .flatMap(page -> articles.read(page, candidate, troubles))
                .map(article -> article.image() == null ? article : article.with(fetcher.measure(article.image())));
    }

    private List<Candidate> section(String category, URI address, Consumer<Trouble> troubles) {
        AtomicBoolean answered = new AtomicBoolean();
        List<ListingReader.Item> items = pages.items(address, request -> {
            Optional<Document> page = page(request, troubles);
            answered.compareAndSet(false, page.isPresent());
            return page;
        });
        if (answered.get() && items.isEmpty()) {
            troubles.accept(new Trouble(
                    address,
                    new Phrase(
                            "no article is listed on this page; check `listing`",
                            "trang này không liệt kê bài viết nào; hãy kiểm tra mục `listing`")));
        }
        return items.stream().map(item -> candidate(item, category)).toList();
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

    private Optional<Document> page(PageRequest request, Consumer<Trouble> troubles) {
        var result =
                request.isForm() ? fetcher.post(request.address(), request.form()) : fetcher.fetch(request.address());
        if (result instanceof FetchFailed failed) {
            troubles.accept(new Trouble(request.address(), failed.phrase()));
            return Optional.empty();
        }
        return Optional.of(parse((Fetched) result));
    }

    static Document parse(Fetched fetched) {
        try {
            return Jsoup.parse(
                    new ByteArrayInputStream(fetched.body()),
                    fetched.charset(),
                    fetched.address().toString());
        } catch (IOException never) {
            throw new IllegalStateException("bytes in memory can be read", never);
        }
    }
}
