package loa.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import loa.article.Entry;
import loa.fetch.FetchResult.Fetched;
import loa.fetch.PageVersion;
import loa.page.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is read of the documents in {@code entries}: beside each lies what it gives. {@code -Dgolden.update=true} writes that
 * anew, to be read before it is kept.
 */
class EntriesTest {

    private static final Path FOLDER = Path.of("src/test/resources/entries");
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    @ParameterizedTest
    @MethodSource("names")
    void readsEachDocumentAsItIsMeant(String name) throws IOException {
        List<Trouble> troubles = new ArrayList<>();
        String read = read(name, troubles) + troubles(troubles);
        Path expected = FOLDER.resolve(name + ".expected.txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, read);
        }
        assertEquals(Files.readString(expected), read);
    }

    /** What Loa publishes of one newsroom in three formats is one list of articles for whoever reads it. */
    @Test
    void readsThreeFormatsOfOneFeedAlike() throws IOException {
        List<String> rss = articles("all.rss");
        assertFalse(rss.isEmpty());
        assertEquals(rss, articles("all.atom"));
        assertEquals(rss, articles("all.json"));
    }

    private static List<String> articles(String feed) throws IOException {
        Path file = Path.of("src/test/resources/feeds").resolve(feed);
        return FeedReader.read(fetched(file), ZONE, trouble -> {}).entries().stream()
                .map(entry -> entry.id() + " " + entry.link() + " " + entry.title() + " " + entry.published())
                .toList();
    }

    private static String read(String name, List<Trouble> troubles) throws IOException {
        Fetched fetched = fetched(FOLDER.resolve(name));
        if (name.startsWith("sitemap")) {
            Sitemap sitemap = SitemapReader.read(fetched, ZONE);
            return shown(sitemap.entries()) + sitemap.children();
        }
        Path fields = FOLDER.resolve(name + ".fields");
        Entries entries = Files.exists(fields)
                ? JsonReader.read(fetched, items(fields), fields(fields), ZONE, troubles::add)
                : FeedReader.read(fetched, ZONE, troubles::add);
        return shown(entries.entries()) + "unusable: " + entries.unusable() + "\nnext: "
                + entries.next().map(URI::toString).orElse("–") + "\n";
    }

    private static Fetched fetched(Path file) throws IOException {
        return new Fetched(
                URI.create("https://host.example.vn/tin/" + file.getFileName()),
                Files.readAllBytes(file),
                "text/html",
                null,
                new PageVersion(null, null, ""),
                Instant.parse("2026-03-01T05:00:00Z"));
    }

    private static Optional<JsonPath> items(Path fields) throws IOException {
        return Files.readAllLines(fields).stream()
                .filter(line -> line.startsWith("items: "))
                .map(line -> JsonPath.of(line.substring("items: ".length())))
                .findFirst();
    }

    private static Map<JsonField, JsonPath> fields(Path fields) throws IOException {
        Map<JsonField, JsonPath> paths = new EnumMap<>(JsonField.class);
        for (String line : Files.readAllLines(fields)) {
            for (JsonField field : JsonField.values()) {
                if (line.startsWith(field.key() + ": ")) {
                    paths.put(field, JsonPath.of(line.substring(field.key().length() + 2)));
                }
            }
        }
        return paths;
    }

    private static String shown(List<Entry> entries) {
        StringBuilder shown = new StringBuilder();
        for (Entry entry : entries) {
            shown.append("id: ").append(entry.id());
            shown.append("\nlink: ").append(entry.link());
            shown.append("\ntitle: ").append(entry.title());
            shown.append("\nsummary: ").append(entry.summary());
            shown.append("\ncontent: ").append(entry.content());
            shown.append("\nbase: ").append(entry.base());
            shown.append("\npublished: ").append(entry.published());
            shown.append("\nauthor: ").append(entry.author());
            shown.append("\nimages: ").append(entry.images());
            shown.append("\ncategories: ").append(new TreeSet<>(entry.categories()));
            shown.append("\n\n");
        }
        return shown.toString();
    }

    private static String troubles(List<Trouble> troubles) {
        return String.join(
                "",
                troubles.stream()
                        .map(trouble -> "trouble: " + trouble.reason().english() + "\n")
                        .toList());
    }

    private static Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".xml") || name.endsWith(".json"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }
}
