package loa.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import loa.collect.Collector;
import loa.collect.Run;
import loa.content.ArticleSelectors;
import loa.listing.ListingSelectors;
import loa.page.Selector;
import loa.source.HtmlSourceSettings;
import loa.store.ArticleStore;
import loa.store.StoreSettings;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What no code expects, in the midst of collecting. */
class ErrorsTest {

    private static final String LISTING =
            "<h5><a href='http://broken.example.vn:%d/1.html'>Bài một</a></h5><h5><a href='/2.html'>Bài hai</a></h5>";

    @TempDir
    Path folder;

    static Stream<Throwable> errors() {
        return Stream.of(
                new IllegalStateException("a bug"),
                new StackOverflowError("as by deep nesting"),
                new OutOfMemoryError("a test"));
    }

    @ParameterizedTest(name = "{0}: costs its listing or its article alone, and is reported")
    @DisplayName("an error while reading")
    @MethodSource("errors")
    void costsItsPlaceAlone(Throwable error) throws IOException {
        Script script = new Script().on("/2.html", 200, "<h4>Bài hai</h4><div class=b><p>Nội dung.</p></div>");
        try (MockWebServer server = new MockWebServer();
                ArticleStore store = ArticleStore.open(
                        new StoreSettings(folder.resolve("loa.db"), "feeds.example.vn"), Clock.systemUTC())) {
            server.setDispatcher(script);
            server.start(InetAddress.getByName("127.0.0.1"), 0);
            script.on("/", 200, LISTING.formatted(server.getPort()));
            URI broken = URI.create("http://broken.example.vn:" + server.getPort() + "/");
            URI whole = URI.create("http://whole.example.vn:" + server.getPort() + "/");
            TestFetchers fetchers =
                    new TestFetchers().client(failing(error)).site(broken).site(whole);
            try (Fetcher fetcher = fetchers.fetcher()) {
                Run run = new Collector(store, changed -> {}, Locale.ENGLISH, Clock.systemUTC(), new Random(1))
                        .collect(source(broken, whole).with(fetcher));
                assertEquals(List.of(2, 1), List.of(run.listed(), run.added()));
                assertEquals(
                        List.of(broken, broken.resolve("/1.html")),
                        run.troubles().stream()
                                .map(trouble -> trouble.address())
                                .toList());
                assertTrue(run.troubles().stream()
                        .allMatch(trouble -> trouble.reason().english().contains("please report")));
            }
        }
    }

    private static OkHttpClient failing(Throwable error) {
        return new OkHttpClient.Builder()
                .dns(name -> {
                    if (name.startsWith("broken")) {
                        ErrorsTest.<RuntimeException>raise(error);
                    }
                    return List.of(InetAddress.getByName("127.0.0.1"));
                })
                .build();
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void raise(Throwable error) throws T {
        throw (T) error;
    }

    private static HtmlSourceSettings source(URI broken, URI whole) {
        Map<String, List<URI>> sections = new LinkedHashMap<>();
        sections.put("kinh-te", List.of(broken, whole));
        return new HtmlSourceSettings(
                "portal",
                whole,
                List.of(),
                Duration.ofMinutes(15),
                1,
                sections,
                new ListingSelectors(Selector.of("h5"), null, null),
                new ArticleSelectors(Selector.of("h4"), null, null, null, null, Selector.of(".b"), List.of()),
                HtmlSourceSettings.DEFAULT_WITHDRAW_AFTER,
                ZoneOffset.UTC);
    }
}
