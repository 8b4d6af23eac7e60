package loa.source;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import loa.article.Category;
import loa.article.Identity;
import loa.article.ParsedArticle;
import loa.fetch.FetchResult.Fetched;
import loa.source.HtmlSourceSettings.ArticleSelectors;
import loa.source.HtmlSourceSettings.ListingSelectors;
import org.jsoup.nodes.Document;

/** One page read as a source does of which nothing but the address is known. */
public record SinglePage(List<URI> links, Optional<ParsedArticle> article) {

    /** What the page lists, and the article that it is; a page may look like both. */
    public static SinglePage read(Fetched fetched, ZoneId zone) {
        URI address = fetched.address();
        HtmlSourceSettings settings = new HtmlSourceSettings(
                address.getHost(),
                address,
                List.of(),
                Duration.ZERO,
                1,
                Map.of(),
                new ListingSelectors(null, null, null),
                new ArticleSelectors(null, null, null, null, null, null, List.of()),
                HtmlSourceSettings.DEFAULT_WITHDRAW_AFTER,
                zone);
        Document page = HtmlSource.parse(fetched);
        List<URI> links = new ListingReader(settings.listing(), zone)
                .items(page).stream().map(ListingReader.Item::link).toList();
        Candidate itself = new Candidate(
                Identity.key(address, address), address, page.title(), null, null, null, Set.of(Category.ALL));
        return new SinglePage(links, new ArticleReader(settings).read(page, itself, trouble -> {}));
    }
}
