package loa.source;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import loa.article.Identity;
import loa.content.ArticleSelectors;
import loa.content.Site;
import loa.fetch.Fetcher;
import loa.listing.ListingSelectors;

/**
 * A site that is read page by page.
 *
 * @param name its name in feeds.yml
 * @param root the site's address, against which its listings are resolved
 * @param wasAt addresses that the site had before
 * @param every the pause between two collections
 * @param pages how many pages of each listing are followed at most
 * @param sections the names of the categories, each with its listing pages
 * @param withdrawAfter for how long an article's address is gone before the article is withdrawn
 * @param zone in which the site prints its dates
 */
public record HtmlSourceSettings(
        String name,
        URI root,
        List<URI> wasAt,
        Duration every,
        int pages,
        Map<String, List<URI>> sections,
        ListingSelectors listing,
        ArticleSelectors article,
        Duration withdrawAfter,
        ZoneId zone)
        implements SourceSettings {

    public HtmlSourceSettings {
        wasAt = List.copyOf(wasAt);
        sections = Collections.unmodifiableMap(new LinkedHashMap<>(sections));
    }

    /** A site that was never anywhere else. */
    public HtmlSourceSettings(
            String name,
            URI root,
            Duration every,
            int pages,
            Map<String, List<URI>> sections,
            ListingSelectors listing,
            ArticleSelectors article,
            ZoneId zone) {
        this(name, root, List.of(), every, pages, sections, listing, article, DEFAULT_WITHDRAW_AFTER, zone);
    }

    @Override
    public Site site() {
        return new Site(name, identity(), zone, article);
    }

    @Override
    public Identity identity() {
        return new Identity(root, wasAt);
    }

    @Override
    public Set<String> categories() {
        return sections.keySet();
    }

    @Override
    public List<URI> addresses() {
        return Stream.concat(Stream.of(root), sections.values().stream().flatMap(List::stream))
                .toList();
    }

    @Override
    public Source with(Fetcher fetcher, Desk desk) {
        return new HtmlSource(this, fetcher, desk);
    }
}
