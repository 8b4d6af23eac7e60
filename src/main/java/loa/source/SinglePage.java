package loa.source;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import loa.article.Category;
import loa.article.Identity;
import loa.article.ReadDate;
import loa.article.Text;
import loa.fetch.FetchResult.Fetched;
import loa.source.HtmlSourceSettings.ArticleSelectors;
import loa.source.HtmlSourceSettings.ListingSelectors;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * One page read as a source does of which nothing but the address is known.
 *
 * @param title what it calls itself
 * @param kind what it most likely is; it may look like both
 * @param listed what it lists, in order
 * @param evidence why that was taken for the articles
 * @param selectors that give the same
 * @param feeds that it names as its own
 * @param isHome whether the site begins here
 * @param sections of the site, as its menu names them
 */
public record SinglePage(
        String title,
        PageKind kind,
        List<Link> listed,
        Set<Evidence> evidence,
        FoundSelectors selectors,
        List<URI> feeds,
        boolean isHome,
        List<PortalSection> sections,
        Optional<ReadArticle> article) {

    /** What these pages of one site show alike. */
    public static SiteMemory remember(List<Fetched> pages) {
        return pages.size() < SiteMemory.FEWEST_PAGES
                ? SiteMemory.EMPTY
                : SiteMemory.of(pages.stream()
                        .flatMap(page -> PageParser.parse(page, trouble -> {}).stream())
                        .toList());
    }

    /** What is on the page; nothing after reporting why it cannot be read. */
    public static Optional<SinglePage> read(
            Fetched fetched, ZoneId zone, SiteMemory memory, Consumer<Trouble> troubles) {
        return PageParser.parse(fetched, troubles).map(page -> read(page, fetched, zone, memory, troubles));
    }

    private static SinglePage read(
            Document page, Fetched fetched, ZoneId zone, SiteMemory memory, Consumer<Trouble> troubles) {
        URI address = fetched.address();
        HtmlSourceSettings settings = settings(address, zone);
        ListingReader reader = new ListingReader(settings.listing(), zone);
        Listed listed = reader.listed(page, Optional.empty());
        listed.trouble(address).ifPresent(troubles);
        List<Link> links =
                reader.items(listed, fetched.at()).stream().map(Link::of).toList();
        String title = Text.line(page.title());
        PageKind kind = PageKind.of(page, listed);
        FoundSelectors selectors = SelectorFinder.find(page, listed);
        List<URI> feeds = OwnFeeds.of(page);
        boolean isHome = Menu.isOfHome(page);
        List<PortalSection> sections = Menu.sections(page);
        Candidate itself = new Candidate(
                Identity.key(address, address), address, page.title(), null, null, null, Set.of(Category.ALL));
        Optional<ReadArticle> article = new ArticleReader(settings, memory)
                .examine(
                        page,
                        fetched.at(),
                        itself,
                        trouble -> {},
                        () -> Optional.of(List.of())); // changes the page: the last to read it
        return new SinglePage(title, kind, links, listed.evidence(), selectors, feeds, isHome, sections, article);
    }

    private static HtmlSourceSettings settings(URI address, ZoneId zone) {
        return new HtmlSourceSettings(
                address.getHost(),
                address,
                Duration.ZERO,
                1,
                Map.of(),
                new ListingSelectors(null, null, null),
                new ArticleSelectors(null, null, null, null, null, null, List.of()),
                zone);
    }

    /** An article as the page lists it. */
    public record Link(URI address, String title, @Nullable Instant published) {

        private static Link of(ListingReader.Item item) {
            ReadDate date = item.published();
            return new Link(item.link(), item.title(), date == null ? null : date.at());
        }
    }
}
