package loa.collect;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import loa.article.Candidate;
import loa.article.Identity;
import loa.article.ParsedArticle;
import loa.content.ArticleReader;
import loa.content.Part;
import loa.content.ArticleSelectors;
import loa.content.Site;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What an article page of 80 KB costs to parse alone, and to parse and extract without any selector. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ExtractBenchmark {

    private static final URI ADDRESS = URI.create("https://portal.example.vn/bai-viet-7.html");
    private static final Instant FETCHED = Instant.parse("2026-03-01T05:00:00Z");

    private final String page = BenchmarkPortal.article(7);
    private final ArticleReader reader = new ArticleReader(new Site(
            "portal",
            new Identity(ADDRESS.resolve("/"), List.of()),
            ZoneId.of("Asia/Ho_Chi_Minh"),
            ArticleSelectors.NONE));
    private final Candidate candidate =
            new Candidate("/bai-viet-7.html", ADDRESS, "", null, null, null, Set.of("kinh-te"));

    @Benchmark
    public Document parse() {
        return Jsoup.parse(page, ADDRESS.toString());
    }

    @Benchmark
    public ParsedArticle parseAndExtract() {
        Optional<ParsedArticle> read =
                reader.read(parse(), FETCHED, candidate, trouble -> {}, part -> Part.of(Optional.empty()));
        return read.orElseThrow();
    }
}
