package loa.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What readers get when something within is broken. */
class FailuresTest {

    private static final String FEED = "/feeds/kinh-te.rss";

    @TempDir
    Path folder;

    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.start(folder);
        server.keep("Bài một", "kinh-te");
        server.get(FEED);
        server.get("/feeds/kinh-te/archive/1.atom");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void servesWhatItHasWhileTheStoreDoesNotAnswer() {
        byte[] before = server.get(FEED).body();
        server.store.close();
        HttpResponse<byte[]> answer = server.get(FEED);
        assertEquals(200, answer.statusCode());
        assertEquals(new String(before, UTF_8), new String(answer.body(), UTF_8));
        assertEquals(200, server.get(FEED + "?limit=999").statusCode());
        assertEquals(200, server.get("/feeds/kinh-te.json").statusCode());
        assertEquals(200, server.get("/feeds/kinh-te/archive/1.rss").statusCode());
        assertEquals(200, server.get("/feeds.opml").statusCode());
        assertEquals(304, server.get(FEED, "If-None-Match", "*").statusCode());
    }

    @Test
    void asksToComeAgainWhereItHasNothing() {
        server.store.close();
        for (String path : new String[] {
            FEED + "?limit=1", "/feeds/y-te.rss", "/feeds/kinh-te/archive/2.atom", "/", "/c/kinh-te", "/health/ready"
        }) {
            HttpResponse<byte[]> answer = server.get(path);
            assertEquals(503, answer.statusCode(), path);
            assertTrue(answer.headers().firstValue("Retry-After").orElseThrow().matches("[0-9]+"));
            assertEquals("The store does not answer\n", new String(answer.body(), UTF_8));
        }
    }

    @Test
    void livesThoughItIsNotReady() {
        assertEquals(200, server.get("/health/ready").statusCode());
        server.store.close();
        assertEquals(503, server.get("/health/ready").statusCode());
        assertEquals(200, server.get("/health/live").statusCode());
    }

    @Test
    void saysOfAFaultWithinNoMoreThanThatThereIsOne() throws Exception {
        try (Connection connection = server.store.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER TABLE article_category RENAME TO elsewhere");
        }
        for (String path : new String[] {"/feeds/y-te.rss", "/c/kinh-te"}) {
            HttpResponse<byte[]> answer = server.get(path);
            assertEquals(500, answer.statusCode());
            assertEquals("Internal server error\n", new String(answer.body(), UTF_8));
            assertEquals(
                    "text/plain;charset=utf-8",
                    answer.headers().firstValue("Content-Type").orElseThrow().replace(" ", ""));
        }
    }

    @Test
    void rendersNothingForTenThousandUnknownParameters() throws Exception {
        server.store.close(); // nothing can be rendered from here on
        Random random = new Random(7);
        StringBuilder requests = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            String last = i == 9_999 ? "Connection: close\r\n" : "";
            requests.append("HEAD " + FEED + "?x=" + random.nextLong() + " HTTP/1.1\r\nHost: x\r\n" + last + "\r\n");
        }
        try (Socket socket = server.connect()) {
            AtomicReference<IOException> failure = new AtomicReference<>();
            Thread asking = new Thread(() -> {
                try {
                    socket.getOutputStream().write(requests.toString().getBytes(US_ASCII));
                } catch (IOException broken) {
                    failure.set(broken);
                }
            });
            asking.start();
            String answers = new String(socket.getInputStream().readAllBytes(), US_ASCII);
            asking.join(5000);
            assertEquals(null, failure.get());
            assertEquals(10_000, answers.split("HTTP/1.1 200 ", -1).length - 1);
        }
    }
}
