package loa.source;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import loa.article.Candidate;
import loa.article.Category;
import loa.article.Identity;
import loa.article.ReadDate;
import loa.article.Text;
import loa.content.ArticleReader;
import loa.content.ArticleSelectors;
import loa.content.ReadArticle;
import loa.content.Site;
import loa.content.SiteMemory;
import loa.fetch.FetchResult.Fetched;
import loa.listing.Evidence;
import loa.listing.FoundSelectors;
import loa.listing.Listed;
import loa.listing.ListingReader;
import loa.listing.ListingSelectors;
import loa.listing.Menu;
import loa.listing.OwnFeeds;
import loa.listing.PageKind;
import loa.listing.PortalSection;
import loa.listing.SelectorFinder;
import loa.page.PageParser;
import loa.page.Trouble;
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
 * @param feeds that it names as its own, those of what it lists first
 * @param posts where the site gives programs the articles that it lists
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
        Optional<URI> posts,
        boolean isHome,
        List<PortalSection> sections,
        Optional<ReadArticle> article) {

    /** What these pages of one site show alike. */
    public static SiteMemory remember(Stream<Fetched> pages) {
        return SiteMemory.of(pages.flatMap(page -> PageParser.parse(page, trouble -> {}).stream()));
    }

    /** What is on the page; nothing after reporting why it cannot be read. */
    public static Optional<SinglePage> read(
            Fetched fetched, ZoneId zone, SiteMemory memory, Consumer<Trouble> troubles) {
        return PageParser.parse(fetched, troubles).map(page -> read(page, fetched, zone, memory, troubles));
    }

    private static SinglePage read(
            Document page, Fetched fetched, ZoneId zone, SiteMemory memory, Consumer<Trouble> troubles) {
        URI address = fetched.address();
        ListingReader reader = new ListingReader(ListingSelectors.NONE, zone);
        Listed listed = reader.listed(page, Optional.empty());
        listed.trouble(address).ifPresent(troubles);
        List<Link> links =
                reader.items(listed, fetched.at()).stream().map(Link::of).toList();
        String title = Text.line(page.title());
        PageKind kind = PageKind.of(page, listed);
        FoundSelectors selectors = SelectorFinder.find(page, listed);
        List<URI> feeds = OwnFeeds.of(page);
        Optional<URI> posts = OwnFeeds.posts(page);
        boolean isHome = Menu.isOfHome(page);
        List<PortalSection> sections = Menu.sections(page);
        Site site = new Site(address.getHost(), new Identity(address, List.of()), zone, ArticleSelectors.NONE);
        Candidate itself = new Candidate(
                site.identity().key(address), address, page.title(), null, null, null, Set.of(Category.ALL));
        Optional<ReadArticle> article = new ArticleReader(site, memory)
                .examine(
                        page,
                        fetched.at(),
                        itself,
                        trouble -> {},
                        (further, each) -> true); // changes the page: the last to read it
        return new SinglePage(
                title, kind, links, listed.evidence(), selectors, feeds, posts, isHome, sections, article);
    }

    /** An article as the page lists it. */
    public record Link(URI address, String title, @Nullable Instant published) {

        private static Link of(ListingReader.Item item) {
            ReadDate date = item.published();
            return new Link(item.link(), item.title(), date == null ? null : date.at());
        }
    }
}
