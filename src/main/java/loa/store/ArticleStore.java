package loa.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import loa.article.Article;
import loa.article.Byline;
import loa.article.Category;
import loa.article.ParsedArticle;
import loa.language.CannotStart;
import loa.language.Phrase;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Keeps every article that was ever collected. A method that returns has made its change durable; one that throws has
 * changed nothing. Safe for use by several threads.
 */
public final class ArticleStore implements AutoCloseable {

    private static final int CONNECTIONS = 4;
    private static final String HEADERS =
            "a.id, a.guid, a.link, a.title, a.summary, a.author, a.credit, a.image, a.published, a.updated";

    private final StoreLock lock;
    private final HikariDataSource dataSource;
    private final Jdbi jdbi;
    private final String authority;
    private final Clock clock;

    private ArticleStore(StoreLock lock, HikariDataSource dataSource, String authority, Clock clock) {
        this.lock = lock;
        this.dataSource = dataSource;
        this.jdbi = Jdbi.create(dataSource);
        this.authority = authority;
        this.clock = clock;
    }

    /**
     * Opens the store, making it or bringing it up to date.
     *
     * @throws CannotStart if it is in use, not writable, not a store, or of a newer program
     */
    public static ArticleStore open(StoreSettings settings, Clock clock) {
        StoreLock lock = StoreLock.take(settings.file());
        HikariDataSource dataSource = null;
        try {
            dataSource = connect(settings);
            migrate(dataSource);
            ArticleStore store = new ArticleStore(lock, dataSource, settings.authority(), clock);
            store.releaseTasks();
            return store;
        } catch (RuntimeException unusable) {
            if (dataSource != null) {
                dataSource.close();
            }
            lock.close();
            throw new CannotStart(
                    unusable instanceof FlywayValidateException
                            ? Phrase.of(
                                    "the store %s was written by a newer Loa; run that version, or restore an older copy",
                                    "kho dữ liệu %s do một bản Loa mới hơn ghi; hãy chạy bản đó, hoặc khôi phục bản sao cũ",
                                    settings.file())
                            : Phrase.of(
                                    "cannot use the store %s: %s; restore a copy of it, or move it away to begin anew",
                                    "không dùng được kho dữ liệu %s: %s; hãy khôi phục từ bản sao, hoặc chuyển nó đi nơi khác"
                                            + " để bắt đầu lại",
                                    settings.file(),
                                    rootMessage(unusable)));
        }
    }

    /** What is kept of the article that the source knows by this key. */
    public Optional<Known> known(String source, String key) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT article_id, fingerprint FROM article_key WHERE source = :source AND key = :key")
                .bind("source", source)
                .bind("key", key)
                .map((row, context) ->
                        new Known(row.getString("fingerprint"), categories(handle, row.getLong("article_id"))))
                .findOne());
    }

    /**
     * Keeps the article: a new one is given its identity, a known one is updated if its content changed.
     *
     * @param listedAs the key by which the listing named it, which may differ from the article's own
     * @param fingerprint of what the listing showed, to be compared at the next sight
     */
    public Kept put(ParsedArticle parsed, String listedAs, String fingerprint) {
        return jdbi.inTransaction(handle -> {
            Instant now = clock.instant();
            Optional<Long> existing =
                    find(handle, parsed.source(), parsed.key()).or(() -> find(handle, parsed.source(), listedAs));
            Kept.Change change = existing.isPresent() ? update(handle, existing.get(), parsed, now) : Kept.Change.ADDED;
            long id = existing.isPresent() ? existing.get() : insert(handle, parsed, now);
            for (String key : Set.copyOf(List.of(parsed.key(), listedAs))) {
                remember(handle, parsed.source(), key, id, fingerprint);
            }
            boolean filed = file(handle, id, parsed.categories());
            Set<String> categories = categories(handle, id);
            if (change == Kept.Change.NONE && !filed) {
                return new Kept(change, Set.of());
            }
            revise(handle, categories, now);
            return new Kept(change, categories);
        });
    }

    /** Lists a known article in these categories too; empty if it was already. */
    public Set<String> list(String source, String key, Set<String> categories) {
        return jdbi.inTransaction(handle -> {
            Optional<Long> id = find(handle, source, key).filter(known -> file(handle, known, categories));
            id.ifPresent(known -> revise(handle, categories(handle, known), clock.instant()));
            return id.isPresent() ? Set.copyOf(categories) : Set.of();
        });
    }

    /** The newest articles of the category, or of all, the newest first. */
    public List<Article> newest(String category, int limit) {
        String from = category.equals(Category.ALL)
                ? "FROM article a JOIN article_body b ON b.article_id = a.id ORDER BY a.published DESC, a.id DESC"
                : "FROM article_category c JOIN article a ON a.id = c.article_id JOIN article_body b ON b.article_id = a.id"
                        + " WHERE c.category = :category ORDER BY c.published DESC, c.article_id DESC";
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery("SELECT " + HEADERS + ", b.html " + from + " LIMIT :limit")
                    .bind("limit", limit);
            if (!category.equals(Category.ALL)) {
                query.bind("category", category);
            }
            List<Article> articles =
                    query.map((row, context) -> article(row, List.of())).list();
            Map<Long, List<String>> categories =
                    categories(handle, articles.stream().map(Article::id).toList());
            return articles.stream()
                    .map(article -> article.in(categories.getOrDefault(article.id(), List.of())))
                    .toList();
        });
    }

    /** How many articles the category holds, or all do. */
    public int count(String category) {
        return jdbi.withHandle(handle -> category.equals(Category.ALL)
                ? handle.createQuery("SELECT count(*) FROM article")
                        .mapTo(Integer.class)
                        .one()
                : handle.createQuery("SELECT count(*) FROM article_category WHERE category = :category")
                        .bind("category", category)
                        .mapTo(Integer.class)
                        .one());
    }

    /** How often the category's articles changed, and when they last did. */
    public Revision revision(String category) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT revision, changed FROM category_revision WHERE category = :category")
                .bind("category", category)
                .map((row, context) ->
                        new Revision(row.getLong("revision"), Instant.ofEpochMilli(row.getLong("changed"))))
                .findOne()
                .orElse(Revision.NONE));
    }

    /** Whether the store answers. */
    public boolean isUsable() {
        try {
            return jdbi.withHandle(handle ->
                    handle.createQuery("SELECT 1").mapTo(Integer.class).one() == 1);
        } catch (RuntimeException notNow) {
            return false;
        }
    }

    /** Connections to the database, for what keeps tables of its own in it. */
    public DataSource dataSource() {
        return dataSource;
    }

    @Override
    public void close() {
        dataSource.close();
        lock.close();
    }

    private static HikariDataSource connect(StoreSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("store");
        config.setJdbcUrl("jdbc:sqlite:" + settings.file());
        config.setMaximumPoolSize(CONNECTIONS);
        config.addDataSourceProperty("journal_mode", "WAL");
        config.addDataSourceProperty("synchronous", "FULL"); // an identity that was served must survive a power cut
        config.addDataSourceProperty("foreign_keys", "true");
        config.addDataSourceProperty("busy_timeout", "10000");
        config.addDataSourceProperty("transaction_mode", "IMMEDIATE");
        return new HikariDataSource(config);
    }

    private static void migrate(DataSource dataSource) {
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:loa/store")
                .ignoreMigrationPatterns(new String[0]) // one from the future means a newer program wrote this store
                .load()
                .migrate();
    }

    /** The lock is ours, so whoever had a task in hand is dead: it is due again at once. */
    private void releaseTasks() {
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE scheduled_tasks SET picked = 0, picked_by = NULL, last_heartbeat = NULL WHERE picked = 1"));
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    }

    private static Optional<Long> find(Handle handle, String source, String key) {
        return handle.createQuery("SELECT article_id FROM article_key WHERE source = :source AND key = :key")
                .bind("source", source)
                .bind("key", key)
                .mapTo(Long.class)
                .findOne();
    }

    private long insert(Handle handle, ParsedArticle parsed, Instant now) {
        Instant published = parsed.published() == null || parsed.published().isAfter(now) ? now : parsed.published();
        long id = handle.createQuery("""
                        INSERT INTO article (guid, source, link, title, summary, author, credit, image,
                                             published, first_seen, updated, content_hash)
                        VALUES (:guid, :source, :link, :title, :summary, :author, :credit, :image,
                                :published, :now, :published, :hash)
                        RETURNING id""")
                .bind("guid", mintGuid(handle, parsed.source(), now))
                .bind("source", parsed.source())
                .bindMap(content(parsed))
                .bind("published", published.toEpochMilli())
                .bind("now", now.toEpochMilli())
                .mapTo(Long.class)
                .one();
        handle.createUpdate("INSERT INTO article_body (article_id, html) VALUES (:id, :html)")
                .bind("id", id)
                .bind("html", parsed.body().html())
                .execute();
        return id;
    }

    private static Kept.Change update(Handle handle, long id, ParsedArticle parsed, Instant now) {
        Kept.Change change = handle.createQuery("SELECT content_hash, link FROM article WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> change(row.getString("content_hash"), row.getString("link"), parsed))
                .one();
        if (change == Kept.Change.NONE) {
            return change;
        }
        handle.createUpdate("""
                        UPDATE article
                        SET link = :link, title = :title, summary = :summary, author = :author, credit = :credit,
                            image = :image, content_hash = :hash,
                            updated = CASE WHEN :edited THEN max(:now, updated + 1) ELSE updated END
                        WHERE id = :id""")
                .bindMap(content(parsed))
                .bind("edited", change == Kept.Change.UPDATED)
                .bind("now", now.toEpochMilli())
                .bind("id", id)
                .execute();
        handle.createUpdate("UPDATE article_body SET html = :html WHERE article_id = :id")
                .bind("html", parsed.body().html())
                .bind("id", id)
                .execute();
        return change;
    }

    private static Kept.Change change(String contentHash, String link, ParsedArticle now) {
        if (!contentHash.equals(now.contentHash())) {
            return Kept.Change.UPDATED;
        }
        return link.equals(now.link().toString()) ? Kept.Change.NONE : Kept.Change.MOVED;
    }

    private static Map<String, @Nullable Object> content(ParsedArticle parsed) {
        Map<String, @Nullable Object> content = new HashMap<>();
        content.put("link", parsed.link().toString());
        content.put("title", parsed.title());
        content.put("summary", parsed.summary());
        content.put("author", parsed.byline().author());
        content.put("credit", parsed.byline().credit());
        content.put("image", parsed.image() == null ? null : parsed.image().toString());
        content.put("hash", parsed.contentHash());
        return content;
    }

    /** A tag URI (RFC 4151) that is never given again. */
    private String mintGuid(Handle handle, String source, Instant now) {
        long number =
                handle.createQuery("""
                        INSERT INTO guid_number (source, last) VALUES (:source, 1)
                        ON CONFLICT (source) DO UPDATE SET last = guid_number.last + 1
                        RETURNING last""").bind("source", source).mapTo(Long.class).one();
        return "tag:" + authority + "," + LocalDate.ofInstant(now, ZoneOffset.UTC) + ":" + source + "/" + number;
    }

    private static void remember(Handle handle, String source, String key, long id, String fingerprint) {
        handle.createUpdate("""
                        INSERT INTO article_key (source, key, article_id, fingerprint)
                        VALUES (:source, :key, :id, :fingerprint)
                        ON CONFLICT (source, key) DO UPDATE SET fingerprint = excluded.fingerprint""")
                .bind("source", source)
                .bind("key", key)
                .bind("id", id)
                .bind("fingerprint", fingerprint)
                .execute();
    }

    /** Whether the article was not in one of the categories yet. */
    private static boolean file(Handle handle, long id, Collection<String> categories) {
        int added = 0;
        for (String category : new TreeSet<>(categories)) {
            added += handle.createUpdate("""
                            INSERT INTO article_category (category, published, article_id)
                            SELECT :category, published, id FROM article WHERE id = :id
                            ON CONFLICT DO NOTHING""")
                    .bind("category", category)
                    .bind("id", id)
                    .execute();
        }
        return added > 0;
    }

    private static void revise(Handle handle, Set<String> categories, Instant now) {
        Set<String> revised = new TreeSet<>(categories);
        revised.add(Category.ALL);
        for (String category : revised) {
            handle.createUpdate("""
                            INSERT INTO category_revision (category, revision, changed) VALUES (:category, 1, :now)
                            ON CONFLICT (category) DO UPDATE
                            SET revision = category_revision.revision + 1,
                                changed = max(category_revision.changed, excluded.changed)""")
                    .bind("category", category)
                    .bind("now", now.toEpochMilli())
                    .execute();
        }
    }

    private static Set<String> categories(Handle handle, long id) {
        return new TreeSet<>(categories(handle, List.of(id)).getOrDefault(id, List.of()));
    }

    private static Map<Long, List<String>> categories(Handle handle, List<Long> ids) {
        Map<Long, List<String>> categories = new HashMap<>();
        if (!ids.isEmpty()) {
            handle.createQuery("""
                            SELECT article_id, category FROM article_category
                            WHERE article_id IN (<ids>) ORDER BY article_id, category""")
                    .bindList("ids", ids)
                    .map((row, context) -> Map.entry(row.getLong("article_id"), row.getString("category")))
                    .forEach(entry -> categories
                            .computeIfAbsent(entry.getKey(), id -> new ArrayList<>())
                            .add(entry.getValue()));
        }
        return categories;
    }

    private static Article article(ResultSet row, List<String> categories) throws SQLException {
        String image = row.getString("image");
        return new Article(
                row.getLong("id"),
                row.getString("guid"),
                URI.create(row.getString("link")),
                row.getString("title"),
                row.getString("summary"),
                row.getString("html"),
                new Byline(row.getString("author"), row.getString("credit")),
                image == null ? null : URI.create(image),
                Instant.ofEpochMilli(row.getLong("published")),
                Instant.ofEpochMilli(row.getLong("updated")),
                categories);
    }
}
