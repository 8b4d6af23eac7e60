package loa.source;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import loa.content.Site;
import loa.entry.FeedReader;
import loa.fetch.Fetcher;

/**
 * A site that has a feed: RSS, Atom, RDF or JSON Feed.
 *
 * @param pages how many documents of it are read at most, where it says what goes on with it
 * @param fullText whether each article is read from its page
 */
public record FeedSettings(
        Site site, URI feed, Duration every, Duration withdrawAfter, int pages, boolean fullText, Filing filing)
        implements SourceSettings {

    @Override
    public Set<String> categories() {
        return filing.categories();
    }

    @Override
    public List<URI> addresses() {
        return List.of(feed);
    }

    @Override
    public Source with(Fetcher fetcher, Desk desk) {
        Catalog catalog = new DocumentCatalog(
                feed, pages, fetcher, desk, (fetched, troubles) -> FeedReader.read(fetched, zone(), troubles));
        return new EntrySource(this, filing, catalog, fullText, fetcher, desk);
    }
}
