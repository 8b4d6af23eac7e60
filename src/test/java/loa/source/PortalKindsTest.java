package loa.source;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import loa.TestNewsroom;
import loa.TestPortal;
import loa.article.Article;
import loa.article.Candidate;
import loa.fetch.Fetcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/**
 * Collects a portal of each kind by nothing but its address, and counts the articles of which every field is right. What is wrong
 * is written to {@code target/portals/NAME.txt}, the pages themselves to {@code target/portals/NAME/}; {@code -Dkind=NAME} does
 * one kind alone.
 */
class PortalKindsTest {

    private static final Path REPORTS = Path.of("target/portals");

    private static final int LONGEST_NAME = 120;

    /** The share of all kinds' articles of which every field is right at least. */
    private static final double LEAST_RIGHT = 0.98;

    /** In how many articles of one kind a field may be wrong. */
    private static final int MOST_WRONG = 1;

    private final Instant now = Instant.now();

    @TempDir
    Path folder;

    @Test
    void anAddressIsEnough() throws IOException {
        List<PortalArticle> all = PortalArticle.readAll(Files.readString(PortalKind.FOLDER.resolve("articles.txt")));
        Map<String, PortalVerdict> verdicts = new TreeMap<>();
        for (Map.Entry<String, PortalKind> kind : PortalKind.all().entrySet()) {
            if (kind.getKey().contains(System.getProperty("kind", ""))) {
                PortalPages pages = new PortalPages(kind.getKey(), kind.getValue(), all, now);
                verdicts.put(kind.getKey(), judge(kind.getKey(), kind.getValue(), pages));
            }
        }
        write(verdicts);
        List<Executable> judgements = new ArrayList<>();
        verdicts.forEach((name, verdict) -> {
            int wrong = verdict.articles() - verdict.right();
            judgements.add(() -> assertTrue(wrong <= MOST_WRONG, name + ": " + wrong + " articles wrong"));
            judgements.add(() -> assertEquals(List.of(), verdict.links(), name));
        });
        int articles =
                verdicts.values().stream().mapToInt(PortalVerdict::articles).sum();
        int right = verdicts.values().stream().mapToInt(PortalVerdict::right).sum();
        judgements.add(() -> assertTrue(right >= LEAST_RIGHT * articles, lines(verdicts)));
        assertAll(judgements);
    }

    private PortalVerdict judge(String name, PortalKind kind, PortalPages pages) throws IOException {
        Path data = Files.createDirectories(folder.resolve(name));
        PortalVerdict verdict = new PortalVerdict(kind, pages);
        try (TestPortal site = TestPortal.serving(folder).answering(pages);
                TestNewsroom newsroom =
                        TestNewsroom.open(feedsYml(site, kind), data, Clock.fixed(now, ZoneOffset.UTC));
                Fetcher fetcher = new Fetcher(newsroom.settings().fetch())) {
            Source source = newsroom.settings().sources().get(0).with(fetcher);
            Section section = source.sections().get(0);
            if (source.candidates(section, Optional.empty(), trouble -> {})
                    instanceof Reading.Read<List<Candidate>> read) {
                verdict.listed(read.content().stream().map(Candidate::link).toList());
            } else {
                verdict.listed(List.of());
            }
            verdict.troubled(newsroom.collect().troubles());
            List<Article> articles = newsroom.articles();
            verdict.collected(articles);
        }
        dump(name, pages);
        return verdict;
    }

    private static String feedsYml(TestPortal site, PortalKind kind) {
        return """
                title: Tin tức
                url: https://feeds.example.vn
                categories: {tin: Tin tức}
                sources:
                  portal: {html: "%s", category: tin, pages: 3}
                network: {allow-private: [127.0.0.1]}
                """.formatted(site.address() + kind.listing());
    }

    private static void write(Map<String, PortalVerdict> verdicts) throws IOException {
        Files.createDirectories(REPORTS);
        for (Map.Entry<String, PortalVerdict> verdict : verdicts.entrySet()) {
            Files.write(
                    REPORTS.resolve(verdict.getKey() + ".txt"),
                    verdict.getValue().lines());
        }
        Files.write(REPORTS.resolve("all.txt"), lines(verdicts).lines().toList());
    }

    private static String lines(Map<String, PortalVerdict> verdicts) {
        List<String> lines = new ArrayList<>();
        verdicts.forEach((name, verdict) -> lines.add("%-12s %s".formatted(name, verdict)));
        return String.join("\n", lines);
    }

    private static void dump(String name, PortalPages pages) throws IOException {
        Path folder = Files.createDirectories(REPORTS.resolve(name));
        for (Map.Entry<String, String> page : pages.pages().entrySet()) {
            String file = page.getKey()
                    .replaceAll("[^\\p{L}\\p{N}.-]+", "_")
                    .replaceFirst("(\\.html)?$", ".html")
                    .replaceFirst("^_", "");
            Files.writeString(
                    folder.resolve(file.substring(Math.max(0, file.length() - LONGEST_NAME))), page.getValue());
        }
    }
}
