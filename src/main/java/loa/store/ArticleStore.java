package loa.store;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sql.DataSource;
import loa.article.Identity;
import loa.article.ParsedArticle;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Keeps every article that was ever collected. A method that returns has made its change durable; one that throws has
 * changed nothing. Safe for use by several threads.
 */
public final class ArticleStore implements AutoCloseable {

    private final Database database;
    private final Jdbi jdbi;
    private final Articles articles;
    private final Looks looks;
    private final Corrections corrections = new Corrections();
    private final Pages pages;
    private final Listings listings;
    private final Health health;
    private final String authority;
    private final Clock clock;

    private ArticleStore(Database database, String authority, Clock clock) {
        this.database = database;
        this.jdbi = database.jdbi();
        this.articles = new Articles(jdbi);
        this.looks = new Looks(jdbi, clock);
        this.pages = new Pages(jdbi, clock);
        this.listings = new Listings(jdbi);
        this.health = new Health(jdbi, clock);
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

    /** Which articles are to be looked at again. */
    public Looks looks() {
        return looks;
    }

    /** Makes what this source's articles are known by anew, where they were kept under other rules or another address. */
    public void settle(String source, Identity identity) {
        jdbi.useTransaction(handle -> Rekeying.settle(handle, source, identity));
    }

    /** What the operator says, and nothing else of former times. Gives what names no article that is known yet. */
    public List<Correction> correct(List<Correction> all) {
        return jdbi.inTransaction(handle -> corrections.replaceBy(handle, all, now()));
    }

    /** What is remembered of the pages that the articles were read from. */
    public Pages pages() {
        return pages;
    }

    /** What was learnt of each source's pages. */
    public Sites sites() {
        return new Sites(jdbi);
    }

    /** What the listings showed before. */
    public Listings listings() {
        return listings;
    }

    /** How the sources are. */
    public Health health() {
        return health;
    }

    /** What is kept of the article that the source knows by this key. */
    public Optional<Known> known(String source, String key) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT k.article_id, k.fingerprint, a.withdrawn IS NOT NULL AS gone
                        FROM article_key k JOIN article a ON a.id = k.article_id
                        WHERE k.source = :source AND k.key = :key""")
                .bind("source", source)
                .bind("key", key)
                .map((row, context) -> new Known(
                        row.getLong("article_id"),
                        row.getString("fingerprint"),
                        ArticleRow.categories(handle, row.getLong("article_id")),
                        row.getBoolean("gone")))
                .findOne());
    }

    /** Those of these keys by which the source knows an article. */
    public Set<String> known(String source, Collection<String> keys) {
        return keys.isEmpty()
                ? Set.of()
                : jdbi.withHandle(handle -> handle.createQuery(
                                "SELECT key FROM article_key WHERE source = :source AND key IN (<keys>)")
                        .bind("source", source)
                        .bindList("keys", List.copyOf(keys))
                        .mapTo(String.class)
                        .set());
    }

    /** The kept article of this number. */
    public Optional<Kin> kept(long id) {
        return jdbi.withHandle(handle -> Relatives.kept(handle, id));
    }

    /** The kept articles that may be this one, the likeliest first; nobody has compared them yet. */
    public List<Kin> kin(ParsedArticle parsed, String listedAs) {
        return jdbi.withHandle(handle -> Relatives.of(handle, parsed, keys(parsed, listedAs)));
    }

    /**
     * Keeps the article: a new one is given its identity, a known one is updated if its content changed.
     *
     * @param listedAs the key by which the listing named it, which may differ from the article's own
     * @param fingerprint of what the listing showed, to be compared at the next sight
     */
    public Kept put(ParsedArticle parsed, String listedAs, String fingerprint) {
        return put(parsed, listedAs, fingerprint, OptionalLong.empty());
    }

    /**
     * Keeps the article as it does any, but as a new sight of a kept one if it is known to be the same.
     *
     * @param same the kept article's number
     */
    public Kept put(ParsedArticle parsed, String listedAs, String fingerprint, OptionalLong same) {
        return jdbi.inTransaction(handle -> {
            Set<String> keys = keys(parsed, listedAs);
            Optional<Long> known = same.isPresent()
                    ? Optional.of(same.getAsLong())
                    : Stream.of(parsed.key(), listedAs)
                            .distinct()
                            .flatMap(key -> ArticleRow.find(handle, parsed.source(), key).stream())
                            .findFirst();
            return known.isPresent()
                    ? keep(handle, known.get(), parsed, keys, fingerprint)
                    : add(handle, parsed, keys, fingerprint);
        });
    }

    /** Remembers that a listing shows a known article so now, though the article itself is as it was. */
    public void sighted(String source, String key, String fingerprint) {
        jdbi.useTransaction(handle ->
                ArticleRow.find(handle, source, key).ifPresent(id -> remember(handle, source, key, id, fingerprint)));
    }

    /** Lists a known article in these categories too. Gives all that it is in, none if there was nothing to do. */
    public Set<String> list(String source, String key, Set<String> categories) {
        return jdbi.inTransaction(handle -> ArticleRow.find(handle, source, key)
                .filter(known -> ArticleRow.file(handle, known, categories, now()))
                .map(known -> revise(handle, known, now()))
                .orElse(Set.of()));
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
                ids.forEach(id -> ArticleRow.file(handle, id, List.of(name), now()));
                handle.createUpdate("DELETE FROM article_category WHERE category = :was")
                        .bind("was", was)
                        .execute();
                Numbering.revise(handle, Set.of(name), now());
            }
        });
    }

    /** Takes an article back: it leaves the feeds, the row stays. Gives its categories, none if there was nothing to do. */
    public Set<String> withdraw(String guid) {
        return jdbi.inTransaction(handle -> handle.createQuery("SELECT id FROM article WHERE guid = :guid")
                .bind("guid", guid)
                .mapTo(Long.class)
                .findOne()
                .map(id -> withdraw(handle, id))
                .orElse(Set.of()));
    }

    /** Takes back the article of this number, in the same way. */
    public Set<String> withdraw(long id) {
        return jdbi.inTransaction(handle -> withdraw(handle, id));
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

    /** For looking at what is asked of the database. */
    Jdbi jdbi() {
        return jdbi;
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

    private Kept add(Handle handle, ParsedArticle parsed, Set<String> keys, String fingerprint) {
        Instant now = now();
        long id = ArticleRow.insert(handle, authority, parsed, keys, now);
        keys.forEach(key -> insert(handle, parsed.source(), key, id, fingerprint));
        ArticleRow.place(handle, id, parsed.categories());
        corrections.added(handle, id, parsed, keys, now);
        Numbering.revise(handle, parsed.categories(), now);
        return new Kept(Kept.Change.ADDED, parsed.categories());
    }

    private Kept keep(Handle handle, long id, ParsedArticle parsed, Set<String> keys, String fingerprint) {
        Instant now = now();
        Kept.Change change = update(handle, id, parsed, now);
        ArticleRow.seen(handle, id, now);
        keys.forEach(key -> remember(handle, parsed.source(), key, id, fingerprint));
        boolean filed = ArticleRow.file(handle, id, parsed.categories(), now);
        return change == Kept.Change.NONE && !filed
                ? new Kept(change, Set.of())
                : new Kept(change, revise(handle, id, now));
    }

    private Kept.Change update(Handle handle, long id, ParsedArticle parsed, Instant now) {
        Kept.Change change = ArticleRow.update(handle, id, corrections.shown(handle, id, parsed), now);
        boolean isBack = !corrections.isWithdrawn(id) && ArticleRow.restore(handle, id, now);
        return isBack ? Kept.Change.RESTORED : change;
    }

    private Set<String> withdraw(Handle handle, long id) {
        return ArticleRow.withdraw(handle, id, now()) ? revise(handle, id, now()) : Set.of();
    }

    private static Set<String> revise(Handle handle, long id, Instant now) {
        Set<String> categories = ArticleRow.categories(handle, id);
        Numbering.revise(handle, categories, now);
        return categories;
    }

    private static Set<String> keys(ParsedArticle parsed, String listedAs) {
        return new TreeSet<>(List.of(parsed.key(), listedAs));
    }

    private static void remember(Handle handle, String source, String key, long id, String fingerprint) {
        boolean isKnown = handle.createUpdate("""
                        UPDATE article_key SET fingerprint = :fingerprint WHERE source = :source AND key = :key""")
                        .bind("source", source)
                        .bind("key", key)
                        .bind("fingerprint", fingerprint)
                        .execute()
                > 0;
        if (!isKnown) {
            insert(handle, source, key, id, fingerprint);
            Relatives.traceNumbers(handle, source, id, ArticleRow.published(handle, id), Set.of(key));
        }
    }

    private static void insert(Handle handle, String source, String key, long id, String fingerprint) {
        handle.execute(
                "INSERT INTO article_key (source, key, article_id, fingerprint) VALUES (?, ?, ?, ?)",
                source,
                key,
                id,
                fingerprint);
    }
}
