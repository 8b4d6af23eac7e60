package loa.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import loa.article.Article;
import loa.article.Body;
import loa.article.Byline;
import loa.article.Image;
import loa.article.ParsedArticle;
import loa.language.CannotStart;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArticleStoreTest {

    private static final Instant NOW = Instant.parse("2026-03-01T05:00:00Z");
    private static final Instant LATER = Instant.parse("2026-03-01T06:00:00Z");
    private static final Instant PUBLISHED = Instant.parse("2026-02-28T01:53:00Z");

    @TempDir
    Path folder;

    private ArticleStore store;

    @BeforeEach
    void open() {
        store = open(NOW);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void givesBackWhatItWasGiven() {
        ParsedArticle parsed = new ParsedArticle(
                "portal",
                "/a",
                URI.create("https://portal.example.vn/a"),
                "Tiêu đề",
                "Tóm tắt",
                new Body("<p>Thân bài</p>", "Thân bài"),
                new Byline("Thu Hà", "TTXVN"),
                new Image(URI.create("https://portal.example.vn/a.jpg"), "image/jpeg", 1234),
                PUBLISHED,
                Set.of("y-te", "kinh-te"));
        assertEquals(new Kept(Kept.Change.ADDED, Set.of("kinh-te", "y-te")), store.put(parsed, "/a", "fingerprint"));
        assertEquals(
                List.of(new Article(
                        1,
                        "tag:feeds.example.vn,2026-03-01:portal/1",
                        parsed.link(),
                        "Tiêu đề",
                        "Tóm tắt",
                        "<p>Thân bài</p>",
                        new Byline("Thu Hà", "TTXVN"),
                        parsed.image(),
                        PUBLISHED,
                        PUBLISHED,
                        1,
                        List.of("kinh-te", "y-te"))),
                store.articles().newest("kinh-te", 10));
        assertEquals(
                new Known(1, "fingerprint", Set.of("kinh-te", "y-te"), false),
                store.known("portal", "/a").orElseThrow());
    }

    @Test
    void keepsIdentityAndDateOfAnArticleWhoseTextChanges() {
        store.put(article("/a", "Cũ", PUBLISHED), "/a", "");
        Article before = store.articles().newest("all", 1).get(0);
        reopen(LATER);
        assertEquals(
                Kept.Change.UPDATED,
                store.put(article("/a", "Mới", LATER), "/a", "").change());
        Article after = store.articles().newest("all", 1).get(0);
        assertEquals(before.guid(), after.guid());
        assertEquals(before.published(), after.published());
        assertEquals("Mới", after.title());
        assertEquals(LATER, after.updated());
        assertEquals(1, store.articles().count("all"));
    }

    @Test
    void takesTheSameContentInOtherMarkupForNoChange() {
        store.put(article("/a", "Bài", PUBLISHED), "/a", "");
        Revision before = store.articles().revision("kinh-te");
        Article kept = store.articles().newest("all", 1).get(0);
        ParsedArticle same = new ParsedArticle(
                "portal",
                "/a",
                link("/a"),
                "Bài",
                null,
                new Body("<div>Bài</div>", "Bài"),
                Byline.NONE,
                null,
                null,
                Set.of("kinh-te"));
        assertEquals(new Kept(Kept.Change.NONE, Set.of()), store.put(same, "/a", "other"));
        assertEquals(List.of(kept), store.articles().newest("all", 1));
        assertEquals(before, store.articles().revision("kinh-te"));
    }

    @Test
    void followsAnArticleToItsNewHostWithoutCallingItUpdated() {
        store.put(illustrated("https://cu.example.vn"), "/a", "");
        Article before = store.articles().newest("all", 1).get(0);
        reopen(LATER);
        assertEquals(
                new Kept(Kept.Change.MOVED, Set.of("kinh-te")),
                store.put(illustrated("https://moi.example.vn"), "/a", ""));
        Article after = store.articles().newest("all", 1).get(0);
        assertEquals(before.guid(), after.guid());
        assertEquals(before.updated(), after.updated());
        assertEquals(URI.create("https://moi.example.vn/a"), after.link());
        assertEquals(Image.at(URI.create("https://moi.example.vn/a.jpg")), after.image());
        assertEquals("<p>Bài <img src=\"https://moi.example.vn/a.jpg\"></p>", after.body());
    }

    @Test
    void datesAnArticleWithoutDateOrFromTheFutureByTheMomentItWasFirstSeen() {
        store.put(article("/a", "Không ngày", null), "/a", "");
        store.put(article("/b", "Tương lai", NOW.plusSeconds(3600 * 7)), "/b", "");
        reopen(LATER);
        store.put(article("/a", "Không ngày, đã sửa", null), "/a", "");
        assertEquals(
                List.of(NOW, NOW),
                store.articles().newest("all", 2).stream()
                        .map(Article::published)
                        .toList());
    }

    @Test
    void findsAnArticleByEachAddressUnderWhichItWasListed() {
        store.put(article("/a", "Bài", PUBLISHED), "/a?tu=trang-chu", "1");
        assertEquals("1", store.known("portal", "/a").orElseThrow().fingerprint());
        assertEquals("1", store.known("portal", "/a?tu=trang-chu").orElseThrow().fingerprint());
        assertEquals(
                Kept.Change.NONE,
                store.put(article("/a", "Bài", PUBLISHED), "/a", "2").change());
        assertEquals(1, store.articles().count("all"));
    }

    @Test
    void takesTheSameKeyInTwoSourcesForTwoArticles() {
        store.put(article("/a", "Bài", PUBLISHED), "/a", "");
        store.put(
                new ParsedArticle(
                        "tinh",
                        "/a",
                        link("/a"),
                        "Bài",
                        null,
                        new Body("<p>Bài</p>", "Bài"),
                        Byline.NONE,
                        null,
                        PUBLISHED,
                        Set.of("kinh-te")),
                "/a",
                "");
        assertEquals(
                List.of("tag:feeds.example.vn,2026-03-01:tinh/1", "tag:feeds.example.vn,2026-03-01:portal/1"),
                store.articles().newest("all", 5).stream().map(Article::guid).toList());
    }

    @Test
    void listsAKnownArticleInOneMoreCategoryOnce() {
        store.put(article("/a", "Bài", PUBLISHED), "/a", "");
        assertEquals(Set.of("kinh-te", "y-te"), store.list("portal", "/a", Set.of("y-te")));
        assertEquals(Set.of(), store.list("portal", "/a", Set.of("y-te")));
        assertEquals(1, store.articles().count("y-te"));
        assertEquals(1, store.articles().count("all"));
    }

    @Test
    void sortsTheNewestFirstAndWhatCameLaterBeforeWhatCameEarlierInTheSameMinute() {
        store.put(article("/1", "Một", PUBLISHED), "/1", "");
        store.put(article("/2", "Hai", PUBLISHED.plusSeconds(60)), "/2", "");
        store.put(article("/3", "Ba", PUBLISHED), "/3", "");
        for (String category : List.of("all", "kinh-te")) {
            assertEquals(
                    List.of("Hai", "Ba", "Một"),
                    store.articles().newest(category, 5).stream()
                            .map(Article::title)
                            .toList());
        }
    }

    @Test
    void countsEachChangeOfACategory() {
        assertEquals(Revision.NONE, store.articles().revision("kinh-te"));
        store.put(article("/1", "Một", PUBLISHED), "/1", "");
        store.put(article("/2", "Hai", PUBLISHED), "/2", "");
        assertEquals(new Revision(2, NOW), store.articles().revision("kinh-te"));
        assertEquals(new Revision(2, NOW), store.articles().revision("all"));
        assertEquals(Revision.NONE, store.articles().revision("y-te"));
    }

    @Test
    void isRefusedToASecondUser() {
        CannotStart refused = assertThrows(CannotStart.class, () -> open(NOW));
        assertTrue(refused.reason().english().startsWith("another Loa is using"), refused.getMessage());
    }

    @Test
    void isNotMadeAnewWhereTheFileIsCorrupt() throws IOException {
        store.close();
        Path file = folder.resolve("loa.db");
        Files.write(file, "không phải SQLite ".repeat(100).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        byte[] before = Files.readAllBytes(file);
        CannotStart refused = assertThrows(CannotStart.class, () -> open(NOW));
        assertTrue(refused.reason().english().startsWith("cannot use the store"), refused.getMessage());
        assertEquals(1, refused.reason().english().lines().count());
        org.junit.jupiter.api.Assertions.assertArrayEquals(before, Files.readAllBytes(file));
    }

    @Test
    void isRefusedToAProgramOlderThanItself() throws Exception {
        store.close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("loa.db"))) {
            connection.createStatement().execute("""
                            INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum,
                                                               installed_by, execution_time, success)
                            VALUES (99, '999', 'future', 'SQL', 'V999__future.sql', 1, '', 1, 1)""");
        }
        CannotStart refused = assertThrows(CannotStart.class, () -> open(NOW));
        assertTrue(refused.reason().english().contains("newer"), refused.getMessage());
    }

    @Test
    void knowsItsNewestMigration() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("loa.db"));
                ResultSet newest = connection
                        .createStatement()
                        .executeQuery("SELECT max(CAST(version AS INTEGER)) FROM flyway_schema_history")) {
            assertEquals(newest.getInt(1), Database.NEWEST_MIGRATION);
        }
    }

    @Test
    void neverGivesAnIdentityTwice() {
        store.put(article("/1", "Một", PUBLISHED), "/1", "");
        reopen(LATER);
        store.put(article("/2", "Hai", PUBLISHED), "/2", "");
        List<Article> articles = store.articles().newest("all", 2);
        assertNotEquals(articles.get(0).guid(), articles.get(1).guid());
    }

    private void reopen(Instant now) {
        store.close();
        store = open(now);
    }

    private ArticleStore open(Instant now) {
        return ArticleStore.open(
                new StoreSettings(folder.resolve("loa.db"), "feeds.example.vn"), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static ParsedArticle article(String key, String title, @Nullable Instant published) {
        return new ParsedArticle(
                "portal",
                key,
                link(key),
                title,
                null,
                new Body("<p>" + title + "</p>", title),
                Byline.NONE,
                null,
                published,
                Set.of("kinh-te"));
    }

    private static ParsedArticle illustrated(String host) {
        return new ParsedArticle(
                "portal",
                "/a",
                URI.create(host + "/a"),
                "Bài",
                null,
                new Body("<p>Bài <img src=\"" + host + "/a.jpg\"></p>", "Bài"),
                Byline.NONE,
                Image.at(URI.create(host + "/a.jpg")),
                PUBLISHED,
                Set.of("kinh-te"));
    }

    private static URI link(String path) {
        return URI.create("https://portal.example.vn" + path);
    }
}
