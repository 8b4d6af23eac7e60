package loa;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import loa.article.Category;
import loa.collect.Collector;
import loa.collect.Run;
import loa.collect.Schedule;
import loa.config.ConfigurationException;
import loa.config.Settings;
import loa.feed.Feeds;
import loa.fetch.FetchSettings;
import loa.fetch.Fetcher;
import loa.language.CannotStart;
import loa.language.Phrase;
import loa.source.Desk;
import loa.source.Source;
import loa.source.SourceSettings;
import loa.store.Acceptance;
import loa.store.ArticleStore;
import loa.store.StoreSettings;
import loa.trial.SavedPages;
import loa.trial.Trial;
import loa.trial.Tried;
import loa.trial.TriedJson;
import loa.web.Server;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command line, and how the parts are put together. */
@Command(
        name = "loa",
        description = "RSS, Atom and JSON Feed for a newsroom that has none.",
        mixinStandardHelpOptions = true,
        version = "Loa 1.0")
public final class Main implements Runnable {

    private static final long CACHE_BYTES = 64L * 1024 * 1024;
    private static final Duration DRAIN = Duration.ofSeconds(30);

    /** Who waited for the server is answered before the machine is busy collecting. */
    private static final Duration HEAD_START = Duration.ofSeconds(1);

    private final PrintWriter terminal;
    private final Locale language;

    @Option(
            names = "--config",
            scope = CommandLine.ScopeType.INHERIT,
            description = "the configuration (${DEFAULT-VALUE})")
    private Path config = Path.of("feeds.yml");

    @Option(
            names = "--data",
            scope = CommandLine.ScopeType.INHERIT,
            description = "the folder for what is kept (${DEFAULT-VALUE})")
    private Path data = Path.of("data");

    @Option(
            names = "--port",
            scope = CommandLine.ScopeType.INHERIT,
            description = "the port to listen on, instead of the file's")
    private @Nullable Integer port;

    private Main(PrintWriter terminal, Locale language) {
        this.terminal = terminal;
        this.language = language;
    }

    public static void main(String[] arguments) {
        PrintWriter terminal = new PrintWriter(
                new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8), true);
        PrintWriter errors = new PrintWriter(
                new OutputStreamWriter(new FileOutputStream(FileDescriptor.err), StandardCharsets.UTF_8), true);
        System.exit(run(arguments, terminal, errors, Locale.getDefault()));
    }

    /** Does what the arguments say; the exit code is 0 if all went well, 1 if not, 2 if they make no sense. */
    static int run(String[] arguments, PrintWriter terminal, PrintWriter errors, Locale language) {
        return new CommandLine(new Main(terminal, language))
                .setOut(terminal)
                .setErr(errors)
                .setExecutionExceptionHandler((failure, commandLine, result) -> {
                    if (failure instanceof ConfigurationException wrong) {
                        errors.println(wrong.lines(language));
                    } else if (failure instanceof CannotStart impossible) {
                        errors.println(impossible.reason().in(language));
                    } else {
                        throw failure;
                    }
                    return CommandLine.ExitCode.SOFTWARE;
                })
                .execute(arguments);
    }

    /** Without a command, the server. */
    @Override
    public void run() {
        serve();
    }

    @Command(description = "Collect for ever and serve the feeds; what is done without a command.")
    void serve() {
        Settings settings = settings();
        CountDownLatch stop = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        Thread onSignal = endProperly(stop, stopped);
        try (ArticleStore store = store(settings);
                Feeds feeds = new Feeds(settings.newsroom(), store.articles(), CACHE_BYTES);
                Server server = Server.start(settings.server(), feeds, store)) {
            if (!stop.await(HEAD_START.toMillis(), TimeUnit.MILLISECONDS)) {
                collectUntil(stop, settings, store, feeds);
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        } finally {
            stopped.countDown();
            forget(onSignal);
        }
    }

    private void collectUntil(CountDownLatch stop, Settings settings, ArticleStore store, Feeds feeds)
            throws InterruptedException {
        try (Fetcher fetcher = new Fetcher(settings.fetch());
                Progress progress = progress(settings, fetcher)) {
            Collector collector = collector(store, feeds, progress);
            Report report = new Report(terminal, language, settings.newsroom(), store.articles(), progress);
            List<Source> sources = sources(settings, fetcher);
            try (Schedule schedule =
                    new Schedule(store.dataSource(), sources, source -> report.collected(collector.collect(source)))) {
                report.started(sources.size());
                schedule.start();
                stop.await();
            }
        }
    }

    @Command(description = "Collect every source once; exit code 1 if one could not be read at all.")
    int collect() {
        Settings settings = settings();
        List<Run> runs = new ArrayList<>();
        try (ArticleStore store = store(settings);
                Feeds feeds = new Feeds(settings.newsroom(), store.articles(), CACHE_BYTES);
                Fetcher fetcher = new Fetcher(settings.fetch());
                Progress progress = progress(settings, fetcher)) {
            progress.start();
            Collector collector = collector(store, feeds, progress);
            Report report = new Report(terminal, language, settings.newsroom(), store.articles(), progress);
            List<Source> sources = sources(settings, fetcher);
            Consumer<Source> collect = source -> runs.add(report.collected(collector.collect(source)));
            if (settings.server().sample()) {
                try (Server sample = Server.start(settings.server(), feeds, store)) {
                    sources.forEach(collect);
                }
            } else {
                sources.forEach(collect);
            }
            report.table(runs);
        }
        return runs.stream().anyMatch(Run::failed) ? 1 : 0;
    }

    @Command(description = "Take the next run of a source that is held as it is, whether the server runs or not.")
    int accept(@CommandLine.Parameters(paramLabel = "SOURCE", description = "its name in feeds.yml") String source) {
        StoreSettings store = settings().store();
        boolean isHeld = Acceptance.give(store, source);
        String held = String.join(", ", Acceptance.held(store));
        Phrase answer = isHeld
                ? Phrase.of(
                        "%s: whatever its next run brings is taken",
                        "%s: lần chạy tới sẽ được lấy nguyên như vậy", source)
                : Phrase.of(
                        "%s is not held; held are: %s",
                        "%s không bị tạm giữ; đang bị tạm giữ: %s", source, held.isEmpty() ? "–" : held);
        terminal.println(answer.in(language));
        return isHeld ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    @Command(
            name = "try",
            description = "Show what would be taken from a page, why, and the YAML to paste; exit code 1 if nothing.")
    int tryPage(
            @Parameters(paramLabel = "URL", arity = "0..1", description = "a listing, an article or a home page")
                    @Nullable
                    URI address,
            @Option(names = "--saved", description = "instead of a URL: a list of saved pages, [{id, url, file}]")
                    @Nullable
                    Path saved,
            @Option(names = "--json", description = "for programs") boolean json)
            throws IOException {
        Optional<Settings> settings = Files.exists(config) ? Optional.of(settings()) : Optional.empty();
        ZoneId zone = settings.map(Settings::zone).orElse(Settings.DEFAULT_ZONE);
        if (saved != null) {
            SavedPages.in(saved).write(terminal, zone);
            return 0;
        } else if (address == null || address.getHost() == null) {
            throw new CannotStart(new Phrase(
                    "give `try` a web address, such as https://portal.example.vn/tin-tuc/",
                    "hãy cho `try` một địa chỉ trang web, chẳng hạn https://portal.example.vn/tin-tuc/"));
        }
        FetchSettings fetch = settings.map(Settings::fetch).orElse(FetchSettings.DEFAULT);
        Consumer<Phrase> progress = json ? phrase -> {} : phrase -> terminal.println(phrase.in(language));
        try (Fetcher fetcher = new Fetcher(fetch.alsoFor(address))) {
            Tried tried = new Trial(fetcher, zone, progress).run(address);
            if (json) {
                TriedJson.write(tried, zone, terminal);
            } else {
                new TrialReport(terminal, language, zone).show(tried);
            }
            return tried.gives() ? 0 : 1;
        }
    }

    private Settings settings() {
        return Settings.read(config, port == null ? OptionalInt.empty() : OptionalInt.of(port), data);
    }

    /** The store, with what it holds under the names of today, and as the operator says. */
    private ArticleStore store(Settings settings) {
        ArticleStore store = ArticleStore.open(settings.store(), Clock.systemUTC());
        for (Category category : settings.newsroom().categories()) {
            category.was().forEach(was -> store.rename(was, category.name()));
        }
        settings.sources().forEach(source -> store.settle(source.name(), source.identity()));
        store.health()
                .watch(settings.sources().stream().map(SourceSettings::name).toList());
        store.correct(settings.corrections())
                .forEach(unknown -> terminal.println(Phrase.of(
                                "overrides: no article is known as %s yet; check its id or address",
                                "overrides: chưa có bài viết nào là %s; hãy kiểm tra lại id hoặc địa chỉ", unknown.id())
                        .in(language)));
        return store;
    }

    private static List<Source> sources(Settings settings, Fetcher fetcher) {
        Desk desk = new Desk();
        return settings.sources().stream()
                .map(source -> source.with(fetcher, desk))
                .toList();
    }

    private Collector collector(ArticleStore store, Feeds feeds, Progress progress) {
        Consumer<Set<String>> changed = categories -> {
            feeds.changed(categories);
            progress.article();
        };
        return new Collector(store, changed, language, Clock.systemUTC(), new Random());
    }

    private Progress progress(Settings settings, Fetcher fetcher) {
        OptionalInt width = Terminal.width();
        Progress progress = new Progress(
                terminal, language, width, settings.sources().size(), fetcher::documents, Clock.systemUTC());
        if (width.isPresent()) {
            OutputStream errors = progress.before(new FileOutputStream(FileDescriptor.err));
            System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8)); // which is where logs go
        }
        return progress;
    }

    /** On SIGTERM or Ctrl-C: everything is closed in its order, and the exit code says that all went well. */
    private static Thread endProperly(CountDownLatch stop, CountDownLatch stopped) {
        Thread onSignal = new Thread(
                () -> {
                    stop.countDown();
                    try {
                        stopped.await(DRAIN.toSeconds(), TimeUnit.SECONDS);
                    } catch (InterruptedException impatient) {
                        Thread.currentThread().interrupt();
                    }
                    Runtime.getRuntime().halt(0);
                },
                "stop");
        Runtime.getRuntime().addShutdownHook(onSignal);
        return onSignal;
    }

    private static void forget(Thread onSignal) {
        try {
            Runtime.getRuntime().removeShutdownHook(onSignal);
        } catch (IllegalStateException alreadyStopping) {
            // then it ends the program
        }
    }
}
