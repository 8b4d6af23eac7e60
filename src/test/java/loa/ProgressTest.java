package loa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final String CLEAR = "\r\u001B[K";
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final TestClock clock = new TestClock(Instant.parse("2026-01-11T00:00:00Z"));
    private final StringWriter shown = new StringWriter();
    private final AtomicLong pages = new AtomicLong();

    @Test
    void writesOneLineOverAgainOnATerminal() {
        try (Progress progress = on(OptionalInt.of(100), Locale.ENGLISH)) {
            progress.show();
            halfway(progress);
            progress.show();
        }
        assertEquals(
                CLEAR + "collected 0 of 3 sources, 0 pages, 0 articles, 0.0 pages a second" + CLEAR
                        + "collected 1 of 3 sources, 50 pages, 2 articles, 2.5 pages a second" + CLEAR,
                shown.toString());
    }

    @Test
    void leavesTheTerminalsLastColumnFree() {
        try (Progress progress = on(OptionalInt.of(30), VIETNAMESE)) {
            progress.show();
            assertEquals(CLEAR + "đã thu thập 0/3 nguồn, 0 tra…", shown.toString());
            assertEquals(29, shown.toString().length() - CLEAR.length());
        }
    }

    @Test
    void writesWholeLinesWhereThereIsNoTerminal() {
        try (Progress progress = on(OptionalInt.empty(), VIETNAMESE)) {
            halfway(progress);
            progress.show();
        }
        assertEquals(
                "đã thu thập 1/3 nguồn, 50 trang, 2 bài, 2.5 trang mỗi giây" + System.lineSeparator(),
                shown.toString());
    }

    @Test
    void makesRoomForWhatOthersWrite() throws IOException {
        try (Progress progress = on(OptionalInt.of(80), Locale.ENGLISH);
                OutputStream log = progress.before(new Shown())) {
            progress.show();
            log.write("a log line\n".getBytes(StandardCharsets.UTF_8));
            log.write("another\n".getBytes(StandardCharsets.UTF_8));
            progress.show();
        }
        assertTrue(shown.toString().contains("a second" + CLEAR + "a log line\nanother\n" + CLEAR + "collected"));
    }

    @Test
    void isSilentOnceItIsOver() {
        Progress progress = on(OptionalInt.of(80), Locale.ENGLISH);
        progress.close();
        progress.show();
        progress.close();
        assertEquals("", shown.toString());
    }

    private Progress on(OptionalInt width, Locale language) {
        return new Progress(new PrintWriter(shown), language, width, 3, pages::get, clock);
    }

    private void halfway(Progress progress) {
        clock.advance(Duration.ofSeconds(20));
        pages.set(50);
        progress.source();
        progress.article();
        progress.article();
    }

    /** What is written here comes to the same terminal. */
    private final class Shown extends OutputStream {
        @Override
        public void write(int letter) {
            shown.write(letter);
        }
    }
}
