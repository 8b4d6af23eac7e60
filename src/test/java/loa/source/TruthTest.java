package loa.source;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import loa.TestNewsroom;
import loa.TestPortal;
import loa.article.Article;
import loa.article.Text;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Collects whole portals and compares each article with what its page says. A portal is a folder with {@code feeds.yml} and
 * {@code truth.json}; adding one is adding a folder.
 */
class TruthTest {

    private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    static Stream<Portal> portals() {
        Path portals = Path.of("src/test/resources/portals");
        return Stream.of(
                new Portal(portals.resolve("huyen"), portals.resolve("huyen/truth.json"), ""),
                new Portal(portals.resolve("tinh"), portals.resolve("tinh/truth.json"), ""),
                new Portal(Path.of("src/main/resources"), Path.of("src/test/resources/sample-truth.json"), "/sample/"));
    }

    @ParameterizedTest
    @MethodSource("portals")
    void everyArticleComesOutAsItsPageShowsIt(Portal portal) throws IOException {
        try (TestPortal site = TestPortal.serving(portal.folder());
                TestNewsroom newsroom =
                        TestNewsroom.open(portal.feedsYml(site), folder, Clock.fixed(NOW, ZoneOffset.UTC))) {
            newsroom.collect();
            List<Executable> checks = new ArrayList<>();
            JsonNode truth = JSON.readTree(portal.truth().toFile());
            truth.forEach(expected -> checks.add(() -> check(portal, site, expected, newsroom)));
            checks.add(() -> assertEquals(truth.size(), newsroom.articles().size(), "number of articles"));
            assertAll(portal.folder().toString(), checks);
        }
    }

    private static void check(Portal portal, TestPortal site, JsonNode expected, TestNewsroom newsroom) {
        String path = portal.root() + expected.get("path").asText();
        Article article = newsroom.article(path);
        Document body = Jsoup.parseBodyFragment(article.body());
        String text = Text.line(body.text());
        assertAll(
                path,
                () -> assertEquals(expected.get("title").asText(), article.title(), "title"),
                () -> assertEquals(published(expected), article.published(), "published"),
                () -> assertEquals(
                        text(expected.get("author")), article.byline().author(), "author"),
                () -> assertEquals(
                        text(expected.get("credit")), article.byline().credit(), "credit"),
                () -> assertEquals(categories(expected), new TreeSet<>(article.categories()), "categories"),
                () -> assertEquals(image(portal, site, expected), address(article), "image"),
                () -> {
                    if (!expected.get("summary").isNull()) {
                        assertEquals(expected.get("summary").asText(), article.summary(), "summary");
                    }
                },
                () -> assertInOrder(expected.get("body"), text),
                () -> expected.get("absent")
                        .forEach(absent -> assertFalse(text.contains(absent.asText()), "still there: " + absent)),
                () -> {
                    for (JsonNode link : expected.path("links")) {
                        assertTrue(
                                body.select("a").stream()
                                        .anyMatch(a -> URI.create(a.attr("href"))
                                                .getPath()
                                                .equals(link.asText())),
                                "link " + link);
                    }
                },
                () -> body.select("img")
                        .forEach(img -> assertTrue(img.attr("src").startsWith("http"), "absolute " + img)));
    }

    private static Instant published(JsonNode expected) {
        JsonNode published = expected.get("published");
        return published.isNull()
                ? NOW
                : OffsetDateTime.parse(published.asText()).toInstant();
    }

    private static Set<String> categories(JsonNode expected) {
        Set<String> categories = new TreeSet<>();
        (expected.has("sections") ? expected.get("sections") : expected.get("categories"))
                .forEach(category -> categories.add(category.asText()));
        return categories;
    }

    private static @Nullable String image(Portal portal, TestPortal site, JsonNode expected) {
        JsonNode image = expected.get("image");
        return image.isNull() ? null : site.address() + portal.root() + image.asText();
    }

    private static @Nullable String address(Article article) {
        if (article.image() == null) {
            return null;
        }
        URI image = article.image().address();
        return image.getScheme() + "://" + image.getAuthority() + image.getPath();
    }

    private static void assertInOrder(JsonNode blocks, String text) {
        int from = 0;
        for (JsonNode block : blocks) {
            int found = text.indexOf(block.asText(), from);
            assertTrue(found >= 0, "not in its place: " + block + " in " + text);
            from = found + block.asText().length();
        }
    }

    private static @Nullable String text(JsonNode node) {
        return node.isNull() ? null : node.asText();
    }

    /** A site, what is true of it, and under which path it lies. */
    private record Portal(Path folder, Path truth, String root) {

        String feedsYml(TestPortal site) throws IOException {
            if (root.isEmpty()) {
                return Files.readString(folder.resolve("feeds.yml")).replace("PORTAL", site.address());
            }
            return Files.readString(Path.of("feeds.yml"))
                    .replace("sample: true", "network: {allow-private: [127.0.0.1]}")
                    .replace("html: /sample/", "html: " + site.address() + root);
        }

        @Override
        public String toString() {
            return folder.getFileName().toString();
        }
    }
}
