package loa.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import loa.article.Body;
import loa.article.Byline;
import loa.article.Identity;
import loa.article.ParsedArticle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RekeyingTest {

    private static final URI ROOT = URI.create("https://xa.example.vn/");

    @TempDir
    Path folder;

    @Test
    void knowsArticlesOfAStoreOfFormerRulesByTheKeysOfToday() {
        try (ArticleStore store = open()) {
            put(store, "//huyen.example.vn/bai/7");
            put(store, "/tin/%C4%91%C3%B2/?b=2&a=1");
            assertTrue(store.known("portal", "/bai/7").isEmpty());
            store.settle("portal", new Identity(ROOT, List.of(URI.create("http://huyen.example.vn/"))));
            long first = store.known("portal", "//huyen.example.vn/bai/7")
                    .orElseThrow()
                    .id();
            assertEquals(first, store.known("portal", "/bai/7").orElseThrow().id());
            assertTrue(store.known("portal", "/tin/đò?a=1&b=2").isPresent());
            assertEquals(2, store.articles().count("all"));
        }
    }

    @Test
    void findsArticlesOfAStoreFromBeforeByWhatTheySay() {
        try (ArticleStore store = open()) {
            put(store, "/bai-7");
            ParsedArticle moved = article("/khac").at("/khac", URI.create("https://xa.example.vn/khac"));
            execute(store, "DELETE FROM article_trace");
            assertEquals(List.of(), store.kin(moved, "/khac"));
            store.settle("portal", new Identity(ROOT, List.of()));
            assertEquals(1, store.kin(moved, "/khac").size());
        }
    }

    private static void execute(ArticleStore store, String sql) {
        try (var connection = store.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    private ArticleStore open() {
        return ArticleStore.open(
                new StoreSettings(folder.resolve("loa.db"), "feeds.example.vn"),
                Clock.fixed(Instant.parse("2026-03-01T05:00:00Z"), ZoneOffset.UTC));
    }

    private static void put(ArticleStore store, String key) {
        store.put(article(key), key, "");
    }

    private static ParsedArticle article(String key) {
        return new ParsedArticle(
                "portal",
                key,
                URI.create("https://xa.example.vn/bai"),
                "Khởi công cầu mới",
                null,
                new Body("<p>Sáng nay khởi công cầu mới qua kênh.</p>", "Sáng nay khởi công cầu mới qua kênh."),
                Byline.NONE,
                null,
                Instant.parse("2026-02-28T01:53:00Z"),
                Set.of("kinh-te"));
    }
}
