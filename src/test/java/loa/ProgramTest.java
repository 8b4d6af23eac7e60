package loa;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program from outside: what a newcomer, an operator and the operating system do to it. */
class ProgramTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void collectsTheSampleNewsroomAndServesItsFeeds() throws Exception {
        Files.copy(Path.of("feeds.yml"), folder.resolve("feeds.yml"));
        try (Program program = Program.serve(folder, Program.freePort())) {
            Map<String, String> served = waitFor(program, 47);
            assertEquals(47, served.size());
            assertEquals(200, program.get("/health/ready").orElseThrow().statusCode());
            assertEquals(200, program.get("/feeds/kinh-te.rss").orElseThrow().statusCode());
            assertEquals(404, program.get("/feeds/khong-co.rss").orElseThrow().statusCode());
            assertEquals(5, program.get("/feeds.opml").orElseThrow().body().split("<outline", -1).length - 1);
            assertEquals(0, program.terminate().exitCode());
            assertTrue(program.output().contains("/feeds/kinh-te.rss"), program.output());
        }
    }

    @Test
    void collectsOnceAndSaysWhatCame() throws Exception {
        try (TestPortal portal = portalWith(3)) {
            Files.writeString(folder.resolve("feeds.yml"), feedsYml(portal));
            try (Program first = Program.start(folder, 0, "collect")) {
                assertEquals(0, first.exitCode());
                assertTrue(first.output().matches("(?s).*portal +3 +3 +0 +0\n.*"), first.output());
            }
            portal.fail("/tin.html", 500);
            try (Program second = Program.start(folder, 0, "collect")) {
                assertEquals(1, second.exitCode());
                assertTrue(second.output().matches("(?s).*portal +0 +0 +0 +1\n.*"), second.output());
                assertTrue(second.output().matches("(?s).*Kinh tế +3 .*"), second.output());
            }
        }
    }

    @Test
    void saysInOneLineWhyItCannotStart() throws Exception {
        try (TestPortal portal = portalWith(1);
                ServerSocket taken = new ServerSocket(0)) {
            Files.writeString(folder.resolve("feeds.yml"), feedsYml(portal));
            Files.writeString(folder.resolve("file"), "");
            int port = Program.freePort();
            try (Program running = Program.serve(folder, port)) {
                assertAll(
                        () -> assertRefuses("another Loa is using", "--port", Integer.toString(Program.freePort())),
                        () -> assertRefuses("another Loa is using", "collect"),
                        () -> assertRefuses(
                                "cannot listen on",
                                "--data",
                                "other",
                                "--port",
                                Integer.toString(taken.getLocalPort())),
                        () -> assertRefuses("cannot write to the data folder", "--data", "file/data"),
                        () -> assertRefuses("none.yml:1:1: ", "--config", "none.yml"));
                assertEquals(200, running.get("/health/ready").orElseThrow().statusCode());
            }
        }
    }

    @Test
    void namesEveryProblemOfItsConfiguration() throws Exception {
        Files.writeString(folder.resolve("feeds.yml"), """
                title: Tin
                categories: {kinh-te: Kinh tế}
                sources:
                  portal:
                    html: ftp://portal.example.vn/
                    sectoins: {kinh-te: kinh-te/}
                """);
        try (Program program = Program.start(folder, 0)) {
            assertEquals(1, program.exitCode());
            assertTrue(program.output().contains("feeds.yml:5:11: "), program.output());
            assertTrue(
                    program.output().contains("feeds.yml:6:5: unknown key `sectoins`; did you mean `sections`?"),
                    program.output());
            assertFalse(program.output().contains("\tat "), program.output());
        }
    }

    private void assertRefuses(String reason, String... arguments) throws InterruptedException {
        try (Program program = Program.start(folder, 0, arguments)) {
            assertEquals(1, program.exitCode(), program.output());
            assertTrue(program.output().startsWith(reason), program.output());
            assertEquals(1, program.output().lines().count(), program.output());
        }
    }

    private static Map<String, String> waitFor(Program program, int count) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        Map<String, String> articles = articles(program);
        while (articles.size() < count && System.nanoTime() < end) {
            Thread.sleep(50);
            articles = articles(program);
        }
        return articles;
    }

    /** The address and the date of each article in the feed, by its identity. */
    private static Map<String, String> articles(Program program) throws IOException, InterruptedException {
        Map<String, String> articles = new HashMap<>();
        Set<String> urls = new HashSet<>();
        for (String feed : new String[] {"/feeds/kinh-te.json", "/feeds/all.json"}) {
            JsonNode items =
                    JSON.readTree(program.get(feed).orElseThrow().body()).path("items");
            for (JsonNode item : items) {
                articles.put(
                        item.get("id").asText(),
                        item.get("url").asText() + " "
                                + item.get("date_published").asText());
                urls.add(item.get("url").asText());
            }
        }
        assertEquals(urls.size(), articles.size(), "an article is shown twice");
        return articles;
    }

    private static TestPortal portalWith(int articles) {
        return publish(TestPortal.serving(Path.of("src/test/resources")), articles);
    }

    /** Has the portal list so many articles. */
    private static TestPortal publish(TestPortal portal, int articles) {
        StringBuilder listing = new StringBuilder("<!doctype html><title>Tin</title>");
        for (int i = articles; i > 0; i--) {
            listing.append("<h5><a href='/bai-%d.html'>Bài số %d</a></h5>".formatted(i, i));
            portal.put(
                    "/bai-" + i + ".html",
                    "<h4>Bài số %d</h4><span class=date>10:%02d 11/01/2026</span><div class=noidung><p>Nội dung bài %d.</p></div>"
                            .formatted(i, i % 60, i));
        }
        return portal.put("/tin.html", listing.toString());
    }

    private static String feedsYml(TestPortal portal) {
        return """
                title: Tin
                categories: {kinh-te: {title: Kinh tế, limit: 500}}
                sources:
                  portal:
                    html: %s/tin.html
                    category: kinh-te
                    every: 1s
                    listing: {item: h5}
                    article: {title: h4, published: .date, body: .noidung}
                network: {allow-private: [127.0.0.1]}
                """.formatted(portal.address());
    }
}
