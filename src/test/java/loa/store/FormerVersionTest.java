package loa.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import loa.article.Article;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store of a former version opens, and holds what it held. */
class FormerVersionTest {

    @TempDir
    Path folder;

    private ArticleStore store;

    @BeforeEach
    void open() throws SQLException, IOException {
        String file = "jdbc:sqlite:" + folder.resolve("loa.db");
        Flyway.configure()
                .dataSource(file, null, null)
                .locations("classpath:loa/store")
                .target("6")
                .load()
                .migrate();
        try (Connection connection = DriverManager.getConnection(file);
                var statement = connection.createStatement();
                InputStream articles = getClass().getResourceAsStream("version-6.sql")) {
            statement.executeUpdate(new String(Objects.requireNonNull(articles).readAllBytes(), UTF_8));
        }
        store = ArticleStore.open(
                new StoreSettings(folder.resolve("loa.db"), "tin.example.vn"),
                Clock.fixed(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void showsTheSameArticlesInTheSameOrder() {
        assertEquals(List.of("Hai", "Bốn", "Một"), titles(store.articles().newest("kinh-te", 10)));
        assertEquals(List.of("Hai"), titles(store.articles().newest("y-te", 10)));
        assertEquals(List.of("Hai", "Bốn", "Một"), titles(store.articles().newest("all", 10)));
        Article second = store.articles().newest("y-te", 1).get(0);
        assertEquals("<p>Nội dung hai</p>", second.body());
        assertEquals("tag:tin.example.vn,2026-02-01:portal/2", second.guid());
        assertEquals(List.of("kinh-te", "y-te"), second.categories());
        assertEquals(List.of(second), store.articles().pinned("kinh-te"));
        assertEquals(List.of(second), store.articles().pinned("all"));
    }

    @Test
    void stillSaysWhatWasWithdrawn() {
        for (String category : List.of("all", "kinh-te", "y-te")) {
            assertEquals(
                    List.of(new Withdrawal(
                            "tag:tin.example.vn,2026-02-01:portal/3", Instant.parse("2026-02-04T00:00:00Z"), 9)),
                    store.articles().withdrawn(category, 10));
        }
    }

    @Test
    void countsAsBefore() {
        assertEquals(4, store.articles().filed("kinh-te"));
        assertEquals(3, store.articles().count("kinh-te"));
        assertEquals(2, store.articles().filed("y-te"));
        assertEquals(1, store.articles().count("y-te"));
        assertEquals(3, store.articles().count("all"));
        store.health().watch(List.of("portal", "tinh", "moi"));
        assertEquals(
                List.of(3L, 1L, 0L),
                store.health().all().stream().map(SourceHealth::articles).toList());
    }

    @Test
    void keepsItsArchiveAndItsChanges() {
        assertEquals(List.of("Hai", "Bốn", "Một"), titles(store.articles().archived("kinh-te", 1)));
        assertEquals(
                List.of(2L, 4L, 8L, 9L),
                store.articles().changes(0, 10).stream().map(Change::number).toList());
        assertEquals(
                new Revision(5, Instant.parse("2026-02-04T00:00:00Z")),
                store.articles().revision("kinh-te"));
    }

    @Test
    void knowsItsArticlesAndFilesThemOn() {
        Known third = store.known("portal", "/3").orElseThrow();
        assertEquals(new Known(3, "x", Set.of("kinh-te", "y-te"), true), third);
        store.list("portal", "/1", Set.of("y-te"));
        assertEquals(List.of("Hai", "Một"), titles(store.articles().newest("y-te", 10)));
        assertEquals(Set.of("kinh-te", "y-te"), store.withdraw(2));
        assertEquals(List.of("Một"), titles(store.articles().newest("y-te", 10)));
    }

    private static List<String> titles(List<Article> articles) {
        return articles.stream().map(Article::title).toList();
    }
}
