package loa.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import loa.TestClock;
import loa.TestNewsroom;
import loa.TestPortal;
import loa.article.Article;
import loa.collect.SimulatedPortal.Illness;
import loa.collect.SimulatedPortal.Truth;
import loa.store.SourceState;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two years of a portal that publishes, corrects, withdraws, moves and falls ill: readers see the truth and nothing else. */
class SimulationTest {

    private static final Instant BEGINNING = Instant.parse("2026-03-01T01:00:00Z");
    private static final int DAYS = 730;

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock(BEGINNING);
    private final Map<Integer, Article> shownBefore = new TreeMap<>();
    private final Map<Integer, Integer> editsBefore = new HashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {20260301, 7})
    void showsTheTruthThroughTwoYears(long seed) {
        Random random = new Random(seed);
        SimulatedPortal portal = new SimulatedPortal(random);
        try (TestPortal server = TestPortal.serving(folder).answering(portal);
                TestNewsroom newsroom = TestNewsroom.open(feedsYml(server), folder, clock)) {
            for (int i = 0; i < 12; i++) {
                portal.publish(clock.instant().minus(Duration.ofHours(40L * (12 - i))));
            }
            for (int day = 0; day < DAYS; day++) {
                String when = "seed " + seed + ", day " + day;
                live(portal, random, day);
                if (day > 0 && random.nextInt(4) == 0) {
                    fallIll(portal, newsroom, random, when);
                }
                Run run = newsroom.collect();
                compare(portal, newsroom, run, when);
                clock.advance(Duration.ofHours(20));
            }
        }
    }

    private void live(SimulatedPortal portal, Random random, int day) {
        for (int i = random.nextInt(3); i > 0; i--) {
            clock.advance(Duration.ofMinutes(60 + random.nextInt(60)));
            portal.publish(clock.instant());
        }
        clock.advance(Duration.ofMinutes(30));
        if (random.nextInt(8) == 0) {
            portal.edit();
        }
        if (random.nextInt(30) == 0) {
            portal.withdraw();
        }
        if (day % 300 == 200) {
            portal.changeAddresses();
        }
    }

    /** Whatever the portal shows, and however often: nothing that readers see becomes other than it was. */
    private void fallIll(SimulatedPortal portal, TestNewsroom newsroom, Random random, String when) {
        List<Illness> illnesses = List.copyOf(EnumSet.complementOf(EnumSet.of(Illness.NONE)));
        Illness illness = illnesses.get(random.nextInt(illnesses.size()));
        List<Article> before = newsroom.articles();
        portal.fallIll(illness);
        for (int runs = 1 + random.nextInt(2); runs > 0; runs--) {
            Run run = newsroom.collect();
            assertEquals(before, newsroom.articles(), when + ": " + illness);
            if (illness.isHeld()) {
                assertFalse(run.holds().isEmpty(), when + ": " + illness);
                assertEquals(
                        SourceState.HELD, newsroom.store().health().all().get(0).state(), when);
            }
            clock.advance(Duration.ofMinutes(90));
        }
        portal.fallIll(Illness.NONE);
        newsroom.rest();
    }

    private void compare(SimulatedPortal portal, TestNewsroom newsroom, Run run, String when) {
        assertEquals(List.of(), run.holds(), when + ": nothing is wrong with the portal");
        Map<Integer, Article> shown = new TreeMap<>();
        for (Article article : newsroom.articles()) {
            int number = SimulatedPortal.number(article.link());
            assertTrue(portal.articles().containsKey(number), when + ": false: " + article.link());
            assertEquals(null, shown.put(number, article), when + ": twice: " + article.link());
        }
        portal.articles().values().forEach(truth -> compare(truth, shown, when));
    }

    private void compare(Truth truth, Map<Integer, Article> shown, String when) {
        Article article = shown.get(truth.number());
        String which = when + ", article " + truth.number();
        if (article == null) {
            assertTrue(truth.withdrawn(), which + ": lost");
            return;
        }
        Article before = shownBefore.put(truth.number(), article);
        boolean isEdited = editsBefore.getOrDefault(truth.number(), 0) != truth.edits();
        if (!truth.withdrawn()) {
            assertEquals(truth.title(), article.title(), which);
            assertTrue(article.body().contains(truth.text()), which);
            editsBefore.put(truth.number(), truth.edits());
        }
        if (before != null) {
            assertEquals(before.guid(), article.guid(), which);
            assertEquals(before.published(), article.published(), which);
            assertTrue(isEdited || before.updated().equals(article.updated()), which + ": updated without an edit");
        }
    }

    private static String feedsYml(TestPortal server) {
        return """
                title: Tin
                categories: {kinh-te: Kinh tế, y-te: Y tế}
                sources:
                  portal:
                    html: %s/
                    sections: {kinh-te: kinh-te/, y-te: y-te/}
                    listing: {item: h5}
                    article: {title: h4, published: .date, body: .noidung}
                network: {allow-private: [127.0.0.1]}
                """.formatted(server.address());
    }
}
