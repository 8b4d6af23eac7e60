package loa.feed;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import loa.article.Category;
import loa.article.GeneratedArticle;
import loa.article.ParsedArticle;
import loa.store.ArticleStore;
import loa.store.FilledStore;

/** How long an article that is stored takes to be in all its feeds: its category's and that of all, in each format. */
public final class FreshnessBenchmark {

    private static final int ARTICLES = 20_000;
    private static final int CATEGORIES = 100;
    private static final int ROUNDS = 100;
    private static final int WARM_UPS = 100;
    private static final long PATIENCE = 10_000_000_000L;
    private static final long BETWEEN = 100; // ms: the feeds are not what was rendered a moment ago

    private FreshnessBenchmark() {}

    public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
        Path folder = Files.createTempDirectory("loa-fresh");
        List<Category> categories = List.of(new Category(FilledStore.category(0), "Kinh tế"));
        Newsroom newsroom = new Newsroom(
                "Tin tức", URI.create("https://feeds.example.vn"), "vi", null, null, categories, Map.of());
        double[] waited = new double[ROUNDS];
        try (ArticleStore store = FilledStore.of(ARTICLES, CATEGORIES, folder.resolve("loa.db"));
                Feeds feeds = new Feeds(newsroom, store.articles(), 64L << 20)) {
            List<Category> shown = List.of(categories.get(0), newsroom.all());
            shown.forEach(category -> feeds.feed(category, FeedFormat.RSS, category.limit()));
            for (int round = -WARM_UPS; round < ROUNDS; round++) {
                ParsedArticle article = GeneratedArticle.of(
                        ARTICLES + WARM_UPS + round + 1,
                        FilledStore.SOURCE,
                        Set.of(categories.get(0).name()));
                store.put(article, article.key(), "");
                double wait = untilShown(article, feeds, shown);
                if (round >= 0) {
                    waited[round] = wait;
                }
                Thread.sleep(BETWEEN);
            }
        } finally {
            delete(folder);
        }
        Arrays.sort(waited);
        new PrintWriter(System.out, true, StandardCharsets.UTF_8)
                .printf(
                        Locale.ROOT,
                        "an article is in all its feeds after ms, least / middle / most of %d: %.0f / %.0f / %.0f%n",
                        ROUNDS,
                        waited[0],
                        waited[ROUNDS / 2],
                        waited[ROUNDS - 1]);
    }

    private static double untilShown(ParsedArticle article, Feeds feeds, List<Category> categories)
            throws InterruptedException {
        long stored = System.nanoTime();
        byte[] address = article.link().toString().getBytes(StandardCharsets.UTF_8);
        feeds.changed(article.categories());
        for (Category category : categories) {
            for (FeedFormat format : FeedFormat.values()) {
                while (!feeds.ready(category, format)
                        .filter(document -> contains(document.body(Encoding.IDENTITY), address))
                        .isPresent()) {
                    if (System.nanoTime() - stored > PATIENCE) {
                        throw new IllegalStateException(category.name() + " does not show " + article.link());
                    }
                    Thread.sleep(1);
                }
            }
        }
        return (System.nanoTime() - stored) / 1e6;
    }

    private static boolean contains(byte[] body, byte[] part) {
        for (int i = 0; i <= body.length - part.length; i++) {
            if (Arrays.equals(body, i, i + part.length, part, 0, part.length)) {
                return true;
            }
        }
        return false;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }
}
