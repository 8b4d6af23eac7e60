package loa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import loa.Simulation.Mood;
import loa.Simulation.Story;
import loa.article.Article;
import loa.feed.Encoding;
import loa.feed.FeedFormat;
import loa.feed.Feeds;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two years of a portal, day by day; each evening the feeds are held against what is true. */
class TwoYearsTest {

    private static final Instant BEGINNING = Instant.parse("2026-01-01T03:00:00Z");
    private static final int DAYS = 730;
    private static final List<Mood> BAD = List.of(Mood.DOWN, Mood.LOST, Mood.EMPTY);
    private static final List<String> SECTIONS = List.of("kinh-te", "van-hoa");
    private static final Pattern NUMBER = Pattern.compile("/phu-luc/(\\d+)\"");
    private static final Pattern APPENDIX = Pattern.compile("<p><a href=\"[^\"]*/phu-luc/.*");
    private static final String[] WORDS =
            ("đường làng ngõ xóm khang trang sạch đẹp bà con phấn khởi thi đua lao động sản xuất"
                            + " vụ mùa bội thu trạm bơm kênh mương lớp học thư viện sách báo bóng chuyền văn nghệ chợ quê hàng hóa")
                    .split(" ");

    /** So long it may take until a silent change of an article of up to two months is seen. */
    private static final Duration PATIENCE = Duration.ofDays(90);

    @TempDir
    Path folder;

    private final Random random = new Random(20260101);
    private final TestClock clock = new TestClock(BEGINNING);
    private final Simulation portal = new Simulation();
    private final Map<Integer, Seen> seen = new HashMap<>();
    private final Set<Integer> onceDeleted = new HashSet<>();
    private TestNewsroom newsroom;
    private int wellSince;

    @BeforeEach
    void open() throws SQLException {
        newsroom = open("http://127.0.0.1");
    }

    @AfterEach
    void close() {
        newsroom.close();
        portal.close();
    }

    @Test
    void servesWhatIsTrueOnEveryOfThem() throws IOException, SQLException {
        for (int day = 0; day < DAYS; day++) {
            clock.advance(Duration.ofHours(12).plusSeconds(random.nextInt(600)));
            live(day);
            if (day == 600) {
                newsroom.close();
                newsroom = open("http://localhost"); // the portal's new host
            }
            newsroom.collect();
            clock.advance(Duration.ofHours(12));
            newsroom.collect();
            compare(day % 30 == 0 || day == DAYS - 1);
        }
        assertTrue(seen.size() > 400, "only " + seen.size());
    }

    private void live(int day) {
        boolean isBad = random.nextInt(25) == 0;
        portal.be(isBad ? BAD.get(random.nextInt(BAD.size())) : Mood.WELL);
        wellSince = isBad ? 0 : wellSince + 1;
        for (int i = random.nextInt(3); i > 0; i--) {
            publish(day);
        }
        List<Story> recent = recent(50);
        if (recent.isEmpty()) {
            return;
        }
        Story one = recent.get(random.nextInt(recent.size()));
        switch (random.nextInt(12)) {
            case 0 -> portal.edit(one, one.title(), one.text() + " " + sentence(), clock.instant());
            case 1 -> portal.edit(one, one.title() + " (bổ sung)", one.text(), clock.instant());
            case 2 -> {
                portal.delete(one, clock.instant());
                onceDeleted.add(one.number());
            }
            case 3 ->
                portal.stories().stream()
                        .filter(story -> story.deleted().isPresent() && random.nextInt(4) == 0)
                        .forEach(portal::bringBack);
            case 4 -> move(day);
            default -> {}
        }
        if (day == 200 || day == 500) {
            portal.redesign();
            portal.stories().forEach(story -> portal.move(story, "/v" + day + story.path(), true));
        }
    }

    private void publish(int day) {
        int number = portal.stories().size();
        boolean isNotice = number % 9 == 0;
        String title = isNotice ? "Lịch trực trong tuần" : sentence() + " " + number % 50;
        String text = isNotice
                ? "Lịch trực cơ quan tuần " + day / 7
                        + ": thứ hai do tổ một trực, thứ ba do tổ hai trực, các ngày khác theo phân công."
                : IntStream.range(0, 6).mapToObj(i -> sentence() + ".").collect(Collectors.joining(" "));
        List<String> sections = number % 5 == 0 ? SECTIONS : List.of(SECTIONS.get(number % 2));
        portal.publish(sections, "/tin/bai-" + random.nextInt(1 << 30) + "x", title, text, clock.instant());
    }

    /** One that is listed gets another address; it is to be recognised, for the listing names it. */
    private void move(int day) {
        List<Story> listed = portal.listed(SECTIONS.get(day % 2));
        if (!listed.isEmpty() && wellSince > 1) {
            Story story = listed.get(random.nextInt(listed.size()));
            portal.move(story, "/moi/" + random.nextInt(1 << 30) + "y", random.nextBoolean());
        }
    }

    private List<Story> recent(int count) {
        List<Story> there = portal.stories().stream()
                .filter(story -> story.deleted().isEmpty())
                .toList();
        return there.subList(Math.max(0, there.size() - count), there.size());
    }

    private void compare(boolean wholly) throws IOException {
        List<Article> all = newsroom.store().articles().newest("all", wholly ? 10_000 : 60);
        Set<Integer> shown = new HashSet<>();
        for (Article article : all) {
            Story story = story(article.body());
            assertTrue(shown.add(story.number()), () -> "shown twice: " + article);
            compare(article, story);
        }
        if (wellSince > 0) {
            SECTIONS.forEach(section -> portal.listed(section).stream()
                    .filter(story -> story.published().isAfter(clock.instant().minus(Duration.ofDays(5))))
                    .forEach(story -> assertTrue(shown.contains(story.number()), () -> "lost: " + story.title())));
        }
        if (wholly) {
            for (Story story : portal.stories()) {
                boolean isLongGone = story.deleted().isPresent()
                        && story.deleted().get().isBefore(clock.instant().minus(PATIENCE));
                boolean isServed = shown.contains(story.number());
                assertTrue(!isLongGone || !isServed, () -> "still served: " + story.path());
                boolean isThere = story.deleted().isEmpty() && seen.containsKey(story.number());
                assertTrue(
                        !isThere || isServed || onceDeleted.contains(story.number()),
                        () -> "withdrawn: " + story.path());
            }
            compareFeed(all);
        }
    }

    private void compare(Article article, Story story) {
        Matcher appendix = APPENDIX.matcher(article.body());
        String text = Jsoup.parse(appendix.replaceAll("")).text();
        int version = story.versionOf(article.title(), text);
        assertTrue(version >= 0, () -> "never said: " + article);
        int overdue = story.versionAt(clock.instant().minus(PATIENCE));
        assertTrue(version >= overdue, () -> "an edit is not served: " + article);
        assertEquals(story.published(), article.published());
        Seen now = new Seen(article.guid(), version, article.updated());
        Seen before = seen.getOrDefault(story.number(), now);
        assertEquals(before.guid, now.guid, () -> "another identity: " + article);
        assertEquals(before.version == now.version, before.updated.equals(now.updated), () -> "updated: " + article);
        seen.put(story.number(), now);
    }

    private void compareFeed(List<Article> all) throws IOException {
        try (Feeds feeds =
                new Feeds(newsroom.settings().newsroom(), newsroom.store().articles(), 1 << 20)) {
            byte[] json = feeds.feed(newsroom.settings().newsroom().all(), FeedFormat.JSON, 50)
                    .body(Encoding.IDENTITY);
            List<String> ids = new ArrayList<>();
            for (JsonNode item : new ObjectMapper().readTree(json).get("items")) {
                ids.add(item.get("id").asText());
            }
            assertEquals(all.stream().limit(50).map(Article::guid).toList(), ids);
        }
    }

    private Story story(String body) {
        Matcher number = NUMBER.matcher(body);
        assertTrue(number.find(), body);
        return portal.stories().get(Integer.parseInt(number.group(1)));
    }

    private String sentence() {
        String words = IntStream.range(0, 9)
                .mapToObj(i -> WORDS[random.nextInt(WORDS.length)])
                .collect(Collectors.joining(" "));
        return "Tin " + words;
    }

    private TestNewsroom open(String host) throws SQLException {
        int port = URI.create(portal.address()).getPort();
        TestNewsroom opened = TestNewsroom.open("""
                title: Tin
                categories: {kinh-te: Kinh tế, van-hoa: Văn hóa}
                sources:
                  portal:
                    html: %s:%d/
                    was-at: ["http://127.0.0.1:%d/", "http://localhost:%d/"]
                    sections: {kinh-te: muc/kinh-te, van-hoa: muc/van-hoa}
                    robots: ignore
                    listing: {item: .tin}
                    article: {title: h4, published: .date, body: .noidung}
                network: {allow-private: [127.0.0.0/8, localhost]}
                """.formatted(host, port, port, port), folder, clock);
        hurry(opened);
        return opened;
    }

    /** Nothing here is to survive a power cut. */
    private static void hurry(TestNewsroom newsroom) throws SQLException {
        List<Connection> pool = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            pool.add(newsroom.store().dataSource().getConnection());
            pool.get(i).createStatement().execute("PRAGMA synchronous = OFF");
        }
        for (Connection connection : pool) {
            connection.close();
        }
    }

    /** What readers were shown last. */
    private record Seen(String guid, int version, Instant updated) {}
}
