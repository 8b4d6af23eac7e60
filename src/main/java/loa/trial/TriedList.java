package loa.trial;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import loa.article.Entry;
import loa.entry.FeedReader;
import loa.entry.Format;
import loa.entry.SitemapReader;
import loa.entry.UnreadableException;
import loa.fetch.FetchResult.Fetched;
import loa.page.Trouble;

/**
 * A document that lists articles for programs, with no page around them.
 *
 * @param kind the key of feeds.yml for it
 */
public record TriedList(String kind, List<Entry> entries) {

    public TriedList {
        entries = List.copyOf(entries);
    }

    /** What the document lists; empty if it is a page. Tells why it cannot be read if it is something else. */
    static Optional<TriedList> of(Fetched fetched, ZoneId zone, Consumer<Trouble> troubles) {
        return switch (Format.of(fetched)) {
            case XML -> Optional.of(xml(fetched, zone, troubles));
            case JSON -> Optional.of(read("json", fetched, zone, troubles));
            case HTML, OTHER -> Optional.empty();
        };
    }

    private static TriedList xml(Fetched fetched, ZoneId zone, Consumer<Trouble> troubles) {
        List<Trouble> asFeed = new ArrayList<>();
        TriedList feed = read("feed", fetched, zone, asFeed::add);
        if (feed.entries.isEmpty()) {
            try {
                return new TriedList(
                        "sitemap", SitemapReader.read(fetched, zone).entries());
            } catch (UnreadableException noSitemap) {
                asFeed.forEach(troubles);
            }
        }
        return feed;
    }

    private static TriedList read(String kind, Fetched fetched, ZoneId zone, Consumer<Trouble> troubles) {
        try {
            return new TriedList(kind, FeedReader.read(fetched, zone, troubles).entries());
        } catch (UnreadableException unreadable) {
            troubles.accept(new Trouble(fetched.address(), unreadable.reason()));
            return new TriedList(kind, List.of());
        }
    }
}
