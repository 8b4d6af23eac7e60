package loa.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import loa.article.GeneratedArticle;
import loa.article.ParsedArticle;
import org.sqlite.SQLiteConfig;

/** A store that was filled table by table: a million articles in a few minutes. */
public final class FilledStore {

    public static final String SOURCE = "portal";

    private static final int BODIES = 500; // what they say is nothing to the store, so that few will do

    /** Of the number of articles and that of categories; one article a minute. */
    private static final List<String> TABLES = List.of("""
            INSERT INTO article (id, guid, source, link, title, summary, author, image, image_type, image_length,
                                 published, first_seen, updated, changed, changed_at, added, content_hash, next_look)
            WITH RECURSIVE number (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM number WHERE id < %1$d),
                 dated AS (SELECT id, 1420070400000 + id * 60000 AS minute FROM number)
            SELECT id, 'tag:feeds.example.vn,2015-01-01:portal/' || id, 'portal',
                   'https://portal.example.vn/tin-tuc/bai-viet-' || id || '.html', title, summary, 'Thúy Vân',
                   'https://portal.example.vn/anh/' || id || '.jpg', 'image/jpeg', 43210,
                   minute, minute, minute, id, minute, id, hex(randomblob(16)), minute + 900000000000
            FROM dated JOIN made ON made.number = id %% %3$d""", """
            INSERT INTO article_body (article_id, html)
            SELECT id, html FROM article JOIN made ON made.number = id %% %3$d""", """
            INSERT INTO article_category (article_id, category, number, published)
            SELECT id, 'chuyen-muc-' || ((id - 1) %% %2$d), (id - 1) / %2$d + 1, published FROM article""", """
            INSERT INTO article_key (source, key, article_id, fingerprint)
            SELECT source, '/tin-tuc/bai-viet-' || id || '.html', id, content_hash FROM article ORDER BY 2""", """
            INSERT INTO article_trace (trace, published, article_id)
            SELECT abs(random()) >> 15, published, id
            FROM article CROSS JOIN (VALUES (1), (2), (3), (4), (5), (6), (7)) ORDER BY 1""", """
            INSERT INTO category_revision (category, revision, changed)
            SELECT category, max(number), max(published) FROM article_category GROUP BY category
            UNION ALL SELECT 'all', max(id), max(published) FROM article""", """
            INSERT INTO numbering (kind, last) VALUES ('changes', %1$d), ('guid portal', %1$d)""");

    private FilledStore() {}

    public static String category(int number) {
        return "chuyen-muc-" + number;
    }

    /** Makes a store of so many articles, each in one of so many categories, and opens it. */
    public static ArticleStore of(int articles, int categories, Path file) throws SQLException {
        StoreSettings settings = new StoreSettings(file, "feeds.example.vn");
        ArticleStore.open(settings, Clock.systemUTC()).close();
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.OFF); // whoever fills it in vain begins anew
        config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
        config.setCacheSize(-512 * 1024); // KB
        try (Connection connection = config.createConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("CREATE TEMP TABLE made (number INTEGER PRIMARY KEY, title, summary, html)");
            write(connection);
            for (String table : TABLES) {
                statement.execute(table.formatted(articles, categories, BODIES));
            }
            connection.commit();
        }
        return ArticleStore.open(settings, Clock.systemUTC());
    }

    private static void write(Connection connection) throws SQLException {
        try (PreparedStatement made = connection.prepareStatement("INSERT INTO made VALUES (?, ?, ?, ?)")) {
            for (int number = 0; number < BODIES; number++) {
                ParsedArticle article = GeneratedArticle.of(number, SOURCE, Set.of(category(0)));
                made.setInt(1, number);
                made.setString(2, article.title());
                made.setString(3, article.summary());
                made.setString(4, article.body().html());
                made.execute();
            }
        }
    }
}
