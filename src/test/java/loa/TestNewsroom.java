package loa;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import loa.article.Article;
import loa.collect.Collector;
import loa.collect.Run;
import loa.config.Settings;
import loa.fetch.Fetcher;
import loa.source.Source;
import loa.store.ArticleStore;
import loa.store.Correction;

/** A newsroom put together as the program does it, in a folder of the test's, to be collected by hand. */
public final class TestNewsroom implements AutoCloseable {

    private final Settings settings;
    private final Clock clock;
    private final ArticleStore store;
    private Fetcher fetcher;
    private List<Source> sources;
    private final List<Correction> unknown;
    private final Set<String> changed = new TreeSet<>();

    private TestNewsroom(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.store = ArticleStore.open(settings.store(), clock);
        settings.sources().forEach(source -> store.settle(source.name(), source.identity()));
        this.unknown = store.correct(settings.corrections());
        this.fetcher = Fetcher.under(clock, settings.fetch());
        this.sources = sources();
    }

    /** Opens the newsroom that this configuration describes; its data is below the folder. */
    public static TestNewsroom open(String feedsYml, Path folder, Clock clock) {
        try {
            Path file = Files.writeString(folder.resolve("feeds.yml"), feedsYml);
            return new TestNewsroom(Settings.read(file, OptionalInt.empty(), folder.resolve("data")), clock);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Collects the first source once. */
    public Run collect() {
        return collect(0);
    }

    /** Collects one of the sources once. */
    public Run collect(int place) {
        Collector collector = new Collector(store, changed::addAll, Locale.ENGLISH, clock, new Random(20260301));
        return collector.collect(sources.get(place));
    }

    /** Forgets how the hosts behaved, as a restart does. */
    public void forgetHosts() {
        fetcher.close();
        fetcher = Fetcher.under(clock, settings.fetch());
        sources = sources();
    }

    /** Has the store not wait for the disk: nothing here is to survive a power cut. */
    public static void hurry(ArticleStore store) {
        List<Connection> pool = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                pool.add(store.dataSource().getConnection());
                pool.get(i).createStatement().execute("PRAGMA synchronous = OFF");
            }
            for (Connection connection : pool) {
                connection.close();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** All articles, the newest first. */
    public List<Article> articles() {
        return store.articles().newest("all", 1000);
    }

    /** The article whose address has this path. */
    public Article article(String path) {
        return articles().stream()
                .filter(article ->
                        URI.create(article.link().toString()).getPath().equals(path))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no article at " + path));
    }

    public Settings settings() {
        return settings;
    }

    public ArticleStore store() {
        return store;
    }

    /** What the operator says of articles that are not known. */
    public List<Correction> unknown() {
        return unknown;
    }

    /** The categories that were said to have changed. */
    public Set<String> changed() {
        return changed;
    }

    @Override
    public void close() {
        fetcher.close();
        store.close();
    }

    private List<Source> sources() {
        return settings.sources().stream().map(source -> source.with(fetcher)).toList();
    }
}
