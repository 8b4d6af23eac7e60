package loa.source;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import loa.article.Entry;
import loa.fetch.PageVersion;
import loa.page.Trouble;

/** What lists a source's articles for programs: a feed, an interface, a sitemap, a folder. */
interface Catalog {

    URI address();

    /**
     * What it lists, the newest first as the source has it.
     *
     * @param known as which it was read before, if that is to be enough
     */
    Reading<List<Entry>> entries(Optional<PageVersion> known, Consumer<Trouble> troubles);

    /** What is found at the address of an article; empty if it has to be asked. */
    default Optional<Whereabouts> whereabouts(URI link) {
        return Optional.empty();
    }
}
