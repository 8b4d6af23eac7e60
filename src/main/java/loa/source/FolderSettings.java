package loa.source;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import loa.content.Site;
import loa.fetch.Fetcher;
import org.jspecify.annotations.Nullable;

/**
 * A folder on this machine whose files are articles.
 *
 * @param web where the files of the folder stand on the web; null if they do not
 * @param page where people read articles then that name no address of their own
 */
public record FolderSettings(
        Site site, Path folder, @Nullable URI web, URI page, Duration every, Filing filing) implements SourceSettings {

    /** A file that is gone says nothing: folders are moved, and disks are not always there. */
    @Override
    public Duration withdrawAfter() {
        return NEVER;
    }

    @Override
    public Set<String> categories() {
        return filing.categories();
    }

    @Override
    public List<URI> addresses() {
        return List.of();
    }

    @Override
    public Source with(Fetcher fetcher, Desk desk) {
        return new EntrySource(this, filing, new FolderCatalog(this), false, fetcher, desk);
    }
}
