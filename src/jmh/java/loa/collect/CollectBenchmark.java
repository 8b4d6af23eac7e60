package loa.collect;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import loa.fetch.FetchResult.Fetched;
import loa.fetch.FetchSettings;
import loa.fetch.Fetcher;
import loa.source.Source;
import loa.source.HtmlSourceSettings;
import loa.content.ArticleSelectors;
import loa.listing.ListingSelectors;
import loa.store.ArticleStore;
import loa.store.StoreSettings;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * What collecting costs: article pages of 80 KB from a portal in another process, fetched, extracted, sanitised and
 * stored, beside the floor, which fetches and parses them only. Both take turns; CPU time is the whole process's.
 */
public final class CollectBenchmark {

    private static final int PAGES = 1000;
    private static final int ROUNDS = 5;
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final PrintWriter terminal;
    private final String portal;
    private final Fetcher fetcher;

    private CollectBenchmark(PrintWriter terminal, String portal) {
        this.terminal = terminal;
        this.portal = portal;
        this.fetcher = new Fetcher(new FetchSettings(
                "Loa benchmark", List.of("127.0.0.1"), Duration.ZERO, Set.of(URI.create(portal)), Set.of()));
    }

    public static void main(String[] arguments) throws IOException {
        Process portal = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        BenchmarkPortal.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(portal.getInputStream(), StandardCharsets.UTF_8))) {
            PrintWriter terminal = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
            new CollectBenchmark(terminal, said.readLine()).run();
        } finally {
            portal.destroy();
        }
    }

    private void run() throws IOException {
        for (int i = 0; i < 2; i++) { // until all is compiled
            floor();
            collect();
        }
        double[] floors = new double[ROUNDS];
        double[] collects = new double[ROUNDS];
        double[] ratios = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            floors[i] = floor();
            collects[i] = collect();
            ratios[i] = collects[i] / floors[i];
        }
        say("fetch and parse alone, CPU ms a page", floors);
        say("collect: fetch, extract, sanitise, store", collects);
        say("ratio", ratios);
        terminal.printf(
                Locale.ROOT,
                "most heap in use after a collection of garbage: %d MB (%d pages), %d MB (%d pages)%n",
                heapAfter(100),
                100,
                heapAfter(PAGES),
                PAGES);
        fetcher.close();
    }

    private double floor() {
        long before = SYSTEM.getProcessCpuTime();
        int length = 0;
        for (int i = 1; i <= PAGES; i++) {
            Fetched page = (Fetched) fetcher.fetch(URI.create(portal + "/bai-viet-" + i + ".html"));
            length += parse(page).childrenSize();
        }
        if (length == 0) {
            throw new IllegalStateException("nothing was parsed");
        }
        return millisAPage(before);
    }

    private double collect() throws IOException {
        long before = SYSTEM.getProcessCpuTime();
        int added = collect(PAGES);
        double cost = millisAPage(before);
        if (added != PAGES) {
            throw new IllegalStateException(added + " of " + PAGES + " articles came");
        }
        return cost;
    }

    private int collect(int pages) throws IOException {
        Path folder = Files.createTempDirectory("loa-benchmark");
        try (ArticleStore store = ArticleStore.open(
                new StoreSettings(folder.resolve("loa.db"), "feeds.example.vn"), Clock.systemUTC())) {
            return new Collector(store, categories -> {}, Locale.ENGLISH, Clock.systemUTC(), new Random(1))
                    .collect(source(pages))
                    .added();
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        }
    }

    private Source source(int pages) {
        URI root = URI.create(portal + "/");
        return new HtmlSourceSettings(
                        "portal",
                        root,
                        Duration.ofMinutes(15),
                        pages / BenchmarkPortal.LISTED,
                        Map.of("kinh-te", List.of(root.resolve("trang-1.html"))),
                        ListingSelectors.NONE,
                        ArticleSelectors.NONE,
                        ZoneId.of("Asia/Ho_Chi_Minh"))
                .with(fetcher);
    }

    /** The most that was live during one collection: were it to grow with the pages, they would be kept. */
    private long heapAfter(int pages) throws IOException {
        System.gc();
        List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
                .toList();
        collect(pages);
        return pools.stream()
                        .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                        .sum()
                / 1024
                / 1024;
    }

    private static double millisAPage(long before) {
        return (SYSTEM.getProcessCpuTime() - before) / 1e6 / PAGES;
    }

    private void say(String what, double[] values) {
        double[] sorted = Arrays.stream(values).sorted().toArray();
        terminal.printf(
                Locale.ROOT,
                "%-42s min %.2f  median %.2f  max %.2f%n",
                what,
                sorted[0],
                sorted[ROUNDS / 2],
                sorted[ROUNDS - 1]);
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
}
