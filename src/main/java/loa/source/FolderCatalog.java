package loa.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import loa.article.Entry;
import loa.article.Hash;
import loa.article.WebLink;
import loa.entry.ArticleFile;
import loa.entry.Newest;
import loa.entry.UnreadableException;
import loa.fetch.PageVersion;
import loa.language.Phrase;
import loa.page.PageText;
import loa.page.Trouble;
import loa.source.Reading.Read;
import loa.source.Reading.Unchanged;
import loa.source.Reading.Unread;

/** A folder whose files are articles. It is read when a file is new or of another time or size, and all of it then. */
final class FolderCatalog implements Catalog {

    private static final int DEEPEST = 10;
    private static final int MOST = 500;
    private static final int LARGEST = 3 * 1024 * 1024;

    private final FolderSettings settings;
    private final ZoneId zone;
    private volatile Set<URI> links = Set.of();

    FolderCatalog(FolderSettings settings) {
        this.settings = settings;
        this.zone = settings.zone();
    }

    @Override
    public URI address() {
        return settings.folder().toUri();
    }

    @Override
    public Reading<List<Entry>> entries(Optional<PageVersion> known, Consumer<Trouble> troubles) {
        try {
            Path root = settings.folder().toRealPath();
            List<Found> found = found(root);
            PageVersion version = new PageVersion(null, null, Hash.of(found));
            return known.equals(Optional.of(version)) && !links.isEmpty()
                    ? new Unchanged<>(version)
                    : new Read<>(read(found, troubles), Optional.of(version));
        } catch (IOException | UncheckedIOException unreadable) {
            troubles.accept(new Trouble(
                    address(),
                    new Phrase(
                            "the folder is not there or may not be read; correct `folder`",
                            "không có thư mục này hoặc không đọc được; hãy sửa `folder`")));
            return new Unread<>(Optional.empty());
        }
    }

    /** A file that was moved is where its article is now; one that vanished, nowhere. */
    @Override
    public Optional<Whereabouts> whereabouts(URI link) {
        return Optional.of(
                links.isEmpty()
                        ? new Whereabouts.Unclear()
                        : links.contains(link) ? new Whereabouts.Present() : new Whereabouts.Gone());
    }

    private List<Entry> read(List<Found> found, Consumer<Trouble> troubles) {
        List<Entry> entries = new ArrayList<>();
        for (Found file : found) {
            entry(file, troubles).ifPresent(entries::add);
        }
        Set<URI> now = new HashSet<>();
        entries.forEach(entry -> now.add(entry.link()));
        links = Set.copyOf(now);
        return Newest.of(entries, Entry::published, entries.size());
    }

    private Optional<Entry> entry(Found file, Consumer<Trouble> troubles) {
        URI place = file.path.toUri();
        try {
            byte[] content = Files.readAllBytes(file.path);
            String text = PageText.decode(content, LARGEST, null);
            URI web = web(file.name).orElse(place);
            return ArticleFile.read(text, file.name, web, link(file.name), zone, troubles);
        } catch (UnreadableException unreadable) {
            troubles.accept(new Trouble(place, unreadable.reason()));
        } catch (IOException unreadable) {
            troubles.accept(new Trouble(place, new Phrase("the file may not be read", "không đọc được tệp này")));
        }
        return Optional.empty();
    }

    /** Where the file stands on the web, if the folder does. */
    private Optional<URI> web(String name) {
        return Optional.ofNullable(settings.web())
                .flatMap(folder ->
                        WebLink.resolve(folder.toString(), name.replaceFirst("(?i)\\.(?:md|markdown)$", ".html")));
    }

    private URI link(String name) {
        return web(name)
                .orElseGet(
                        () -> URI.create(settings.page() + "?tep=" + URLEncoder.encode(name, StandardCharsets.UTF_8)));
    }

    /** The articles' files, the last changed first; what a link leads to outside of the folder is none of them. */
    private static List<Found> found(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root, DEEPEST)) {
            List<Found> found = files.filter(
                            file -> ArticleFile.isNamed(file.getFileName().toString()))
                    .filter(file -> isWithin(root, file))
                    .map(file -> Found.of(root, file))
                    .sorted((one, other) -> one.name.compareTo(other.name))
                    .toList();
            return Newest.of(found, Found::changed, MOST);
        }
    }

    private static boolean isWithin(Path root, Path file) {
        try {
            return Files.isRegularFile(file.toRealPath(), LinkOption.NOFOLLOW_LINKS)
                    && file.toRealPath().startsWith(root)
                    && Files.size(file) <= LARGEST;
        } catch (IOException leadsNowhere) {
            return false;
        }
    }

    /** @param name in the folder, with slashes on every system */
    private record Found(Path path, String name, Instant changed, long size) {

        static Found of(Path root, Path file) {
            try {
                String name = root.relativize(file).toString().replace('\\', '/');
                return new Found(file, name, Files.getLastModifiedTime(file).toInstant(), Files.size(file));
            } catch (IOException vanished) {
                throw new UncheckedIOException(vanished);
            }
        }
    }
}
