package loa.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked again word for word is answered as before without being read, and nothing else is. */
class RepeatedRequestsTest {

    private static final String FEED = "GET /feeds/kinh-te.rss HTTP/1.1\r\nHost: a\r\n";
    private static final String OTHER = "GET /other HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final Pattern LENGTH = Pattern.compile("Content-Length: (\\d+)");

    @TempDir
    static Path folder;

    private static final DirectMemory MEMORY = new DirectMemory(2 << 20);
    private static final AtomicInteger READ = new AtomicInteger();
    private static TestServer newsroom;
    private static Server jetty;
    private static ServerConnector connector;

    @BeforeAll
    static void start() throws Exception {
        newsroom = TestServer.start(folder);
        newsroom.keep("Bài một", "kinh-te");
        newsroom.get("/feeds/kinh-te.rss"); // now it is rendered
        jetty = new Server();
        connector = new ServerConnector(jetty, new RepeatedRequests(new HttpConfiguration()));
        connector.setHost("127.0.0.1");
        connector.setAcceptedSendBufferSize(16 * 1024); // more waits until it is read
        jetty.addConnector(connector);
        ReadyFeeds ready = new ReadyFeeds(newsroom.feeds, MEMORY);
        ready.setHandler(new Teapot());
        jetty.setHandler(new Counter(ready));
        jetty.start();
    }

    @BeforeEach
    void countAnew() {
        READ.set(0);
    }

    @AfterAll
    static void stop() throws Exception {
        jetty.stop();
        newsroom.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Accept-Encoding: gzip\r\n",
                "Accept-Encoding: br;q=1.0, gzip;q=0.8\r\n",
                "Accept-Encoding: identity;q=0.5, *;q=0\r\n",
                "If-None-Match: *\r\n",
                "Connection: keep-alive\r\n",
                "If-Modified-Since: Sun, 01 Mar 2026 23:31:05 GMT\r\nUser-Agent: reader\r\n"
            })
    void answersARepeatedRequestAsBeforeWithoutReadingIt(String fields) throws IOException {
        String request = FEED + fields + "\r\n";
        String first = undated(asked(request));
        assertEquals(
                List.of(first, first, first),
                asked(request, request, request).stream()
                        .map(RepeatedRequestsTest::undated)
                        .toList());
        assertEquals(1, READ.get());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /other HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /feeds/kinh-te.rss?x HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /feeds/kinh-te.rss HTTP/1.1\r\nHost: a\r\nA-IM: feed\r\n\r\n",
                "GET /feeds/kinh-te.rss HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                "GET /feeds/kinh-te.rss HTTP/1.0\r\n\r\n",
                "HEAD /feeds/kinh-te.rss HTTP/1.1\r\nHost: a\r\n\r\n"
            })
    void readsWhatIsNoOrdinaryRequestForAFeedEachTime(String request) throws IOException {
        for (int i = 1; i <= 3; i++) {
            try (Socket socket = connect()) {
                send(socket, request);
                socket.shutdownOutput();
                assertFalse(new String(socket.getInputStream().readAllBytes(), ISO_8859_1).isEmpty());
            }
            assertEquals(i, READ.get());
        }
    }

    @Test
    void answersNewlyWhenTheFeedHasChanged() throws Exception {
        String plain = FEED + "\r\n";
        String before = asked(plain);
        String known = FEED + "If-None-Match: " + etag(before) + "\r\n\r\n";
        assertTrue(asked(known).startsWith("HTTP/1.1 304 "));
        assertTrue(asked(known).startsWith("HTTP/1.1 304 "));
        newsroom.keep("Bài hai", "kinh-te");
        for (int i = 0; i < 500 && etag(asked(plain)).equals(etag(before)); i++) {
            Thread.sleep(10);
        }
        assertTrue(asked(plain).contains("B\u00c3\u00a0i hai"));
        assertTrue(asked(known).startsWith("HTTP/1.1 200 "));
    }

    @Test
    void answersTwoRequestsThatComeTogetherTwice() throws IOException {
        String feed = FEED + "\r\n";
        for (String both : List.of(OTHER + feed, feed + OTHER, feed + feed, OTHER + OTHER)) {
            for (int i = 0; i < 3; i++) {
                assertEquals(2, answers(both, 2).size());
            }
        }
        assertEquals("HTTP/1.1 418", answers(OTHER + feed, 2).get(0).substring(0, 12));
        assertEquals("HTTP/1.1 200", answers(OTHER + feed, 2).get(1).substring(0, 12));
    }

    @Test
    void readsARequestThatComesInPieces() throws Exception {
        String feed = FEED + "Accept-Encoding: gzip\r\n\r\n";
        String whole = asked(feed);
        for (int cut : new int[] {1, 20, FEED.length(), feed.length() - 1}) {
            try (Socket socket = connect()) {
                send(socket, feed.substring(0, cut));
                Thread.sleep(20); // so that the pieces are two
                send(socket, feed.substring(cut));
                assertEquals(undated(whole), undated(answer(socket.getInputStream())));
            }
        }
    }

    @Test
    void servesOthersWhileManyDoNotReadTheirAnswersAndTakesBackTheirMemory() throws Exception {
        newsroom.keepBody("Bài dài", "<p>" + "một hai ba bốn năm ".repeat(20_000) + "</p>", "kinh-te");
        String feed = FEED + "\r\n";
        for (int i = 0; i < 500 && !asked(feed).contains("B\u00c3\u00a0i d\u00c3\u00a0i"); i++) {
            Thread.sleep(10);
        }
        long kept = MEMORY.used();
        List<Socket> slow = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            slow.add(connect());
            send(slow.get(i), feed);
        }
        assertTrue(asked(feed).startsWith("HTTP/1.1 200 "));
        newsroom.keep("Bài sau", "kinh-te");
        for (int i = 0; i < 500 && !asked(feed).contains("B\u00c3\u00a0i sau"); i++) {
            Thread.sleep(10);
        }
        assertTrue(MEMORY.used() > kept * 3 / 2, "the former is being sent still");
        for (Socket socket : slow) {
            socket.close();
        }
        for (int i = 0; i < 500 && MEMORY.used() > kept + DirectMemory.PAGE; i++) {
            Thread.sleep(10);
        }
        assertTrue(MEMORY.used() <= kept + DirectMemory.PAGE, "only the present one is kept");
    }

    private static String asked(String request) throws IOException {
        return asked(new String[] {request}).get(0);
    }

    /** The answers to requests of which each waits for the answer to the one before. */
    private static List<String> asked(String... requests) throws IOException {
        List<String> answers = new ArrayList<>();
        try (Socket socket = connect()) {
            for (String request : requests) {
                send(socket, request);
                answers.add(answer(socket.getInputStream()));
            }
        }
        return answers;
    }

    private static List<String> answers(String request, int count) throws IOException {
        List<String> answers = new ArrayList<>();
        try (Socket socket = connect()) {
            send(socket, request);
            for (int i = 0; i < count; i++) {
                answers.add(answer(socket.getInputStream()));
            }
            socket.shutdownOutput();
            assertEquals(-1, socket.getInputStream().read(), "nothing more");
        }
        return answers;
    }

    private static Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort());
        socket.setSoTimeout(5000);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    }

    private static String answer(InputStream input) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = input.read();
            if (next < 0) {
                throw new AssertionError("ends after " + head.toString(ISO_8859_1));
            }
            head.write(next);
        }
        String fields = head.toString(ISO_8859_1);
        Matcher length = LENGTH.matcher(fields);
        int body = length.find() ? Integer.parseInt(length.group(1)) : 0;
        return fields + new String(input.readNBytes(body), ISO_8859_1);
    }

    private static String etag(String answer) {
        return answer.replaceAll("(?s).*ETag: (\"[^\"]*\").*", "$1");
    }

    private static String undated(String answer) {
        return answer.replaceAll("Date: [^\r]*\r\n", "");
    }

    /** Counts the requests that are read. */
    private static final class Counter extends Handler.Wrapper {
        Counter(Handler handler) {
            super(handler);
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            READ.incrementAndGet();
            return super.handle(request, response, callback);
        }
    }

    /** Stands for everything else. */
    private static final class Teapot extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            response.setStatus(418);
            response.write(true, null, callback);
            return true;
        }
    }
}
