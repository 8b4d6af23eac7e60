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
import loa.fetch.FetchResult.Fetched;
import loa.source.HtmlSourceSettings.ArticleSelectors;
import loa.source.HtmlSourceSettings.ListingSelectors;
import org.jsoup.nodes.Document;

/** One page read as a source does of which nothing but the address is known. */
public record SinglePage(List<URI> links, Optional<ReadArticle> article) {

    /** What these pages of one site show alike. */
    public static SiteMemory remember(List<Fetched> pages) {
        return pages.size() < SiteMemory.FEWEST_PAGES
                ? SiteMemory.EMPTY
                : SiteMemory.of(pages.stream()
                        .flatMap(page -> PageParser.parse(page, trouble -> {}).stream())
                        .toList());
    }

    /** What the page lists, and the article that it is; a page may look like both. */
    public static SinglePage read(Fetched fetched, ZoneId zone, SiteMemory memory) {
        URI address = fetched.address();
        HtmlSourceSettings settings = new HtmlSourceSettings(
                address.getHost(),
                address,
                Duration.ZERO,
                1,
                Map.of(),
                new ListingSelectors(null, null, null),
                new ArticleSelectors(null, null, null, null, null, null, List.of()),
                zone);
        Document page =
                PageParser.parse(fetched, trouble -> {}).orElseGet(() -> Document.createShell(address.toString()));
        List<URI> links = new ListingReader(settings.listing(), zone)
                .items(page).stream().map(ListingReader.Item::link).toList();
        Candidate itself = new Candidate(
                Identity.key(address, address), address, page.title(), null, null, null, Set.of(Category.ALL));
        return new SinglePage(
                links,
                new ArticleReader(settings, memory).examine(page, itself, trouble -> {}, part -> Optional.empty()));
    }
}
