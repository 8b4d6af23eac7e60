package loa.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import loa.article.Body;
import loa.article.Byline;
import loa.article.ParsedArticle;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of the store often costs the same however many articles it holds: SQLite's own plans are looked at. */
class QueryPlansTest {

    private static final String CATEGORY = "kinh-te";
    private static final URI LINK = URI.create("https://portal.example.vn/tin/bai-123.html");
    private static final ParsedArticle ARTICLE = new ParsedArticle(
            "portal",
            "/tin/bai-123.html",
            LINK,
            "Khởi công cầu mới qua sông Hậu",
            null,
            new Body("<p>Sáng nay, huyện khởi công cầu mới.</p>", "Sáng nay, huyện khởi công cầu mới."),
            Byline.NONE,
            null,
            Instant.parse("2026-02-28T01:53:00Z"),
            Set.of(CATEGORY));

    @TempDir
    Path folder;

    private ArticleStore store;

    @BeforeEach
    void open() {
        store = ArticleStore.open(
                new StoreSettings(folder.resolve("loa.db"), "feeds.example.vn"),
                Clock.fixed(Instant.parse("2026-03-01T05:00:00Z"), ZoneOffset.UTC));
        store.put(ARTICLE, ARTICLE.key(), "");
    }

    @AfterEach
    void close() {
        store.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {CATEGORY, "all"})
    void takesTheArticlesOfAFeedFromOneIndex(String category) {
        assertEquals(List.of(), slow(store -> store.articles().newest(category, 50)));
        assertTrue(plans(store -> store.articles().newest(category, 50)).stream()
                .anyMatch(step -> step.contains("USING COVERING INDEX") && step.contains("_newest")));
    }

    @ParameterizedTest
    @ValueSource(strings = {CATEGORY, "all"})
    void looksForNothingElseOfAFeedInAllThereIs(String category) {
        assertEquals(List.of(), slow(store -> {
            store.articles().withdrawn(category, 50);
            store.articles().filed(category);
            store.articles().revision(category);
            store.articles().lastChange();
            store.articles().changedAt(1);
            store.articles().changes(0, 100);
        }));
    }

    @ParameterizedTest
    @ValueSource(strings = {CATEGORY, "all"})
    void findsADocumentOfTheArchiveByItsNumber(String category) {
        assertEquals(
                List.of("USE TEMP B-TREE FOR ORDER BY"), // of the fifty that it holds
                slow(store -> store.articles().archived(category, 1)));
        assertTrue(plans(store -> store.articles().archived(category, 1)).stream()
                .anyMatch(step -> step.matches(".*\\((category=\\? AND number>\\?|rowid>\\?).*")));
    }

    @ParameterizedTest
    @ValueSource(strings = {CATEGORY, "all"})
    void countsWithdrawnArticlesOnly(String category) {
        assertTrue(plans(store -> store.articles().count(category)).stream()
                .anyMatch(step -> step.contains("COVERING INDEX") && step.contains("_withdrawn")));
    }

    @ParameterizedTest
    @ValueSource(strings = {CATEGORY, "all"})
    void goesThroughPinnedArticlesOnly(String category) {
        assertEquals(
                List.of("SCAN a USING INDEX article_pinned"),
                slow(store -> store.articles().pinned(category)));
    }

    @Test
    void keepsAnArticleByLookUps() {
        assertEquals(List.of(), slow(store -> {
            store.known("portal", ARTICLE.key());
            store.kin(ARTICLE, ARTICLE.key());
            store.put(ARTICLE, ARTICLE.key(), "other");
            store.put(ARTICLE.at("/khac", LINK.resolve("/khac")), "/khac", "");
            store.sighted("portal", "/khac", "");
            store.list("portal", "/khac", Set.of("y-te"));
            store.withdraw(1);
        }));
    }

    @Test
    void looksAgainByLookUps() {
        assertEquals(List.of(), slow(store -> {
            store.looks().due("portal", 10);
            store.looks().missing(1, Duration.ofHours(1));
            store.looks().before(1, 5);
            store.looks().after(1, 5);
            store.listings().latest("portal", 10);
        }));
    }

    /** Steps that go through a whole table or index, or sort; what a part of a question gave has steps of its own. */
    private List<String> slow(Consumer<ArticleStore> use) {
        return plans(use).stream()
                .filter(step -> step.startsWith("SCAN") || step.startsWith("USE TEMP"))
                .filter(step -> !step.equals("SCAN CONSTANT ROW") && !step.startsWith("SCAN (subquery"))
                .toList();
    }

    /** The steps of the plans of all that is asked of the database meanwhile. */
    private Set<String> plans(Consumer<ArticleStore> use) {
        Set<String> asked = new TreeSet<>();
        store.jdbi().setSqlLogger(new SqlLogger() {
            @Override
            public void logAfterExecution(StatementContext context) {
                asked.add(context.getParsedSql().getSql());
            }
        });
        use.accept(store);
        store.jdbi().setSqlLogger(SqlLogger.NOP_SQL_LOGGER);
        return asked.stream().map(this::plan).flatMap(List::stream).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Asked without foreign keys: what SQLite would look for were one broken is in the plan otherwise, and never looked for. */
    private List<String> plan(String sql) {
        List<String> steps = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("loa.db"));
                ResultSet plan = connection.createStatement().executeQuery("EXPLAIN QUERY PLAN " + sql)) {
            while (plan.next()) {
                steps.add(plan.getString("detail"));
            }
        } catch (SQLException broken) {
            throw new AssertionError(sql, broken);
        }
        return steps;
    }
}
