package loa.fetch;

import static loa.fetch.FaultServer.lines;
import static loa.fetch.TestFetchers.assertFails;
import static loa.fetch.TestFetchers.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import loa.fetch.FetchResult.Reason;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that do with a connection what no server should. */
@Timeout(10)
class HostileServersTest {

    private static final Duration SHORT = Duration.ofMillis(400);
    private static final byte[] NOTHING = {};
    private static final byte[] MEGABYTE = new byte[1024 * 1024];
    private static final int BOMB_MEGABYTES = 16;

    private final TestFetchers fetchers = new TestFetchers();

    @Test
    @DisplayName("one byte now and then: the deadline is that of the whole, however lively the connection")
    void slowDrip() {
        try (FaultServer server = FaultServer.doing(out -> {
            out.write(lines("HTTP/1.1 200 OK|Content-Type: text/html"));
            while (true) {
                out.write('x');
                out.flush();
                Thread.sleep(20);
            }
        })) {
            assertGivesUpInTime(server);
        }
    }

    @Test
    @DisplayName("headers byte by byte: the same deadline")
    void slowHeaders() {
        try (FaultServer server = FaultServer.doing(out -> {
            out.write("HTTP/1.1 200 OK\r\nX: ".getBytes(StandardCharsets.ISO_8859_1));
            while (true) {
                out.write('x');
                out.flush();
                Thread.sleep(20);
            }
        })) {
            assertGivesUpInTime(server);
        }
    }

    @Test
    @DisplayName("accepts and never answers: the same deadline")
    void neverAnswers() {
        try (FaultServer server = FaultServer.doing(out -> Thread.sleep(5_000))) {
            assertGivesUpInTime(server);
        }
    }

    @Test
    @DisplayName("a redirect after a redirect, each almost too slow: one deadline for all of them")
    void slowRedirects() {
        try (FaultServer server = FaultServer.doing(out -> {
            Thread.sleep(150);
            out.write(lines("HTTP/1.1 302 Found|Location: /again|Content-Length: 0|Connection: close"));
        })) {
            Surroundings ticking = new Surroundings(
                    fetchers.deadline(SHORT).surroundings().client(),
                    fetchers.clock,
                    System::nanoTime,
                    fetchers.surroundings().random());
            FetchSettings settings =
                    new FetchSettings("Loa", List.of("127.0.0.1"), Duration.ZERO, Set.of(server.address()), Set.of());
            try (Fetcher fetcher = new Fetcher(settings, ticking)) {
                assertFails(Reason.TIMEOUT, fetcher.fetch(server.address()));
            }
            assertTrue(server.requests().size() <= 3, server.requests().toString());
        }
    }

    @Test
    @DisplayName("a gzip bomb: what counts is what it unpacks to")
    void gzipBomb() {
        byte[] bomb = packed(BOMB_MEGABYTES, GZIPOutputStream::new);
        assertTrue(bomb.length < 100_000);
        assertFailsOn(Reason.TOO_LARGE, "HTTP/1.1 200 OK|Content-Encoding: gzip", bomb);
    }

    @Test
    @DisplayName("a deflate bomb: nobody asked for deflate, so it is not unpacked")
    void deflateBomb() {
        byte[] bomb = packed(BOMB_MEGABYTES, DeflaterOutputStream::new);
        assertFailsOn(Reason.BROKEN, "HTTP/1.1 200 OK|Content-Encoding: deflate", bomb);
    }

    @Test
    @DisplayName("a Brotli bomb: nobody asked for Brotli, so it is not unpacked")
    void brotliBomb() throws IOException {
        Brotli4jLoader.ensureAvailability();
        byte[] bomb = Encoder.compress(new byte[BOMB_MEGABYTES * MEGABYTE.length]);
        assertFailsOn(Reason.BROKEN, "HTTP/1.1 200 OK|Content-Encoding: br", bomb);
    }

    @Test
    @DisplayName("endless plain text: cut off at the size allowed")
    void endlessBody() {
        try (FaultServer server = FaultServer.doing(out -> {
            out.write(lines("HTTP/1.1 200 OK|Content-Type: text/html"));
            while (true) {
                out.write(MEGABYTE);
            }
        })) {
            assertFails(Reason.TOO_LARGE, fetch(server));
        }
    }

    @ParameterizedTest(name = "encodings one upon the other are refused: {0}")
    @ValueSource(
            strings = {
                "Content-Encoding: gzip, gzip",
                "Content-Encoding: gzip|Content-Encoding: gzip",
                "Content-Encoding: gzip, br",
                "Content-Encoding: identity, gzip",
                "Content-Encoding: zstd"
            })
    void stackedEncodings(String headers) {
        byte[] twice = gzip(gzip("<p>xin chào</p>".getBytes(StandardCharsets.UTF_8)));
        assertFailsOn(Reason.BROKEN, "HTTP/1.1 200 OK|" + headers, twice);
    }

    @Test
    @DisplayName("one gzip encoding is unpacked, whatever case it is written in")
    void oneEncoding() {
        byte[] body = gzip("xin chào".getBytes(StandardCharsets.UTF_8));
        for (String name : new String[] {"gzip", "GZIP", "x-gzip"}) {
            try (FaultServer server = FaultServer.answering("HTTP/1.1 200 OK|Content-Encoding: " + name, body)) {
                assertEquals("xin chào", text(fetch(server)));
            }
        }
    }

    @Test
    @DisplayName("declared gzip, but plain: fails")
    void plainDeclaredGzip() {
        assertFailsOn(
                Reason.BROKEN,
                "HTTP/1.1 200 OK|Content-Encoding: gzip",
                "<p>plain</p>".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @DisplayName("corrupt gzip: fails, at whichever byte it is corrupt")
    void corruptGzip() {
        byte[] whole =
                gzip("<p>Nội dung bài viết, đủ dài để nén.</p>".repeat(50).getBytes(StandardCharsets.UTF_8));
        for (int at : new int[] {0, 12, whole.length / 2, whole.length - 6}) {
            byte[] corrupt = whole.clone();
            corrupt[at] ^= 0x55;
            assertFailsOn(Reason.BROKEN, "HTTP/1.1 200 OK|Content-Encoding: gzip", corrupt);
        }
    }

    @ParameterizedTest(
            name = "a Content-Length of {0} before 20 bytes: not believed, not allocated, and no whole document")
    @ValueSource(strings = {"21", "1000", "9000000000000000000"})
    void lyingContentLength(String length) {
        assertFailsOn(Reason.BROKEN, "HTTP/1.1 200 OK|Content-Length: " + length, new byte[20]);
    }

    @Test
    @DisplayName("a small Content-Length before an endless body: no more than it says is read")
    void contentLengthTooSmall() {
        try (FaultServer server = FaultServer.doing(out -> {
            out.write(lines("HTTP/1.1 200 OK|Content-Length: 8"));
            out.write("xin chao".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 64; i++) {
                out.write(MEGABYTE);
            }
        })) {
            assertEquals("xin chao", text(fetch(server)));
        }
    }

    @Test
    @DisplayName("a Content-Length beyond what is allowed, and a body of that length: the cap counts")
    void longContentLength() {
        try (FaultServer server = FaultServer.doing(out -> {
            out.write(lines("HTTP/1.1 200 OK|Content-Length: " + 64 * MEGABYTE.length));
            for (int i = 0; i < 64; i++) {
                out.write(MEGABYTE);
            }
        })) {
            assertFails(Reason.TOO_LARGE, fetch(server));
        }
    }

    @Test
    @DisplayName("a chunked body that breaks off: fails")
    void truncatedChunks() {
        assertFailsOn(
                Reason.BROKEN,
                "HTTP/1.1 200 OK|Transfer-Encoding: chunked",
                "5\r\nxin c\r\n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @DisplayName("a gzip body that breaks off: fails")
    void truncatedGzip() {
        byte[] whole = gzip("<p>Nội dung bài viết.</p>".repeat(50).getBytes(StandardCharsets.UTF_8));
        assertFailsOn(Reason.BROKEN, "HTTP/1.1 200 OK|Content-Encoding: gzip", Arrays.copyOf(whole, whole.length - 12));
    }

    @Test
    @DisplayName("endless headers: given up long before they fill the memory")
    void endlessHeaders() {
        assertFailsOnEndless("X-%d: y\r\n");
    }

    @Test
    @DisplayName("one header without end: the same")
    void endlessHeader() {
        assertFailsOnEndless("%d");
    }

    @ParameterizedTest(name = "no HTTP at all: {0}")
    @ValueSource(strings = {"SSH-2.0-OpenSSH_9.6", "HTTP/1.1 abc OK", "\u0000\u0001"})
    void noHttp(String head) {
        assertFailsOn(Reason.BROKEN, head, NOTHING);
    }

    @Test
    @DisplayName("hangs up without a word: fails")
    void hangsUp() {
        try (FaultServer server = FaultServer.doing(out -> {})) {
            assertFails(Reason.BROKEN, fetch(server));
        }
    }

    private void assertGivesUpInTime(FaultServer server) {
        long start = System.nanoTime();
        try (Fetcher fetcher = fetchers.deadline(SHORT).site(server.address()).fetcher()) {
            assertFails(Reason.TIMEOUT, fetcher.fetch(server.address()));
        }
        assertFalse(server.requests().isEmpty());
        assertTrue(System.nanoTime() - start < 3 * SHORT.toNanos(), "robots.txt and the page, each in its time");
    }

    private void assertFailsOnEndless(String pattern) {
        byte[] header = pattern.formatted(1).repeat(1000).getBytes(StandardCharsets.ISO_8859_1);
        long[] sent = {0};
        try (FaultServer server = FaultServer.doing(out -> {
            out.write("HTTP/1.1 200 OK\r\nX: y".getBytes(StandardCharsets.ISO_8859_1));
            while (true) {
                out.write(header);
                sent[0] += header.length;
            }
        })) {
            assertFails(Reason.BROKEN, fetch(server));
        }
        assertTrue(sent[0] < 16L * MEGABYTE.length, sent[0] + " bytes of headers were taken");
    }

    private void assertFailsOn(Reason reason, String head, byte[] body) {
        try (FaultServer server = FaultServer.answering(head, body)) {
            assertFails(reason, fetch(server));
        }
    }

    private FetchResult fetch(FaultServer server) {
        try (Fetcher fetcher = fetchers.site(server.address()).fetcher()) {
            return fetcher.fetch(server.address());
        }
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return packed.toByteArray();
    }

    private static byte[] packed(int megabytes, Packing packing) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = packing.around(packed)) {
            for (int i = 0; i < megabytes; i++) {
                out.write(MEGABYTE);
            }
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return packed.toByteArray();
    }

    private interface Packing {
        OutputStream around(OutputStream out) throws IOException;
    }
}
