package loa.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Many askers at once, and slow ones: nobody is held up by others. */
class CrowdsTest {

    private static final String FEED = "/feeds/kinh-te.atom";
    private static final int MORE_THAN_THREADS = 260;

    @TempDir
    Path folder;

    private final List<Socket> sockets = new ArrayList<>();
    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.start(folder);
    }

    private void restart(Duration idle) {
        server.close();
        server = TestServer.start(folder, idle);
    }

    @AfterEach
    void stop() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        server.close();
    }

    @Test
    void answersWhileHundredsSendTheirHeadersSlowly() throws IOException {
        server.keep("Bài một", "kinh-te");
        for (int i = 0; i < MORE_THAN_THREADS; i++) {
            Socket socket = server.connect();
            sockets.add(socket);
            socket.getOutputStream().write(("GET " + FEED + " HTTP/1.1\r\nHost: x\r\nX-Slow: ").getBytes(US_ASCII));
        }
        for (Socket socket : sockets) {
            socket.getOutputStream().write('a');
        }
        assertAnswersWithinASecond();
    }

    @Test
    void answersWhileHundredsReadALargeFeedSlowly() throws IOException {
        keepLargeArticles();
        for (int i = 0; i < MORE_THAN_THREADS; i++) {
            askAndReadNothing(FEED);
        }
        for (Socket socket : sockets) {
            assertEquals('H', socket.getInputStream().read());
        }
        assertAnswersWithinASecond();
    }

    @Test
    void sendsALargeFeedWholeToASlowReader() throws IOException {
        keepLargeArticles();
        byte[] feed = server.get(FEED).body();
        assertTrue(feed.length > 2_000_000);
        try (Socket socket = askAndReadNothing(FEED)) {
            byte[] answer = socket.getInputStream().readAllBytes();
            String end = new String(feed, feed.length - 100, 100, US_ASCII);
            assertTrue(new String(answer, US_ASCII).endsWith(end));
        }
    }

    @Test
    void saysNothingOfAReaderWhoGoesAway() throws Exception {
        keepLargeArticles();
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger ours = (Logger) LoggerFactory.getLogger("loa");
        log.start();
        ours.addAppender(log);
        try {
            for (int i = 0; i < 10; i++) {
                Socket socket = askAndReadNothing(FEED);
                assertEquals('H', socket.getInputStream().read());
                socket.setSoLinger(true, 0); // a reset
                socket.close();
            }
            Thread.sleep(300);
        } finally {
            ours.detachAppender(log);
        }
        assertEquals(List.of(), log.list);
        assertAnswersWithinASecond();
    }

    @Test
    void endsConnectionsOnWhichNothingHappens() throws IOException {
        restart(Duration.ofMillis(300));
        Socket silent = server.connect();
        Socket halfway = server.connect();
        Socket reader = server.connect();
        sockets.addAll(List.of(silent, halfway, reader));
        halfway.getOutputStream().write("GET /feeds.opml HT".getBytes(US_ASCII));
        reader.getOutputStream().write("GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(US_ASCII));
        for (Socket socket : sockets) {
            socket.getInputStream().readAllBytes(); // to the end, which comes before the five seconds are over
        }
    }

    @Test
    void endsTheConnectionOfAReaderWhoReadsNothingAtAll() throws Exception {
        restart(Duration.ofMillis(300));
        keepLargeArticles();
        byte[] feed = server.get(FEED).body();
        try (Socket socket = askAndReadNothing(FEED)) {
            Thread.sleep(1000);
            assertTrue(readToItsEnd(socket) < feed.length);
        }
    }

    @Test
    void rendersOnceForAllWhoComeAtOnce() throws Exception {
        keepLargeArticles();
        int askers = 200;
        ExecutorService threads = Executors.newFixedThreadPool(askers);
        try {
            CountDownLatch ready = new CountDownLatch(askers);
            List<Future<HttpResponse<byte[]>>> answers = new ArrayList<>();
            for (int i = 0; i < askers; i++) {
                answers.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return server.head("/feeds/kinh-te.rss?limit=9");
                }));
            }
            ready.await();
            long begun = System.nanoTime();
            Set<String> etags = new TreeSet<>();
            for (Future<HttpResponse<byte[]>> answer : answers) {
                etags.add(answer.get(10, TimeUnit.SECONDS)
                        .headers()
                        .firstValue("ETag")
                        .orElseThrow());
            }
            assertEquals(1, etags.size());
            assertTrue(System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(5));
        } finally {
            threads.shutdownNow();
        }
    }

    private void keepLargeArticles() {
        String paragraph = "<p>" + "Lúa chín sớm may gặt nối đuôi về kênh Ba. ".repeat(3000) + "</p>";
        for (int i = 0; i < 20; i++) {
            server.keepBody("Bài dài " + i, paragraph, "kinh-te");
        }
        server.get(FEED);
    }

    private Socket askAndReadNothing(String path) throws IOException {
        Socket socket = new Socket();
        sockets.add(socket);
        socket.setReceiveBufferSize(4096);
        socket.setSoTimeout(10_000);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").getBytes(US_ASCII));
        return socket;
    }

    private void assertAnswersWithinASecond() {
        server.get("/"); // what is slow the first time is not measured
        long begun = System.nanoTime();
        assertEquals(200, server.head(FEED).statusCode());
        assertEquals(200, server.get("/health/live").statusCode());
        assertEquals(200, server.get("/").statusCode());
        long took = System.nanoTime() - begun;
        assertTrue(took < TimeUnit.SECONDS.toNanos(1), () -> "it took " + took / 1_000_000 + " ms");
    }

    private static long readToItsEnd(Socket socket) {
        long read = 0;
        byte[] buffer = new byte[1 << 16];
        try {
            for (int n = 0; n >= 0; n = socket.getInputStream().read(buffer)) {
                read += n;
            }
        } catch (IOException reset) {
            return read;
        }
        return read;
    }
}
