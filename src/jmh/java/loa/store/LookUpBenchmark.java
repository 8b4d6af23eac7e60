package loa.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import loa.article.Article;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What the store is asked for each feed and each sight of an article, in an archive of 20,000. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class LookUpBenchmark {

    private static final int ARTICLES = 20_000;
    private static final int CATEGORIES = 100;

    private final Random random = new Random(1);
    private Path folder;
    private ArticleStore store;

    @Setup
    public void fill() throws IOException, SQLException {
        folder = Files.createTempDirectory("loa-look-up");
        store = FilledStore.of(ARTICLES, CATEGORIES, folder.resolve("loa.db"));
    }

    @TearDown
    public void delete() throws IOException {
        store.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }

    @Benchmark
    public List<Article> newestFiftyOfACategory() {
        return store.articles().newest(category(), 50);
    }

    @Benchmark
    public List<Article> documentOfAnArchive() {
        return store.articles().archived(category(), 2);
    }

    @Benchmark
    public Optional<Known> articleAsItIsListed() {
        return store.known(FilledStore.SOURCE, "/tin-tuc/bai-viet-" + (1 + random.nextInt(ARTICLES)) + ".html");
    }

    private String category() {
        return FilledStore.category(random.nextInt(CATEGORIES));
    }
}
