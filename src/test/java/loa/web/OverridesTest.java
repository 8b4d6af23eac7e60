package loa.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import loa.store.Correction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What readers get when the operator has the last word. */
class OverridesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private TestServer server;
    private String id;

    @BeforeEach
    void start() {
        server = TestServer.start(folder);
        for (int i = 1; i <= 4; i++) {
            server.keep("Bài " + i, "kinh-te");
        }
        id = server.store.articles().newest("kinh-te", 4).get(2).guid();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void correctsAnArticleInEveryFeedUnderItsIdentity() throws IOException {
        String cursor = cursor();
        assertEquals(List.of(), say(new Correction(id, Map.of(), false, false, "Tên đúng", null, "Hà", null, null)));
        for (String format : List.of("rss", "atom", "json")) {
            String feed = feed(format, soon -> soon.contains("Tên đúng"));
            assertTrue(feed.contains("Hà") && feed.contains(id), feed);
            assertFalse(feed.contains("<title>Bài 2"), feed);
        }
        JsonNode changes = changes(cursor);
        assertEquals(1, changes.size());
        assertEquals("updated", changes.get(0).get("change").asText());
        assertEquals("Tên đúng", changes.get(0).get("item").get("title").asText());
        say();
        feed("json", soon -> !soon.contains("Tên đúng") && soon.contains("Bài 2"));
    }

    @Test
    void withdrawsAnArticleFromEveryFeedWhateverThePortalShowsAndBringsItBack() throws IOException {
        String before = feed("json");
        String cursor = cursor();
        say(new Correction(id, Map.of(), true, false, null, null, null, null, null));
        server.keep("Bài 2", "kinh-te");
        for (String format : List.of("rss", "json")) {
            feed(format, soon -> !soon.contains(id));
        }
        feed("atom", soon -> soon.contains("<at:deleted-entry ref=\"" + id + "\""));
        assertEquals("withdrawn", changes(cursor).get(0).get("change").asText());
        cursor = cursor();
        say();
        assertEquals("restored", changes(cursor).get(0).get("change").asText());
        String after = feed("json", soon -> soon.contains(id));
        assertEquals(JSON.readTree(before).get("items"), JSON.readTree(after).get("items"));
    }

    @Test
    void pinsAnArticleToTheTopForPeopleAndLeavesTheFeedsInTheirOrder() throws IOException {
        JsonNode before = JSON.readTree(feed("json")).get("items");
        say(new Correction(id, Map.of(), false, true, null, null, null, null, null));
        assertEquals(before, JSON.readTree(feed("json")).get("items"));
        String page = new String(server.get("/c/kinh-te").body(), StandardCharsets.UTF_8);
        assertTrue(page.indexOf("Bài 2") < page.indexOf("Bài 4"), page);
    }

    @Test
    void givesBackWhatNamesNoArticle() {
        Correction nobody = new Correction("tag:nobody", Map.of(), true, false, null, null, null, null, null);
        assertEquals(List.of(nobody), say(nobody));
    }

    private List<Correction> say(Correction... corrections) {
        List<Correction> unknown = server.store.correct(List.of(corrections));
        server.feeds.changed(Set.of("kinh-te", "all"));
        return unknown;
    }

    /** The feed once it is so: readers are served the former one for a moment. */
    private String feed(String format, Predicate<String> isSo) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        String feed = feed(format);
        while (!isSo.test(feed)) {
            assertTrue(System.nanoTime() < end, format + ": " + feed);
            feed = feed(format);
        }
        return feed;
    }

    private String feed(String format) {
        return new String(server.get("/feeds/kinh-te." + format).body(), StandardCharsets.UTF_8);
    }

    private String cursor() throws IOException {
        return JSON.readTree(server.get("/changes.json").body()).get("cursor").asText();
    }

    private JsonNode changes(String since) throws IOException {
        return JSON.readTree(server.get("/changes.json?since=" + since).body()).get("changes");
    }
}
