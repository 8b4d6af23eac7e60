package loa.store;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import loa.article.GeneratedArticle;
import loa.article.ParsedArticle;

/**
 * What a growing archive costs: the same things asked of stores of a thousand articles up to a million. Each cost is the
 * median of the CPU time of the thread that asks, in microseconds.
 */
public final class GrowthBenchmark {

    private static final int ASKED = 400;
    private static final int PUT = 200;
    private static final int MOST_CATEGORIES = 1000;
    private static final int FEED = 50;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Map<String, long[]> costs = new LinkedHashMap<>();
    private final int[] sizes;
    private final PrintWriter terminal = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    private int column;

    private GrowthBenchmark(int[] sizes) {
        this.sizes = sizes;
    }

    /** The argument: how many articles each store has, such as {@code 1000,10000}. */
    public static void main(String[] arguments) throws Exception {
        int[] sizes =
                Arrays.stream(arguments[0].split(",")).mapToInt(Integer::parseInt).toArray();
        new GrowthBenchmark(new int[] {sizes[0], sizes[0]}).measure(); // until all is compiled
        GrowthBenchmark benchmark = new GrowthBenchmark(sizes);
        benchmark.measure();
        benchmark.table();
    }

    private void measure() throws Exception {
        for (column = 0; column < sizes.length; column++) {
            Path folder = Files.createTempDirectory("loa-growth");
            try {
                long start = System.nanoTime();
                int categories = Math.min(MOST_CATEGORIES, Math.max(1, sizes[column] / 100));
                ArticleStore store = FilledStore.of(sizes[column], categories, folder.resolve("loa.db"));
                terminal.printf(
                        Locale.ROOT,
                        "%,d articles in %,d categories: filled in %,d s%n",
                        sizes[column],
                        categories,
                        (System.nanoTime() - start) / 1_000_000_000);
                keep("bytes in the file, an article", Files.size(folder.resolve("loa.db")) / sizes[column]);
                measure(store, categories);
                store.close();
                measureOpening(folder.resolve("loa.db"));
            } finally {
                delete(folder);
            }
        }
    }

    private void measure(ArticleStore store, int categories) throws SQLException {
        Articles articles = store.articles();
        Random random = new Random(1);
        List<String> names =
                IntStream.range(0, categories).mapToObj(FilledStore::category).toList();
        try (Connection connection = store.dataSource().getConnection();
                PreparedStatement one = connection.prepareStatement("SELECT guid FROM article WHERE id = ?");
                PreparedStatement newest = connection.prepareStatement("""
                        SELECT article_id FROM article_category WHERE category = ? AND withdrawn IS NULL
                        ORDER BY published DESC, article_id DESC LIMIT 50""")) {
            cost("an article by its id, plain SQL", ASKED, i -> {
                one.setInt(1, 1 + random.nextInt(sizes[column]));
                read(one);
            });
            cost("the ids of the newest 50 of a category, plain SQL", ASKED, i -> {
                newest.setString(1, names.get(random.nextInt(categories)));
                read(newest);
            });
        }
        cost("the newest 50 of a category, with bodies", ASKED, i -> articles.newest(any(names, random), FEED));
        cost("the newest 3 of a category, with bodies", ASKED, i -> articles.newest(any(names, random), 3));
        cost("the newest 50 of all", ASKED, i -> articles.newest("all", FEED));
        int documents = Math.max(1, articles.filed(names.get(0)) / Articles.ARCHIVED);
        cost(
                "a document of a category's archive",
                ASKED,
                i -> articles.archived(any(names, random), 1 + random.nextInt(documents)));
        cost("100 changes", ASKED, i -> articles.changes(random.nextInt(sizes[column]), 100));
        cost("how many articles a category holds", ASKED, i -> articles.count(any(names, random)));
        cost("what was withdrawn from a category", ASKED, i -> articles.withdrawn(any(names, random), FEED));
        cost("an article as its listing names it", ASKED, i -> store.known(FilledStore.SOURCE, key(random)));
        cost("keeping a new article", PUT, i -> {
            ParsedArticle article = fresh(i, names);
            store.put(article, article.key(), "");
        });
        cost("finding the former self of a moved article", PUT, i -> {
            ParsedArticle moved = fresh(i, names).at("/khac/" + i, URI.create("https://portal.example.vn/khac/" + i));
            store.kin(moved, moved.key());
        });
    }

    /** Until all is there that the first feed needs. */
    private void measureOpening(Path file) {
        StoreSettings settings = new StoreSettings(file, "feeds.example.vn");
        cost("opening the store", 5, i -> {
            try (ArticleStore store = ArticleStore.open(settings, Clock.systemUTC())) {
                store.articles().revision("all");
            }
        });
    }

    private String key(Random random) {
        return "/tin-tuc/bai-viet-" + (1 + random.nextInt(sizes[column])) + ".html";
    }

    private ParsedArticle fresh(int i, List<String> names) {
        return GeneratedArticle.of(sizes[column] + 1 + i, FilledStore.SOURCE, Set.of(names.get(i % names.size())));
    }

    private static String any(List<String> names, Random random) {
        return names.get(random.nextInt(names.size()));
    }

    private static void read(PreparedStatement query) throws SQLException {
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                rows.getString(1);
            }
        }
    }

    private void cost(String what, int times, Asked asked) {
        long[] costs = new long[times];
        try {
            for (int i = 0; i < times; i++) {
                long before = THREADS.getCurrentThreadCpuTime();
                asked.ask(i);
                costs[i] = (THREADS.getCurrentThreadCpuTime() - before) / 1000;
            }
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
        Arrays.sort(costs);
        keep(what, costs[times / 2]);
    }

    private void keep(String what, long value) {
        costs.computeIfAbsent(what, row -> new long[sizes.length])[column] = value;
    }

    private void table() {
        terminal.printf("%n%-52s", "");
        Arrays.stream(sizes).forEach(size -> terminal.printf(Locale.ROOT, "%,12d", size));
        costs.forEach((what, values) -> {
            terminal.printf("%n%-52s", what);
            Arrays.stream(values).forEach(value -> terminal.printf(Locale.ROOT, "%,12d", value));
        });
        terminal.println();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }

    private interface Asked {
        void ask(int number) throws SQLException;
    }
}
