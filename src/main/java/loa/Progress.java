package loa;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import loa.article.Text;
import loa.language.Phrase;

/**
 * How far a long collection has come: on a terminal one line that is written over again, elsewhere a line every so often.
 * Whoever else writes to the terminal finds the line cleared.
 */
final class Progress implements AutoCloseable {

    private static final Duration REDRAWN = Duration.ofMillis(250);
    private static final Duration REPEATED = Duration.ofSeconds(10);

    /** Back to the beginning of the line, and what stands there gone. */
    private static final String CLEAR = "\r\u001B[K";

    private final PrintWriter terminal;
    private final Locale language;
    private final OptionalInt width;
    private final int sources;
    private final LongSupplier pages;
    private final Clock clock;
    private final Instant began;
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "progress");
        thread.setDaemon(true);
        return thread;
    });
    private int collected;
    private int articles;
    private boolean isShown;
    private boolean isOver;

    /**
     * The progress of one collection of each source.
     *
     * @param width of the terminal in characters; none if it is no terminal
     * @param pages says how many were fetched so far
     */
    Progress(PrintWriter terminal, Locale language, OptionalInt width, int sources, LongSupplier pages, Clock clock) {
        this.terminal = terminal;
        this.language = language;
        this.width = width;
        this.sources = sources;
        this.pages = pages;
        this.clock = clock;
        this.began = clock.instant();
    }

    /** Shows it again and again from here on, until it is over. */
    void start() {
        long pause = (width.isPresent() ? REDRAWN : REPEATED).toMillis();
        Future<?> unused = ticker.scheduleAtFixedRate(this::show, pause, pause, TimeUnit.MILLISECONDS);
    }

    /** An article was kept. */
    synchronized void article() {
        articles++;
    }

    /** A source was collected. */
    synchronized void source() {
        collected++;
    }

    /** Shows how far it has come now. */
    synchronized void show() {
        if (isOver) {
            return;
        }
        if (width.isPresent()) {
            terminal.print(CLEAR + Text.cut(line(), width.getAsInt() - 1)); // a full line would begin the next one
            terminal.flush();
            isShown = true;
        } else {
            terminal.println(line());
        }
    }

    /** What writes to the same terminal in the place of {@code other}. */
    OutputStream before(OutputStream other) {
        return new FilterOutputStream(other) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                synchronized (Progress.this) {
                    clear();
                    other.write(bytes, offset, length);
                    other.flush();
                }
            }
        };
    }

    /** It is over; nothing of it stays on the terminal. */
    @Override
    public synchronized void close() {
        ticker.shutdown();
        clear();
        isOver = true;
    }

    private synchronized void clear() {
        if (isShown) {
            terminal.print(CLEAR);
            terminal.flush();
            isShown = false;
        }
    }

    private String line() {
        long fetched = pages.getAsLong();
        double seconds = Math.max(1, Duration.between(began, clock.instant()).toMillis()) / 1000.0;
        return Phrase.of(
                        "collected %d of %d sources, %d pages, %d articles, %.1f pages a second",
                        "đã thu thập %d/%d nguồn, %d trang, %d bài, %.1f trang mỗi giây",
                        collected,
                        sources,
                        fetched,
                        articles,
                        fetched / seconds)
                .in(language);
    }
}
