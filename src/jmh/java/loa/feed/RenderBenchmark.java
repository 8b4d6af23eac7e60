package loa.feed;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import loa.article.Article;
import loa.article.Category;
import loa.article.GeneratedArticle;
import loa.article.ParsedArticle;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a category's feed of fifty articles of 4 KB costs when it has changed, and what the parts of that cost. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RenderBenchmark {

    private static final Category CATEGORY = new Category("kinh-te", "Kinh tế");
    private static final Newsroom NEWSROOM = new Newsroom(
            "Tin tức", URI.create("https://feeds.example.vn"), "vi", null, null, List.of(CATEGORY), Map.of());

    private final Feed feed = feed();
    private final byte[] rss = RssWriter.write(feed);

    @Benchmark
    public List<Rendered> allFormatsInAllEncodings() {
        Feed cleaned = new Feed(
                feed.newsroom(), feed.category(), feed.place(), feed.updated(), feed.articles(), feed.withdrawn());
        return List.of(
                Rendered.of(RssWriter.write(cleaned), "application/rss+xml", 1, feed.updated()),
                Rendered.of(AtomWriter.write(cleaned), "application/atom+xml", 1, feed.updated()),
                Rendered.of(JsonFeedWriter.write(cleaned), "application/feed+json", 1, feed.updated()));
    }

    @Benchmark
    public byte[] rss() {
        return RssWriter.write(feed);
    }

    @Benchmark
    public byte[] atom() {
        return AtomWriter.write(feed);
    }

    @Benchmark
    public byte[] json() {
        return JsonFeedWriter.write(feed);
    }

    @Benchmark
    public byte[] gzipOfRss() throws IOException {
        return Encoding.GZIP.encode(rss);
    }

    @Benchmark
    public byte[] brotliOfRss() throws IOException {
        if (!Encoding.BROTLI.isAvailable()) {
            throw new IOException("brotli is not there for this machine");
        }
        return Encoding.BROTLI.encode(rss);
    }

    private static Feed feed() {
        List<Article> articles = new ArrayList<>();
        for (int i = 50; i > 0; i--) {
            ParsedArticle parsed = GeneratedArticle.of(i, "portal", Set.of(CATEGORY.name()));
            articles.add(new Article(
                    i,
                    "tag:feeds.example.vn,2015-01-01:portal/" + i,
                    parsed.link(),
                    parsed.title(),
                    parsed.summary(),
                    parsed.body().html(),
                    parsed.byline(),
                    parsed.image(),
                    Objects.requireNonNull(parsed.published()),
                    Objects.requireNonNull(parsed.published()),
                    i,
                    List.of(CATEGORY.name())));
        }
        return new Feed(
                NEWSROOM, CATEGORY, Feed.Place.subscription(50, 3), articles.get(0).updated(), articles, List.of());
    }
}
