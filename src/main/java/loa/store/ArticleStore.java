package loa.store;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import loa.article.Category;
import loa.article.Image;
import loa.article.ParsedArticle;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Keeps every article that was ever collected. A method that returns has made its change durable; one that throws has
 * changed nothing. Safe for use by several threads.
 */
public final class ArticleStore implements AutoCloseable {

    private static final String CHANGES = "changes";
    private static final long TIE_BREAK_MILLIS = 1000;

    private final Database database;
    private final Jdbi jdbi;
    private final Articles articles;
    private final Pages pages;
    private final String authority;
    private final Clock clock;

    private ArticleStore(Database database, String authority, Clock clock) {
        this.database = database;
        this.jdbi = database.jdbi();
        this.articles = new Articles(jdbi);
        this.pages = new Pages(jdbi, clock);
        this.authority = authority;
        this.clock = clock;
    }

    /**
     * Opens the store, making it or bringing it up to date.
     *
     * @throws loa.language.CannotStart if it is in use, not writable, not a store, or of a newer program
     */
    public static ArticleStore open(StoreSettings settings, Clock clock) {
        return new ArticleStore(Database.open(settings.file()), settings.authority(), clock);
    }

    /** What it holds. */
    public Articles articles() {
        return articles;
    }

    /** What is remembered of the pages that the articles were read from. */
    public Pages pages() {
        return pages;
    }

    /** What was learnt of each source's pages. */
    public Sites sites() {
        return new Sites(jdbi);
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
            Instant now = now();
            Optional<Long> existing =
                    find(handle, parsed.source(), parsed.key()).or(() -> find(handle, parsed.source(), listedAs));
            Kept.Change change = existing.isPresent() ? update(handle, existing.get(), parsed, now) : Kept.Change.ADDED;
            long id = existing.isPresent() ? existing.get() : insert(handle, parsed, now);
            for (String key : new TreeSet<>(List.of(parsed.key(), listedAs))) {
                remember(handle, parsed.source(), key, id, fingerprint);
            }
            boolean filed = file(handle, id, parsed.categories(), now);
            if (change == Kept.Change.NONE && !filed) {
                return new Kept(change, Set.of());
            }
            Set<String> categories = categories(handle, id);
            revise(handle, categories, now);
            return new Kept(change, categories);
        });
    }

    /** Remembers that a listing shows a known article so now, though the article itself is as it was. */
    public void sighted(String source, String key, String fingerprint) {
        jdbi.useTransaction(
                handle -> find(handle, source, key).ifPresent(id -> remember(handle, source, key, id, fingerprint)));
    }

    /** Lists a known article in these categories too. Gives all that it is in, none if there was nothing to do. */
    public Set<String> list(String source, String key, Set<String> categories) {
        return jdbi.inTransaction(handle -> {
            Optional<Long> id = find(handle, source, key).filter(known -> file(handle, known, categories, now()));
            Set<String> all = id.map(known -> categories(handle, known)).orElse(Set.of());
            if (id.isPresent()) {
                revise(handle, all, now());
            }
            return all;
        });
    }

    /** Files what one category holds in another, in the same order; for a category that has a new name. */
    public void rename(String was, String name) {
        jdbi.useTransaction(handle -> {
            List<Long> ids = handle.createQuery(
                            "SELECT article_id FROM article_category WHERE category = :was ORDER BY number")
                    .bind("was", was)
                    .mapTo(Long.class)
                    .list();
            if (!ids.isEmpty()) {
                ids.forEach(id -> file(handle, id, List.of(name), now()));
                handle.createUpdate("DELETE FROM article_category WHERE category = :was")
                        .bind("was", was)
                        .execute();
                revise(handle, Set.of(name), now());
            }
        });
    }

    /** Takes an article back: it leaves the feeds, the row stays. Gives its categories, none if there was nothing to do. */
    public Set<String> withdraw(String guid) {
        return jdbi.inTransaction(handle -> {
            Instant now = now();
            Optional<Long> id = handle.createQuery("""
                            UPDATE article SET withdrawn = :now
                            WHERE guid = :guid AND withdrawn IS NULL RETURNING id""")
                    .bind("now", now.toEpochMilli())
                    .bind("guid", guid)
                    .mapTo(Long.class)
                    .findOne();
            Set<String> categories = id.map(known -> categories(handle, known)).orElse(Set.of());
            if (id.isPresent()) {
                numberChange(handle, id.get(), now);
                revise(handle, categories, now);
            }
            return categories;
        });
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
        return database.dataSource();
    }

    @Override
    public void close() {
        database.close();
    }

    /** The present, as precise as feeds say it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static Optional<Long> find(Handle handle, String source, String key) {
        return handle.createQuery("SELECT article_id FROM article_key WHERE source = :source AND key = :key")
                .bind("source", source)
                .bind("key", key)
                .mapTo(Long.class)
                .findOne();
    }

    private long insert(Handle handle, ParsedArticle parsed, Instant now) {
        Instant published = parsed.published() == null || parsed.published().isAfter(now)
                ? now
                : parsed.published().truncatedTo(ChronoUnit.SECONDS);
        long id = handle.createQuery("""
                        INSERT INTO article (guid, source, link, title, summary, author, credit, image, image_type,
                                             image_length, published, first_seen, updated, changed, changed_at,
                                             content_hash)
                        VALUES (:guid, :source, :link, :title, :summary, :author, :credit, :image, :image_type,
                                :image_length, :published, :now, :updated, :changed, :now, :hash)
                        RETURNING id""")
                .bindMap(content(parsed))
                .bind("guid", mintGuid(handle, parsed.source(), now))
                .bind("source", parsed.source())
                .bind("published", published.toEpochMilli())
                .bind("now", now.toEpochMilli())
                .bind("updated", untied(handle, published))
                .bind("changed", next(handle, CHANGES))
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
                            image = :image, image_type = :image_type, image_length = :image_length,
                            content_hash = :hash
                        WHERE id = :id""").bindMap(content(parsed)).bind("id", id).execute();
        numberChange(handle, id, now);
        handle.createUpdate("UPDATE article_body SET html = :html WHERE article_id = :id")
                .bind("html", parsed.body().html())
                .bind("id", id)
                .execute();
        if (change == Kept.Change.UPDATED) {
            handle.createUpdate("UPDATE article SET updated = :updated WHERE id = :id")
                    .bind("updated", untied(handle, now))
                    .bind("id", id)
                    .execute();
        }
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
        Image image = parsed.image();
        content.put("link", parsed.link().toString());
        content.put("title", parsed.title());
        content.put("summary", parsed.summary());
        content.put("author", parsed.byline().author());
        content.put("credit", parsed.byline().credit());
        content.put("image", image == null ? null : image.address().toString());
        content.put("image_type", image == null ? null : image.mediaType());
        content.put("image_length", image == null ? null : image.length());
        content.put("hash", parsed.contentHash());
        return content;
    }

    /** A tag URI (RFC 4151) that is never given again. */
    private String mintGuid(Handle handle, String source, Instant now) {
        long number = next(handle, "guid " + source);
        return "tag:" + authority + "," + LocalDate.ofInstant(now, ZoneOffset.UTC) + ":" + source + "/" + number;
    }

    /**
     * The first second from the wanted one on, in milliseconds, at which no article was updated: portals give minutes, and
     * Atom wants no two entries updated at once.
     */
    private static long untied(Handle handle, Instant wanted) {
        long free = wanted.toEpochMilli();
        for (long taken : handle.createQuery("SELECT updated FROM article WHERE updated >= :free ORDER BY updated")
                .bind("free", free)
                .mapTo(Long.class)) {
            if (taken != free) {
                break;
            }
            free += TIE_BREAK_MILLIS;
        }
        return free;
    }

    /** The next number of its kind, never given before. */
    private static long next(Handle handle, String kind) {
        return handle.createQuery("""
                        INSERT INTO numbering (kind, last) VALUES (:kind, 1)
                        ON CONFLICT (kind) DO UPDATE SET last = numbering.last + 1
                        RETURNING last""").bind("kind", kind).mapTo(Long.class).one();
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
    private static boolean file(Handle handle, long id, Collection<String> categories, Instant now) {
        int added = 0;
        for (String category : new TreeSet<>(categories)) {
            added += handle.createUpdate("""
                            INSERT INTO article_category (category, published, article_id, number)
                            SELECT :category, published, id,
                                   (SELECT coalesce(max(number), 0) + 1 FROM article_category WHERE category = :category)
                            FROM article WHERE id = :id
                            ON CONFLICT (category, published, article_id) DO NOTHING""")
                    .bind("category", category)
                    .bind("id", id)
                    .execute();
        }
        if (added > 0) {
            numberChange(handle, id, now);
        }
        return added > 0;
    }

    private static void numberChange(Handle handle, long id, Instant now) {
        handle.createUpdate("UPDATE article SET changed = :changed, changed_at = :now WHERE id = :id")
                .bind("changed", next(handle, CHANGES))
                .bind("now", now.toEpochMilli())
                .bind("id", id)
                .execute();
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
        return new TreeSet<>(Articles.categories(handle, List.of(id)).getOrDefault(id, List.of()));
    }
}
