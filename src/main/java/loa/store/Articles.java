package loa.store;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import loa.article.Article;
import loa.article.Byline;
import loa.article.Category;
import loa.article.Image;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** What the store holds, as readers get it: by category, {@link Category#ALL} being every article's. */
public final class Articles {

    /** Articles in each document of an archive. */
    public static final int ARCHIVED = 50;

    private static final String ARTICLE = """
            SELECT a.id, a.guid, a.link, a.title, a.summary, a.author, a.credit, a.image, a.image_type, a.image_length,
                   a.published, a.updated, a.changed, b.html""";

    /** What is in a category, and its number there; in all categories together, what there is. */
    private static final String FILED =
            "(SELECT article_id, number, published, withdrawn FROM article_category WHERE category = :category) f";

    private static final String EVERY = "(SELECT id AS article_id, id AS number, published, withdrawn FROM article) f";

    /** In this order and no other: an index says which articles they are, and only those are looked up. */
    private static final String HEADERS = " CROSS JOIN article a ON a.id = f.article_id";

    private static final String BODIES = " CROSS JOIN article_body b ON b.article_id = a.id";

    private final Jdbi jdbi;

    Articles(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The newest articles of the category, the newest first. */
    public List<Article> newest(String category, int limit) {
        return articles(
                category,
                " WHERE f.withdrawn IS NULL ORDER BY f.published DESC, f.article_id DESC LIMIT :limit",
                query -> query.bind("limit", limit));
    }

    /**
     * The articles of one document of the category's archive, the newest first. Each document takes the next
     * {@value #ARCHIVED} in the order in which the category got them; once it has them, it gets no others.
     *
     * @param number of the document, from 1 on
     */
    public List<Article> archived(String category, int number) {
        return articles(
                category,
                " WHERE +f.withdrawn IS NULL AND f.number BETWEEN :first AND :last" // the number's index, not the
                        // state's
                        + " ORDER BY f.published DESC, f.article_id DESC",
                query -> query.bind("first", (number - 1L) * ARCHIVED + 1).bind("last", (long) number * ARCHIVED));
    }

    /** How many articles the category ever got; withdrawn ones count. */
    public int filed(String category) {
        return number(category, "SELECT coalesce(max(f.number), 0) FROM ", "");
    }

    /** How many articles the category holds. */
    public int count(String category) {
        return filed(category) - number(category, "SELECT count(*) FROM ", " WHERE f.withdrawn IS NOT NULL");
    }

    /** The articles of the category that were withdrawn last, the last first. */
    public List<Withdrawal> withdrawn(String category, int limit) {
        String which = " WHERE f.withdrawn IS NOT NULL ORDER BY f.withdrawn DESC, f.article_id DESC LIMIT :limit";
        return jdbi.withHandle(handle -> query(
                        handle, category, "SELECT a.guid, a.withdrawn, a.changed FROM ", HEADERS + which)
                .bind("limit", limit)
                .map((row, context) ->
                        new Withdrawal(row.getString("guid"), instant(row, "withdrawn"), row.getLong("changed")))
                .list());
    }

    /** The articles of the category that the operator wants first, the newest first. */
    public List<Article> pinned(String category) {
        String pinned = ARTICLE + " FROM article a" + BODIES + " CROSS JOIN ";
        String which = " ON f.article_id = a.id WHERE a.pinned AND +a.withdrawn IS NULL"
                + " ORDER BY a.published DESC, a.id DESC";
        return jdbi.withHandle(handle -> articles(handle, query(handle, category, pinned, which)));
    }

    /** The last states of what changed after the change of this number, in the order of their last changes. */
    public List<Change> changes(long since, int limit) {
        return jdbi.withHandle(handle -> {
            Query query = handle.createQuery(ARTICLE + ", a.changed_at, a.added, a.restored, a.withdrawn FROM article a"
                            + BODIES + " WHERE a.changed > :since ORDER BY a.changed LIMIT :limit")
                    .bind("since", since)
                    .bind("limit", limit);
            return changes(
                    handle, query.map((row, context) -> change(row, since)).list());
        });
    }

    /** The number of the last change of all, 0 if there was none. */
    public long lastChange() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT coalesce(max(changed), 0) FROM article")
                .mapTo(Long.class)
                .one());
    }

    /** When the change of this number was; empty if the same article has changed again since. */
    public Optional<Instant> changedAt(long change) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT changed_at FROM article WHERE changed = :change")
                .bind("change", change)
                .map((row, context) -> instant(row, "changed_at"))
                .findOne());
    }

    /** How often the category's articles changed, and when they last did. */
    public Revision revision(String category) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT revision, changed FROM category_revision WHERE category = :category")
                .bind("category", category)
                .map((row, context) -> new Revision(row.getLong("revision"), instant(row, "changed")))
                .findOne()
                .orElse(Revision.NONE));
    }

    /** The categories of each of these articles, in alphabetical order. */
    static Map<Long, List<String>> categories(Handle handle, List<Long> ids) {
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

    private List<Article> articles(String category, String which, UnaryOperator<Query> bindings) {
        return jdbi.withHandle(handle -> articles(
                handle, bindings.apply(query(handle, category, ARTICLE + " FROM ", HEADERS + BODIES + which))));
    }

    private static List<Article> articles(Handle handle, Query query) {
        List<Article> articles = query.map((row, context) -> article(row)).list();
        Map<Long, List<String>> categories =
                categories(handle, articles.stream().map(Article::id).toList());
        return articles.stream()
                .map(article -> article.in(categories.getOrDefault(article.id(), List.of())))
                .toList();
    }

    private static List<Change> changes(Handle handle, List<Change> changes) {
        List<Long> ids = changes.stream()
                .flatMap(change -> change.article().stream())
                .map(Article::id)
                .toList();
        Map<Long, List<String>> categories = categories(handle, ids);
        return changes.stream()
                .map(change -> new Change(
                        change.number(),
                        change.kind(),
                        change.guid(),
                        change.when(),
                        change.article().map(article -> article.in(categories.getOrDefault(article.id(), List.of())))))
                .toList();
    }

    private int number(String category, String what, String which) {
        return jdbi.withHandle(handle ->
                query(handle, category, what, which).mapTo(Integer.class).one());
    }

    private static Query query(Handle handle, String category, String before, String after) {
        return isAll(category)
                ? handle.createQuery(before + EVERY + after)
                : handle.createQuery(before + FILED + after).bind("category", category);
    }

    private static boolean isAll(String category) {
        return category.equals(Category.ALL);
    }

    private static Article article(ResultSet row) throws SQLException {
        String image = row.getString("image");
        return new Article(
                row.getLong("id"),
                row.getString("guid"),
                URI.create(row.getString("link")),
                row.getString("title"),
                row.getString("summary"),
                row.getString("html"),
                new Byline(row.getString("author"), row.getString("credit")),
                image == null
                        ? null
                        : new Image(URI.create(image), row.getString("image_type"), row.getLong("image_length")),
                instant(row, "published"),
                instant(row, "updated"),
                row.getLong("changed"),
                List.of());
    }

    private static Change change(ResultSet row, long since) throws SQLException {
        boolean isWithdrawn = row.getString("withdrawn") != null;
        return new Change(
                row.getLong("changed"),
                Change.Kind.of(since, row.getLong("added"), row.getLong("restored"), isWithdrawn),
                row.getString("guid"),
                instant(row, "changed_at"),
                isWithdrawn ? Optional.empty() : Optional.of(article(row)));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }
}
