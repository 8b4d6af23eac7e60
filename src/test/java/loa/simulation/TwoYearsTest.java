package loa.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import loa.TestClock;
import loa.TestNewsroom;
import loa.article.Article;
import loa.article.Category;
import loa.collect.Run;
import loa.feed.Encoding;
import loa.feed.FeedFormat;
import loa.feed.Feeds;
import loa.simulation.Ailment.Effect;
import loa.simulation.Portal.Former;
import loa.store.SourceState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/**
 * Two years of a portal that publishes, corrects, withdraws, moves, is built anew, and falls ill in every way that we know:
 * after each collection the feeds are held against what is true. {@code -Dseed=1,2} lives through others.
 */
class TwoYearsTest {

    private static final Instant BEGINNING = Instant.parse("2026-03-01T01:00:00Z");
    private static final int DAYS = 730;
    private static final int REBUILT = 400;
    private static final int MENDED = 403;
    private static final int ABANDONED = 500;
    private static final int NEW_HOST = 600;
    private static final int MOST_SEEN = 40;
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private final Logger log = (Logger) LoggerFactory.getLogger("loa");
    private final TestClock clock = new TestClock(BEGINNING);
    private final Reader reader = new Reader(Duration.ZERO);
    private final List<Ailment> ailments = new ArrayList<>();
    private final Set<Integer> listed = new HashSet<>();
    private Random random;
    private Portal portal;
    private PortalServer server;
    private TestNewsroom newsroom;
    private String when;

    /** When all addresses of before came to nothing: what became of the articles behind them, nobody can tell. */
    private Instant abandoned = Instant.EPOCH;

    @BeforeEach
    void beQuiet() {
        log.setLevel(Level.ERROR);
    }

    @AfterEach
    void close() {
        newsroom.close();
        server.close();
        log.setLevel(Level.INFO);
    }

    static LongStream seeds() {
        return Arrays.stream(System.getProperty("seed", "20260301,7").split(","))
                .mapToLong(Long::parseLong);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void showReadersTheTruthAndNothingElse(long seed) throws IOException {
        random = new Random(seed);
        portal = new Portal(new Random(random.nextLong()));
        server = new PortalServer(portal, clock);
        newsroom = open("http://127.0.0.1", "tin");
        for (int hours = 600; hours > 0; hours -= 20) {
            portal.publish(clock.instant().minus(Duration.ofHours(hours)));
        }
        for (int day = 0; day < DAYS; day++) {
            when = "seed " + seed + ", day " + day + ": ";
            clock.advance(Duration.ofHours(20).plusSeconds(random.nextInt(7200)));
            change(day);
            live(day);
            boolean isBroken = day >= REBUILT && day < MENDED;
            if (day > 0 && !isBroken && random.nextInt(4) == 0) {
                suffer();
            }
            collect(isBroken);
            if (day % 5 == 4) {
                readFeed();
            }
            if (day % 15 == 14) {
                readAll();
            }
        }
        assertTrue(reader.count() > 350, "only " + reader.count());
    }

    /** What happens on certain days only. */
    private void change(int day) {
        switch (day) {
            case 100, 300 -> portal.redesign();
            case 200 -> portal.stories().forEach(story -> portal.move(story, Former.LEADS));
            case 350 ->
                portal.stories()
                        .forEach(story -> portal.move(
                                story, random.nextBoolean() || !isInItsPlace(story) ? Former.NAMES : Former.STAYS));
            case REBUILT -> portal.rebuild("moi");
            case MENDED -> reopen("http://127.0.0.1", "moi");
            case ABANDONED -> {
                abandoned = clock.instant();
                portal.stories()
                        .forEach(story -> portal.move(story, reader.isUpToDate(story) ? Former.GONE : Former.LEADS));
            }
            case NEW_HOST -> reopen("http://localhost", "moi");
            default -> {}
        }
    }

    /** Whether the listing showed it last as it is: only from there can a move be known that nothing else tells. */
    private boolean isInItsPlace(Story story) {
        return listed.contains(story.number()) && reader.isUpToDate(story);
    }

    private void live(int day) {
        for (int i = random.nextInt(4) / 2; i > 0; i--) {
            clock.advance(Duration.ofMinutes(60 + random.nextInt(60)));
            portal.publish(clock.instant());
        }
        clock.advance(Duration.ofMinutes(30));
        List<Story> listed = portal.listed(Portal.SECTIONS.get(day % Portal.SECTIONS.size()));
        Story one = listed.get(random.nextInt(listed.size() / 2));
        switch (random.nextInt(isQuiet(day) ? 5 : 12)) {
            case 0, 1, 2 -> portal.edit(one, clock.instant());
            case 3 -> portal.delete(one, clock.instant());
            case 4 ->
                portal.stories().stream()
                        .filter(story -> story.deleted().isPresent() && random.nextInt(4) == 0)
                        .forEach(story -> portal.bringBack(story, clock.instant()));
            case 5, 6 -> {
                Former former = Former.any(random);
                portal.move(one, reader.isUpToDate(one) ? former : Former.LEADS);
            }
            default -> {}
        }
    }

    /** Whether what the listings showed last is not compared with what they show today. */
    private static boolean isQuiet(int day) {
        return (day >= REBUILT - 1 && day <= MENDED) || day == NEW_HOST;
    }

    /** However often it shows what it should not: readers see nothing of it. */
    private void suffer() {
        if (ailments.isEmpty()) {
            ailments.addAll(Arrays.asList(Ailment.values()));
            Collections.shuffle(ailments, random);
        }
        Ailment ailment = ailments.remove(ailments.size() - 1);
        if (ailment.isAtStart()) {
            newsroom.forgetHosts();
        }
        server.suffer(ailment);
        String ill = when + ailment + ": ";
        for (int runs = 1 + random.nextInt(2); runs > 0; runs--) {
            List<Article> before = newest("all", MOST_SEEN);
            Run run = newsroom.collect();
            if (ailment.effect() == Effect.NONE) {
                compare(run, ill);
            } else {
                assertTrue(before.equals(newest("all", MOST_SEEN)), ill + "readers see it");
            }
            switch (ailment.effect()) {
                case FAILS, FAILS_FOR_A_DAY -> assertEquals(SourceState.FAILING, state(), ill);
                case HOLDS -> assertEquals(SourceState.HELD, state(), ill);
                case NONE, CHANGES_NOTHING -> {}
            }
            clock.advance(Duration.ofMinutes(90));
        }
        server.suffer(null);
        clock.advance(ailment.recovery());
    }

    private void collect(boolean isBroken) {
        List<Article> before = newest("all", MOST_SEEN);
        Run run = newsroom.collect();
        if (isBroken) {
            assertTrue(before.equals(newest("all", MOST_SEEN)), when + "readers see it");
            assertEquals(SourceState.HELD, state(), when);
        } else {
            compare(run, when);
        }
    }

    /** Nothing is wrong with the portal: what it lists is served, as it is now, and all else that is served is true. */
    private void compare(Run run, String when) {
        assertEquals(List.of(), run.holds(), when);
        List<Story> stories = portal.stories();
        reader.read(stories, shown("all", MOST_SEEN), clock.instant());
        listed.clear();
        for (String section : Portal.SECTIONS) {
            Map<Integer, Shown> shown = reader.read(stories, shown(section, 2 * Portal.LISTED), clock.instant());
            for (Story story : portal.listed(section)) {
                Shown article = shown.get(story.number());
                listed.add(story.number());
                assertNotNull(article, () -> when + "lost: " + story.number() + " at " + story.address() + run);
                assertEquals(story.current().title(), article.title(), when);
                assertEquals(story.address(), article.link().getPath(), when);
            }
        }
    }

    /** Everything that was ever served and is there still is served; what is long gone from the portal is not. */
    private void readAll() {
        Map<Integer, Shown> shown = reader.read(portal.stories(), shown("all", 10_000), clock.instant());
        Instant longAgo = clock.instant().minus(Reader.PATIENCE);
        for (Story story : portal.stories()) {
            boolean isServed = shown.containsKey(story.number());
            if (!reader.knows(story) || story.published().isBefore(abandoned)) {
                continue;
            }
            boolean isLongGone = story.deleted().filter(longAgo::isAfter).isPresent();
            assertTrue(!isLongGone || !isServed, () -> when + "still served: " + story);
            boolean isLongThere = story.deleted().isEmpty() && story.back().isBefore(longAgo);
            assertTrue(!isLongThere || isServed, () -> when + "withdrawn: " + story);
        }
    }

    /** The feed has, in its order, what the store says. */
    private void readFeed() throws IOException {
        Category all = newsroom.settings().newsroom().all();
        try (Feeds feeds =
                new Feeds(newsroom.settings().newsroom(), newsroom.store().articles(), 1 << 20)) {
            List<Shown> items = new ArrayList<>();
            JSON.readTree(feeds.feed(all, FeedFormat.JSON, all.limit()).body(Encoding.IDENTITY))
                    .get("items")
                    .forEach(item -> items.add(Shown.of(item)));
            assertEquals(shown("all", all.limit()), items, when);
        }
    }

    private List<Shown> shown(String category, int limit) {
        return newest(category, limit).stream().map(Shown::of).toList();
    }

    private List<Article> newest(String category, int limit) {
        return newsroom.store().articles().newest(category, limit);
    }

    private SourceState state() {
        return newsroom.store().health().all().get(0).state();
    }

    private void reopen(String host, String item) {
        newsroom.close();
        newsroom = open(host, item);
    }

    private TestNewsroom open(String host, String item) {
        StringBuilder sections = new StringBuilder();
        StringBuilder categories = new StringBuilder();
        for (String section : Portal.SECTIONS) {
            categories
                    .append(categories.isEmpty() ? "" : ", ")
                    .append(section)
                    .append(": ")
                    .append(section);
            sections.append(sections.isEmpty() ? "" : ", ")
                    .append(section)
                    .append(": muc/")
                    .append(section);
        }
        TestNewsroom opened =
                TestNewsroom.open("""
                title: Tin
                categories: {%1$s}
                sources:
                  portal:
                    html: %2$s:%3$d/
                    was-at: ["http://127.0.0.1:%3$d/", "http://localhost:%3$d/"]
                    sections: {%4$s}
                    listing: {item: .%5$s}
                    article: {title: h4, published: .date, body: .noidung}
                network: {allow-private: [127.0.0.0/8, localhost]}
                """.formatted(categories, host, server.port(), sections, item), folder, clock);
        TestNewsroom.hurry(opened.store());
        return opened;
    }
}
