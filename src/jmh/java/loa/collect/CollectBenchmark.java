package loa.collect;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.GcInfo;
import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.management.ListenerNotFoundException;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;
import loa.article.ParsedArticle;
import loa.article.Candidate;
import loa.article.DatePattern;
import loa.page.PageParser;
import loa.page.Selector;
import loa.fetch.FetchResult.Fetched;
import loa.fetch.FetchSettings;
import loa.fetch.Fetcher;
import loa.content.ArticleReader;
import loa.content.ArticleSelectors;
import loa.content.Part;
import loa.listing.ListingSelectors;
import loa.source.HtmlSourceSettings;
import loa.store.ArticleStore;
import loa.store.StoreSettings;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * What collecting costs: article pages of 80 KB from a portal in another process, fetched, extracted, sanitised and
 * stored, with the operator's selectors and without any, beside the floor, which fetches and parses them only. They take
 * turns; CPU time is the whole process's. How many turns they take may be given, and how many pages.
 */
public final class CollectBenchmark {

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private static final ListingSelectors LISTING =
            new ListingSelectors(Selector.of(".item"), Selector.of("h3 a"), Selector.of("a[rel=next]"));
    private static final ArticleSelectors ARTICLE = new ArticleSelectors(
            Selector.of("h1"),
            Selector.of(".main .date"),
            DatePattern.of("HH:mm dd/MM/yyyy"),
            Selector.of(".author"),
            Selector.of(".sapo"),
            Selector.of(".content"),
            List.of(Selector.of(".other")));

    private static final int[] HEAPS = {100, 1000, 5000};
    private static final int WARM_UP = 3;
    private static final int READ = 100;

    private final PrintWriter terminal = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    private final int rounds;
    private final int pages;
    private final String portal;
    private final Fetcher fetcher;

    private CollectBenchmark(String portal, int rounds, int pages) {
        this.portal = portal;
        this.rounds = rounds;
        this.pages = pages;
        this.fetcher = new Fetcher(new FetchSettings(
                "Loa benchmark", List.of("127.0.0.1"), Duration.ZERO, Set.of(URI.create(portal)), Set.of()));
    }

    public static void main(String[] arguments) throws IOException, ListenerNotFoundException {
        Process portal = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        BenchmarkPortal.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(portal.getInputStream(), StandardCharsets.UTF_8))) {
            int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
            int pages = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1000;
            new CollectBenchmark(said.readLine(), rounds, pages).run();
        } finally {
            portal.destroy();
        }
    }

    private void run() throws IOException, ListenerNotFoundException {
        for (int i = 0; i < WARM_UP; i++) { // until all is compiled
            floor();
            given();
            found();
        }
        Cost[] floors = new Cost[rounds];
        Cost[] given = new Cost[rounds];
        Cost[] found = new Cost[rounds];
        for (int i = 0; i < rounds; i++) {
            floors[i] = floor();
            given[i] = given();
            found[i] = found();
        }
        say("fetched and parsed alone", floors, floors);
        say("collected with selectors", given, floors);
        say("collected without selectors", found, floors);
        sayReading();
        for (int most : rounds > 1 ? HEAPS : new int[0]) {
            terminal.printf(Locale.ROOT, "most heap in use after a garbage collection, %d pages: %d MB%n", most, heap(most));
        }
        fetcher.close();
    }

    private Cost floor() {
        Cost.Watch watch = new Cost.Watch();
        int length = 0;
        for (int i = 1; i <= pages; i++) {
            Fetched page = (Fetched) fetcher.fetch(URI.create(portal + "/bai-viet-" + i + ".html"));
            length += parse(page).childrenSize();
        }
        if (length == 0) {
            throw new IllegalStateException("nothing was parsed");
        }
        return watch.cost(pages);
    }

    private Cost given() throws IOException {
        return collect(pages, LISTING, ARTICLE);
    }

    private Cost found() throws IOException {
        return collect(pages, ListingSelectors.NONE, ArticleSelectors.NONE);
    }

    /** Into a store that is new and open. */
    private Cost collect(int most, ListingSelectors listing, ArticleSelectors article) throws IOException {
        Path folder = Files.createTempDirectory("loa-benchmark");
        try (ArticleStore store = ArticleStore.open(
                new StoreSettings(folder.resolve("loa.db"), "feeds.example.vn"), Clock.systemUTC())) {
            Cost.Watch watch = new Cost.Watch();
            int added = new Collector(store, categories -> {}, Locale.ENGLISH, Clock.systemUTC(), new Random(1))
                    .collect(settings(most, listing, article).with(fetcher))
                    .added();
            if (added != most) {
                throw new IllegalStateException(added + " of " + most + " articles came");
            }
            return watch.cost(most);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        }
    }

    /** What it costs to read an article's page without selectors, as often as what it costs to parse it. */
    private void sayReading() {
        URI address = URI.create(portal + "/bai-viet-1.html");
        ArticleReader reader = new ArticleReader(settings(1, ListingSelectors.NONE, ArticleSelectors.NONE).site());
        Candidate candidate = new Candidate("/bai-viet-1.html", address, "", null, null, null, Set.of("kinh-te"));
        String[] read = IntStream.rangeClosed(1, READ).mapToObj(BenchmarkPortal::article).toArray(String[]::new);
        Cost[] parsing = new Cost[rounds];
        Cost[] reading = new Cost[rounds];
        for (int i = 0; i < rounds; i++) {
            Cost.Watch watch = new Cost.Watch();
            for (String page : read) {
                Jsoup.parse(page, address.toString());
            }
            parsing[i] = watch.cost(READ);
            Cost.Watch next = new Cost.Watch();
            for (String page : read) {
                Optional<ParsedArticle> article = reader.read(
                        PageParser.parse(page, address, trouble -> {}),
                        Clock.systemUTC().instant(),
                        candidate,
                        trouble -> {},
                        part -> Part.of(Optional.empty()));
                if (article.isEmpty()) {
                    throw new IllegalStateException("a page gives no article");
                }
            }
            reading[i] = next.cost(READ);
        }
        say("a page parsed alone, in memory", parsing, parsing);
        say("parsed and read without selectors", reading, parsing);
    }

    private HtmlSourceSettings settings(int most, ListingSelectors listing, ArticleSelectors article) {
        URI root = URI.create(portal + "/");
        return new HtmlSourceSettings(
                "portal",
                root,
                Duration.ofMinutes(15),
                most / BenchmarkPortal.LISTED,
                Map.of("kinh-te", List.of(root.resolve("trang-1.html"))),
                listing,
                article,
                ZoneId.of("Asia/Ho_Chi_Minh"));
    }

    /** The most that was live during one collection, in MB: were it to grow with the pages, they would be kept. */
    private long heap(int most) throws IOException, ListenerNotFoundException {
        AtomicLong live = new AtomicLong();
        NotificationListener ended = (notification, nothing) -> {
            GcInfo info = GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData())
                    .getGcInfo();
            long used = info.getMemoryUsageAfterGc().entrySet().stream()
                    .filter(pool -> pool.getKey().matches(".*(?:Eden|Survivor|Old|Tenured).*"))
                    .mapToLong(pool -> pool.getValue().getUsed())
                    .sum();
            live.accumulateAndGet(used, Math::max);
        };
        System.gc();
        List<NotificationEmitter> collectors = ManagementFactory.getGarbageCollectorMXBeans().stream()
                .map(NotificationEmitter.class::cast)
                .toList();
        collectors.forEach(collector -> collector.addNotificationListener(ended, null, null));
        collect(most, LISTING, ARTICLE);
        for (NotificationEmitter collector : collectors) {
            collector.removeNotificationListener(ended);
        }
        return live.get() / 1024 / 1024;
    }

    private void say(String what, Cost[] costs, Cost[] floors) {
        terminal.printf(
                Locale.ROOT,
                "%-34s CPU ms a page %s   ms %s   times the first %s%n",
                what,
                spread(i -> costs[i].cpu),
                spread(i -> costs[i].wall),
                spread(i -> costs[i].cpu / floors[i].cpu));
    }

    /** The least, the middle and the most. */
    private String spread(IntToDoubleFunction values) {
        double[] sorted = IntStream.range(0, rounds).mapToDouble(values).sorted().toArray();
        return "%.2f/%.2f/%.2f".formatted(sorted[0], sorted[rounds / 2], sorted[rounds - 1]);
    }

    private static Document parse(Fetched page) {
        try {
            return Jsoup.parse(
                    new ByteArrayInputStream(page.body()),
                    page.charset(),
                    page.address().toString());
        } catch (IOException never) {
            throw new IllegalStateException("bytes in memory can be read", never);
        }
    }

    /** What a page costs, in milliseconds: of the whole process's CPU time, and of the clock on the wall. */
    private record Cost(double cpu, double wall) {

        /** Runs from when it is made. */
        private static final class Watch {

            private final long cpu = SYSTEM.getProcessCpuTime();
            private final long wall = System.nanoTime();

            Cost cost(int pages) {
                return new Cost(
                        (SYSTEM.getProcessCpuTime() - cpu) / 1e6 / pages, (System.nanoTime() - wall) / 1e6 / pages);
            }
        }
    }
}
