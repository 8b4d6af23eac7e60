package loa.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import loa.TestNewsroom;
import loa.TestPortal;
import loa.article.Candidate;
import loa.fetch.FetchSettings;
import loa.fetch.Fetcher;
import loa.trial.Trial;
import loa.trial.Tried;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code try} prints of a portal's listing, pasted into feeds.yml, lists the same articles as the address alone. */
class PortalYamlTest {

    private final Instant now = Instant.now();

    @TempDir
    Path folder;

    static Set<String> kinds() {
        return new TreeSet<>(PortalKind.all().keySet());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void thePrintedSelectorsListTheSame(String name) throws IOException {
        PortalKind kind = Objects.requireNonNull(PortalKind.all().get(name));
        PortalPages pages = new PortalPages(
                name, kind, PortalArticle.readAll(Files.readString(PortalKind.FOLDER.resolve("articles.txt"))), now);
        try (TestPortal site = TestPortal.serving(folder).answering(pages)) {
            String yaml = printed(URI.create(site.address() + kind.listing()));
            assertEquals(pages.articles().stream().map(pages::url).toList(), listed(yaml), yaml);
        }
    }

    private String printed(URI listing) {
        try (Fetcher fetcher = new Fetcher(FetchSettings.DEFAULT.alsoFor(listing))) {
            Tried tried = new Trial(fetcher, PortalArticle.ZONE, progress -> {}).run(listing);
            return tried.yaml().orElseThrow();
        }
    }

    private List<String> listed(String yaml) throws IOException {
        String file = "title: Tin tức\nurl: https://feeds.example.vn\nnetwork: {allow-private: [127.0.0.1]}\n"
                + yaml.replace("    category: ", "    pages: 3\n    category: ");
        try (TestNewsroom newsroom = TestNewsroom.open(file, folder, Clock.fixed(now, ZoneOffset.UTC));
                Fetcher fetcher = new Fetcher(newsroom.settings().fetch())) {
            Source source = newsroom.settings().sources().get(0).with(fetcher);
            Reading<List<Candidate>> reading =
                    source.candidates(source.sections().get(0), Optional.empty(), trouble -> {});
            return reading instanceof Reading.Read<List<Candidate>> read
                    ? read.content().stream()
                            .map(candidate -> path(candidate.link()))
                            .toList()
                    : List.of();
        }
    }

    private static String path(URI link) {
        String query = link.getRawQuery() == null ? "" : "?" + link.getRawQuery();
        return URLDecoder.decode((link.getRawPath() + query).replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
