package loa.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.start(folder);
        for (int i = 1; i <= 5; i++) {
            server.keep("Bài " + i, "kinh-te");
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void listsEverythingInOrderToWhoeverBegins() throws IOException {
        JsonNode all = get("/changes.json");
        assertEquals(List.of("Bài 1", "Bài 2", "Bài 3", "Bài 4", "Bài 5"), titles(all));
        assertEquals(List.of("added", "added", "added", "added", "added"), kinds(all));
        assertFalse(all.get("more").asBoolean());
        JsonNode none = get("/changes.json?since=" + all.get("cursor").asText());
        assertEquals(0, none.get("changes").size());
        assertEquals(all.get("cursor"), none.get("cursor"));
    }

    @Test
    void goesOnFromWhereTheAskerWas() throws IOException {
        List<String> titles = new ArrayList<>();
        String cursor = "0";
        JsonNode page;
        do {
            page = get("/changes.json?limit=2&since=" + cursor);
            assertTrue(page.get("changes").size() <= 2);
            titles.addAll(titles(page));
            cursor = page.get("cursor").asText();
            assertEquals(
                    "https://feeds.example.vn/changes.json?since=" + cursor,
                    page.get("next_url").asText());
        } while (page.get("more").asBoolean());
        assertEquals(List.of("Bài 1", "Bài 2", "Bài 3", "Bài 4", "Bài 5"), titles);
    }

    @Test
    void saysWhatIsAddedUpdatedWithdrawnAndRestored() throws IOException {
        String cursor = get("/changes.json").get("cursor").asText();
        String gone = server.store.articles().newest("kinh-te", 5).get(2).guid();
        server.keepBody("Bài 1", "<p>khác</p>", "kinh-te");
        server.store.withdraw(gone);
        server.keep("Bài 6", "kinh-te");
        JsonNode changes = get("/changes.json?since=" + cursor);
        assertEquals(List.of("updated", "withdrawn", "added"), kinds(changes));
        assertEquals(gone, changes.get("changes").get(1).get("id").asText());
        assertFalse(changes.get("changes").get(1).has("item"));
        server.keep("Bài 3", "kinh-te");
        JsonNode back = get("/changes.json?since=" + changes.get("cursor").asText());
        assertEquals(List.of("restored"), kinds(back));
        assertEquals(gone, back.get("changes").get(0).get("id").asText());
    }

    @Test
    void bringsACopyUpToDateWhereverItLeftOff() throws IOException {
        Map<String, String> copy = new TreeMap<>();
        String cursor = "0";
        for (int step = 0; step < 30; step++) {
            if (step % 3 == 0) {
                server.store.withdraw(
                        server.store.articles().newest("all", 1).get(0).guid());
            }
            server.keepBody("Bài " + step % 7, "<p>Lần " + step + "</p>", "kinh-te");
            JsonNode page = get("/changes.json?limit=1&since=" + cursor);
            cursor = page.get("cursor").asText();
            apply(page, copy);
        }
        JsonNode rest = get("/changes.json?limit=500&since=" + cursor);
        apply(rest, copy);
        Map<String, String> truth = new TreeMap<>();
        server.store.articles().newest("all", 100).forEach(article -> truth.put(article.guid(), article.body()));
        assertEquals(truth, copy);
    }

    @Test
    void answersLikeEveryDocument() {
        HttpResponse<byte[]> first = server.get("/changes.json", "Accept-Encoding", "gzip");
        assertEquals(
                "application/json;charset=utf-8",
                first.headers().firstValue("Content-Type").orElseThrow());
        assertEquals("gzip", first.headers().firstValue("Content-Encoding").orElseThrow());
        String etag = first.headers().firstValue("ETag").orElseThrow();
        assertEquals(
                304,
                server.get("/changes.json", "Accept-Encoding", "gzip", "If-None-Match", etag)
                        .statusCode());
        server.keep("Bài 6", "kinh-te");
        assertEquals(
                200,
                server.get("/changes.json", "Accept-Encoding", "gzip", "If-None-Match", etag)
                        .statusCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "since=",
                "since=-1",
                "since=1.5",
                "since=abc",
                "since=%D9%A3",
                "since=1&since=2",
                "since=999999",
                "since=99999999999999999999",
                "limit=0",
                "limit=abc",
                "limit=1&limit=2"
            })
    void refusesWhatMakesNoSense(String query) {
        assertEquals(400, server.get("/changes.json?" + query).statusCode());
    }

    private static void apply(JsonNode page, Map<String, String> copy) {
        for (JsonNode change : page.get("changes")) {
            if (change.get("change").asText().equals("withdrawn")) {
                copy.remove(change.get("id").asText());
            } else {
                copy.put(
                        change.get("id").asText(),
                        change.get("item").get("content_html").asText());
            }
        }
    }

    private static List<String> titles(JsonNode page) {
        return page.get("changes").findValues("title").stream()
                .map(JsonNode::asText)
                .toList();
    }

    private static List<String> kinds(JsonNode page) {
        List<String> kinds = new ArrayList<>();
        page.get("changes").forEach(change -> kinds.add(change.get("change").asText()));
        return kinds;
    }

    private JsonNode get(String path) throws IOException {
        HttpResponse<byte[]> answer = server.get(path);
        assertEquals(200, answer.statusCode());
        return JSON.readTree(answer.body());
    }
}
