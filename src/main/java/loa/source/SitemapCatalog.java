package loa.source;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import loa.article.Entry;
import loa.entry.Format;
import loa.entry.Newest;
import loa.entry.Sitemap;
import loa.entry.SitemapReader;
import loa.entry.UnreadableException;
import loa.fetch.FetchResult;
import loa.fetch.FetchResult.Fetched;
import loa.fetch.FetchResult.NotModified;
import loa.fetch.Fetcher;
import loa.fetch.PageVersion;
import loa.language.Phrase;
import loa.page.Trouble;
import loa.source.Reading.Read;
import loa.source.Reading.Unread;
import org.jspecify.annotations.Nullable;

/** A sitemap, or an index of sitemaps, of which the newest are read. */
final class SitemapCatalog implements Catalog {

    /** Indexes of indexes are not allowed, and exist. */
    private static final int DEEPEST = 3;

    private static final int MOST_CHILDREN = 10;
    private static final int MOST_DOCUMENTS = 20;

    private final URI address;
    private final ZoneId zone;
    private final Fetcher fetcher;
    private final Desk desk;

    /** The sitemaps below the first as they were last read, so that they need only say that they have not changed. */
    private final Map<URI, Known> known = new LinkedHashMap<>();

    SitemapCatalog(URI address, ZoneId zone, Fetcher fetcher, Desk desk) {
        this.address = address;
        this.zone = zone;
        this.fetcher = fetcher;
        this.desk = desk;
    }

    @Override
    public URI address() {
        return address;
    }

    @Override
    public Reading<List<Entry>> entries(Optional<PageVersion> version, Consumer<Trouble> troubles) {
        FetchResult result = Inquiry.ask(fetcher, address, version);
        if (!(result instanceof Fetched first)) {
            return Inquiry.nothing(address, result, troubles);
        }
        if (Format.of(first) == Format.HTML) {
            return page(first, troubles);
        }
        Optional<Sitemap> read = read(first, troubles);
        if (read.isEmpty()) {
            return new Unread<>(Optional.empty());
        }
        List<Entry> entries = new ArrayList<>(read.get().entries());
        Walk walk = new Walk(troubles);
        int named = read.get().named() + walk.below(read.get(), entries);
        if (entries.isEmpty()) {
            troubles.accept(new Trouble(address, new Phrase("it lists no article", "không liệt kê bài viết nào")));
        } else if (named > SitemapReader.MOST) {
            troubles.accept(new Trouble(
                    address,
                    Phrase.of(
                            "%d articles are listed; only the newest %d were taken",
                            "liệt kê %d bài viết nên chỉ lấy %d bài mới nhất", named, SitemapReader.MOST)));
        }
        boolean isWhole = walk.isWhole && !entries.isEmpty();
        return new Read<>(
                Newest.of(entries, Entry::published, SitemapReader.MOST),
                isWhole ? Optional.of(first.version()) : Optional.empty());
    }

    private Reading<List<Entry>> page(Fetched fetched, Consumer<Trouble> troubles) {
        try (Desk.Place place = desk.place(fetched)) {
            return Inquiry.page(address, fetched, troubles);
        }
    }

    private Optional<Sitemap> read(Fetched fetched, Consumer<Trouble> troubles) {
        try (Desk.Place place = desk.place(fetched)) {
            return Optional.of(SitemapReader.read(fetched, zone));
        } catch (UnreadableException unreadable) {
            troubles.accept(new Trouble(fetched.address(), unreadable.reason()));
            return Optional.empty();
        }
    }

    private record Known(PageVersion version, @Nullable Instant changed, Sitemap sitemap) {}

    private record Step(Sitemap.Child child, int depth) {}

    /** One way through the sitemaps below the first. */
    private final class Walk {

        private final Consumer<Trouble> troubles;
        private final Set<URI> asked = new HashSet<>(Set.of(address));
        private final Deque<Step> ahead = new ArrayDeque<>();

        /** Whether the first one would show it if anything below it changed. */
        private boolean isWhole = true;

        Walk(Consumer<Trouble> troubles) {
            this.troubles = troubles;
        }

        /** Adds what the sitemaps below this one name, and says how much that is. */
        int below(Sitemap first, List<Entry> entries) {
            int named = 0;
            plan(first, 2);
            for (int documents = 1; !ahead.isEmpty() && documents < MOST_DOCUMENTS; documents++) {
                Step step = ahead.poll();
                Optional<Sitemap> sitemap = sitemap(step.child());
                isWhole &= sitemap.isPresent() && step.child().changed() != null && step.depth() == 2;
                if (sitemap.isPresent()) {
                    entries.addAll(sitemap.get().entries());
                    named += sitemap.get().named();
                    plan(sitemap.get(), step.depth() + 1);
                }
            }
            known.keySet().retainAll(asked);
            return named;
        }

        private void plan(Sitemap sitemap, int depth) {
            if (depth <= DEEPEST) {
                sitemap.children().stream()
                        .filter(child -> asked.add(child.address()))
                        .limit(MOST_CHILDREN)
                        .forEach(child -> ahead.add(new Step(child, depth)));
            }
        }

        private Optional<Sitemap> sitemap(Sitemap.Child child) {
            Optional<Known> before = Optional.ofNullable(known.get(child.address()));
            if (before.filter(one -> child.changed() != null && child.changed().equals(one.changed()))
                    .isPresent()) {
                return before.map(Known::sitemap);
            }
            FetchResult result = Inquiry.ask(fetcher, child.address(), before.map(Known::version));
            if (result instanceof NotModified) {
                return before.map(Known::sitemap);
            }
            if (!(result instanceof Fetched fetched)) {
                Inquiry.nothing(child.address(), result, troubles);
                return Optional.empty();
            }
            Optional<Sitemap> read = read(fetched, troubles);
            read.ifPresent(
                    sitemap -> known.put(child.address(), new Known(fetched.version(), child.changed(), sitemap)));
            return read;
        }
    }
}
