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
                   a.published, a.updated, a.changed, b.html
            FROM article a JOIN article_body b ON b.article_id = a.id""";

    private static final String FILED = " JOIN article_category c ON c.article_id = a.id AND c.category = :category";

    private final Jdbi jdbi;

    Articles(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The newest articles of the category, the newest first. */
    public List<Article> newest(String category, int limit) {
        String order = isAll(category) ? "a.published DESC, a.id DESC" : "c.published DESC, c.article_id DESC";
        return articles(
                category,
                " WHERE a.withdrawn IS NULL ORDER BY " + order + " LIMIT :limit",
                query -> query.bind("limit", limit));
    }

    /**
     * The articles of one document of the category's archive, the newest first. Each document takes the next
     * {@value #ARCHIVED} in the order in which the category got them; once it has them, it gets no others.
     *
     * @param number of the document, from 1 on
     */
    public List<Article> archived(String category, int number) {
        String place = isAll(category) ? "a.id" : "c.number";
        return articles(
                category,
                " WHERE a.withdrawn IS NULL AND " + place
                        + " BETWEEN :first AND :last ORDER BY a.published DESC, a.id DESC",
                query -> query.bind("first", (number - 1L) * ARCHIVED + 1).bind("last", (long) number * ARCHIVED));
    }

    /** How many articles the category ever got; withdrawn ones count. */
    public int filed(String category) {
        return number(
                category,
                isAll(category)
                        ? "SELECT coalesce(max(id), 0) FROM article"
                        : "SELECT coalesce(max(number), 0) FROM article_category WHERE category = :category");
    }

    /** How many articles the category holds. */
    public int count(String category) {
        String filed = isAll(category) ? "" : FILED;
        return number(category, "SELECT count(*) FROM article a" + filed + " WHERE a.withdrawn IS NULL");
    }

    /** The articles of the category that were withdrawn last, the last first. */
    public List<Withdrawal> withdrawn(String category, int limit) {
        return jdbi.withHandle(handle -> query(
                        handle,
                        category,
                        "SELECT a.guid, a.withdrawn, a.changed FROM article a" + (isAll(category) ? "" : FILED)
                                + " WHERE a.withdrawn IS NOT NULL ORDER BY a.withdrawn DESC, a.id DESC LIMIT :limit")
                .bind("limit", limit)
                .map((row, context) ->
                        new Withdrawal(row.getString("guid"), instant(row, "withdrawn"), row.getLong("changed")))
                .list());
    }

    /** The articles of the category that the operator wants first, the newest first. */
    public List<Article> pinned(String category) {
        return articles(
                category,
                " WHERE a.withdrawn IS NULL AND a.pinned ORDER BY a.published DESC, a.id DESC",
                query -> query);
    }

    /** The last states of what changed after the change of this number, in the order of their last changes. */
    public List<Change> changes(long since, int limit) {
        Map<Long, Article> there = new HashMap<>();
        articles(
                        Category.ALL,
                        " WHERE a.changed > :since AND a.withdrawn IS NULL ORDER BY a.changed LIMIT :limit",
                        query -> query.bind("since", since).bind("limit", limit))
                .forEach(article -> there.put(article.changed(), article));
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT guid, changed, changed_at, added, restored, withdrawn FROM article
                        WHERE changed > :since ORDER BY changed LIMIT :limit""")
                .bind("since", since)
                .bind("limit", limit)
                .map((row, context) -> change(row, since, there))
                .filter(change -> change.kind() == Change.Kind.WITHDRAWN
                        || change.article().isPresent()) // else it has changed again, and comes later
                .list());
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
        return jdbi.withHandle(handle -> {
            Query query = query(handle, category, ARTICLE + (isAll(category) ? "" : FILED) + which);
            List<Article> articles =
                    bindings.apply(query).map((row, context) -> article(row)).list();
            Map<Long, List<String>> categories =
                    categories(handle, articles.stream().map(Article::id).toList());
            return articles.stream()
                    .map(article -> article.in(categories.getOrDefault(article.id(), List.of())))
                    .toList();
        });
    }

    private int number(String category, String sql) {
        return jdbi.withHandle(
                handle -> query(handle, category, sql).mapTo(Integer.class).one());
    }

    private static Query query(Handle handle, String category, String sql) {
        Query query = handle.createQuery(sql);
        return isAll(category) ? query : query.bind("category", category);
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

    private static Change change(ResultSet row, long since, Map<Long, Article> there) throws SQLException {
        long number = row.getLong("changed");
        boolean isWithdrawn = row.getString("withdrawn") != null;
        return new Change(
                number,
                Change.Kind.of(since, row.getLong("added"), row.getLong("restored"), isWithdrawn),
                row.getString("guid"),
                instant(row, "changed_at"),
                Optional.ofNullable(there.get(number)));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }
}
