package loa.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import loa.language.Phrase;
import loa.store.Health;
import loa.store.SourceRun;
import loa.store.SourceState;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the sources are, as people, programs and feed readers are told. */
class StatusTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Phrase REASON = new Phrase("it is <so> & not otherwise", "vì <thế> & không khác");

    private static final Instant NEXT = Instant.parse("2026-03-01T23:45:00Z");

    @TempDir
    Path folder;

    private TestServer server;
    private Health health;

    @BeforeEach
    void start() {
        server = TestServer.start(folder);
        health = server.store.health();
        health.watch(List.of("portal", "province"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void saysOfASourceThatNeverRanThatItDidNot() throws IOException {
        JsonNode source = json().get("sources").get(0);
        assertEquals("portal", source.get("source").asText());
        assertEquals("new", source.get("state").asText());
        assertFalse(source.has("last_success"));
        assertEquals(List.of(), entries());
        assertEquals(200, server.get("/status").statusCode());
    }

    @ParameterizedTest
    @EnumSource(SourceState.class)
    void saysEachStateWithItsReasonInBothLanguagesAndToPrograms(SourceState state) throws IOException {
        ran("province", SourceState.WELL);
        ran("portal", state);
        for (Locale language : List.of(Locale.ENGLISH, Locale.forLanguageTag("vi"))) {
            String page = page(language.toLanguageTag());
            assertTrue(page.contains("portal"), page);
            assertTrue(page.contains(state.title().in(language)), page);
            assertTrue(page.contains(REASON.in(language)), page);
            assertTrue(
                    page.contains(new Times(ZONE, language).shown(NEXT)),
                    "the next try in the newsroom's zone: " + page);
        }
        JsonNode source = json().get("sources").get(0);
        assertEquals(state.name().toLowerCase(Locale.ROOT), source.get("state").asText());
        assertEquals(REASON.english(), source.get("reason").get("en").asText());
        assertEquals(REASON.vietnamese(), source.get("reason").get("vi").asText());
        assertEquals(NEXT, Instant.parse(source.get("next_run").asText()));
        assertEquals(state.isSuccess(), source.has("last_success"));
        assertEquals(state.isSuccess() ? 0 : 1, source.get("failures").asInt());
        assertEquals(20, source.get("last_run").get("listed").asInt());
    }

    @Test
    void givesReadersAnEntryForEachChangeOfStateTheLatestFirst() {
        ran("portal", SourceState.WELL);
        ran("portal", SourceState.WELL);
        ran("portal", SourceState.HELD);
        ran("portal", SourceState.HELD);
        ran("province", SourceState.FAILING);
        ran("portal", SourceState.WELL);
        Locale language = Locale.forLanguageTag("vi");
        assertEquals(
                List.of(
                        "portal: " + SourceState.WELL.title().in(language),
                        "province: " + SourceState.FAILING.title().in(language),
                        "portal: " + SourceState.HELD.title().in(language),
                        "portal: " + SourceState.WELL.title().in(language)),
                entries());
        assertEquals(
                4, atom().select("entry > id").eachText().stream().distinct().count());
        assertEquals(
                REASON.vietnamese(), atom().select("entry > content").get(0).text());
    }

    @Test
    void remembersSoMuchAndNoMore() {
        for (int i = 0; i < 1100; i++) {
            ran("portal", i % 2 == 0 ? SourceState.WELL : SourceState.FAILING);
        }
        ran("province", SourceState.WELL);
        assertEquals(200, health.runs("portal", 10_000).size());
        assertEquals(1, health.runs("province", 10_000).size());
        assertEquals(1000, health.changes(10_000).size());
        assertEquals(100, entries().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/status", "/status.json", "/status.atom"})
    void isAskedForAgainSoonAndAnsweredWith304WhileNothingChanges(String path) {
        ran("portal", SourceState.WELL);
        HttpResponse<byte[]> first = server.get(path);
        assertEquals(
                "public, max-age=15, must-revalidate",
                first.headers().firstValue("Cache-Control").orElseThrow());
        String etag = first.headers().firstValue("ETag").orElseThrow();
        assertEquals(304, server.get(path, "If-None-Match", etag).statusCode());
        ran("portal", SourceState.HELD);
        assertEquals(200, server.get(path, "If-None-Match", etag).statusCode());
    }

    private void ran(String source, SourceState state) {
        Instant started = Instant.parse("2026-03-01T23:30:00Z");
        health.ran(source, new SourceRun(started, Duration.ofSeconds(3), state, 20, 2, 1, 0), REASON, NEXT);
    }

    private JsonNode json() throws IOException {
        HttpResponse<byte[]> answer = server.get("/status.json");
        assertEquals(200, answer.statusCode());
        return JSON.readTree(answer.body());
    }

    private Element atom() {
        String xml = new String(server.get("/status.atom").body(), StandardCharsets.UTF_8);
        return Jsoup.parse(xml, "", Parser.xmlParser());
    }

    private List<String> entries() {
        return atom().select("entry > title").eachText();
    }

    private String page(String language) {
        HttpResponse<byte[]> answer = server.get("/status", "Accept-Language", language);
        assertEquals(200, answer.statusCode());
        return Jsoup.parse(new String(answer.body(), StandardCharsets.UTF_8)).text();
    }
}
