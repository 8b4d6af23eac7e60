package loa.source;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import loa.article.Identity;
import loa.content.Site;
import loa.fetch.Fetcher;

/** What feeds.yml says of a source, whatever kind it is of. */
public sealed interface SourceSettings
        permits HtmlSourceSettings, FeedSettings, FolderSettings, JsonSettings, SitemapSettings {

    public static final Duration DEFAULT_EVERY = Duration.ofMinutes(15);

    public static final Duration DEFAULT_WITHDRAW_AFTER = Duration.ofHours(1);

    /** Longer than anybody runs this. */
    public static final Duration NEVER = Duration.ofDays(365_000);

    /** Whose articles it offers. */
    Site site();

    /** The pause between two collections. */
    Duration every();

    /** For how long an article's address is gone before the article is withdrawn. */
    Duration withdrawAfter();

    /** The names of the categories that it may give articles to. */
    Set<String> categories();

    /** The web addresses that it is asked at. */
    List<URI> addresses();

    /**
     * The source itself.
     *
     * @param desk where it reads its pages, as all sources do
     */
    Source with(Fetcher fetcher, Desk desk);

    /** The source if there is no other. */
    default Source with(Fetcher fetcher) {
        return with(fetcher, new Desk());
    }

    /** Its name in feeds.yml. */
    default String name() {
        return site().source();
    }

    /** How its articles are known. */
    default Identity identity() {
        return site().identity();
    }

    /** In which it prints its dates. */
    default ZoneId zone() {
        return site().zone();
    }
}
