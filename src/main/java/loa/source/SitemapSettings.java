package loa.source;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import loa.content.Site;
import loa.fetch.Fetcher;

/** A site that names its articles in a sitemap; each has a page. */
public record SitemapSettings(Site site, URI sitemap, Duration every, Duration withdrawAfter, Filing filing)
        implements SourceSettings {

    @Override
    public Set<String> categories() {
        return filing.categories();
    }

    @Override
    public List<URI> addresses() {
        return List.of(sitemap);
    }

    @Override
    public Source with(Fetcher fetcher, Desk desk) {
        return new EntrySource(this, filing, new SitemapCatalog(sitemap, zone(), fetcher, desk), true, fetcher, desk);
    }
}
