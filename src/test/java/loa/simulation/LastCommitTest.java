package loa.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import loa.TestClock;
import loa.TestNewsroom;
import loa.store.LastCommit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * Any commit of a run may be its last: the program dies after the first, the next time after the second, and so on, while the
 * portal lives on, between the requests of a run too. {@code -Dseed=N} lives another life, {@code -Druns=N} a longer one.
 */
class LastCommitTest {

    private static final int RUNS = Integer.getInteger("runs", 100);

    /** Of so many requests the portal lives on before one. */
    private static final int MOMENTS = Integer.getInteger("moments", 40);

    private static final long SEED = Long.getLong("seed", 20260111);

    @TempDir
    Path folder;

    private final Logger log = (Logger) LoggerFactory.getLogger("loa");
    private final TestClock clock = new TestClock(Instant.parse("2026-03-01T01:00:00Z"));
    private final Reader reader = new Reader(Duration.ofDays(1));
    private final Portal portal = new Portal(new Random(SEED + 1));
    private final Random random = new Random(SEED);
    private final Life life = new Life(portal, reader, random);
    private final Set<Integer> served = new TreeSet<>();

    @BeforeEach
    void beQuiet() {
        log.setLevel(Level.OFF);
    }

    @AfterEach
    void speak() {
        log.setLevel(Level.INFO);
    }

    @Test
    void losesNothingThatWasServedAndShowsNothingTwice() {
        life.begin(clock.instant());
        int commits = 0;
        int ends = 0;
        try (PortalServer server = new PortalServer(portal, clock)) {
            for (int run = 0; run < RUNS; run++) {
                life();
                boolean isToDie = random.nextBoolean();
                boolean isDead = collect(server, isToDie ? commits : Integer.MAX_VALUE);
                ends += isToDie && !isDead ? 1 : 0;
                commits = isDead ? commits + 1 : isToDie ? 0 : commits;
            }
            try (TestNewsroom newsroom = open(server.port())) {
                newsroom.collect();
                read(newsroom);
            }
        }
        assertTrue(served.containsAll(listed()), () -> "served " + served + " of " + listed());
        assertTrue(ends > 0, "no run was killed at each of its commits");
    }

    /** Says whether it died of it. */
    private boolean collect(PortalServer server, int commits) {
        try (TestNewsroom newsroom = open(server.port())) {
            read(newsroom);
            life();
            LastCommit last = LastCommit.after(commits, newsroom.store());
            List<Throwable> failures = new CopyOnWriteArrayList<>();
            server.meanwhile(() -> {
                try {
                    if (!last.isDead() && random.nextInt(MOMENTS) == 0) {
                        read(newsroom);
                        life.goOn(1, clock.instant());
                    }
                } catch (Throwable failure) {
                    failures.add(failure);
                }
            });
            try {
                assertEquals(List.of(), newsroom.collect().holds());
            } catch (RuntimeException failure) {
                if (!last.isDead()) {
                    throw failure;
                }
            }
            server.meanwhile(() -> {});
            failures.forEach(failure -> fail(failure.getMessage(), failure));
            return last.isDead();
        }
    }

    private void life() {
        clock.advance(Duration.ofMinutes(10));
        life.goOn(1, clock.instant());
    }

    private void read(TestNewsroom newsroom) {
        List<Shown> shown = newsroom.store().articles().newest("all", 10_000).stream()
                .map(Shown::of)
                .toList();
        Set<Integer> stories =
                reader.read(portal.stories(), shown, clock.instant()).keySet();
        assertTrue(stories.containsAll(served), () -> "lost: " + served + " of which are there " + stories);
        served.addAll(stories);
    }

    private Set<Integer> listed() {
        return Portal.SECTIONS.stream()
                .flatMap(section -> portal.listed(section).stream())
                .map(Story::number)
                .collect(Collectors.toSet());
    }

    private TestNewsroom open(int port) {
        TestNewsroom opened = TestNewsroom.open(
                """
                title: Tin
                categories:
                %s
                sources:
                  portal:
                    html: http://127.0.0.1:%d/
                    sections: {%s}
                    listing: {item: .tin}
                    article: {title: h4, published: .date, body: .noidung}
                network: {allow-private: [127.0.0.1]}
                """.formatted(
                                Portal.SECTIONS.stream()
                                        .map(section -> "  " + section + ": " + section)
                                        .collect(Collectors.joining("\n")),
                                port,
                                Portal.SECTIONS.stream()
                                        .map(section -> section + ": muc/" + section)
                                        .collect(Collectors.joining(", "))),
                folder,
                clock);
        TestNewsroom.hurry(opened.store());
        return opened;
    }
}
