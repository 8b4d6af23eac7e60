package loa.store;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import loa.article.Body;
import loa.article.Byline;
import loa.article.Image;
import loa.article.ParsedArticle;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Keeps the operator's word above the portal's, and the portal's beside it, for the day on which the operator has none. */
final class Corrections {

    private final Map<Long, Correction> known = new ConcurrentHashMap<>();
    private final List<Correction> pending = new CopyOnWriteArrayList<>();

    /** Applies these and takes back all others. Gives those of articles that are not known. */
    List<Correction> replaceBy(Handle handle, List<Correction> corrections, Instant now) {
        List<Correction> unknown = new ArrayList<>();
        known.clear();
        for (Correction correction : corrections) {
            find(handle, correction).ifPresentOrElse(id -> known.put(id, correction), () -> unknown.add(correction));
        }
        pending.clear();
        pending.addAll(unknown);
        Set<Long> concerned = new TreeSet<>(known.keySet());
        concerned.addAll(handle.createQuery("SELECT article_id FROM article_said")
                .mapTo(Long.class)
                .list());
        concerned.forEach(id -> settle(handle, id, said(handle, id), now));
        return unknown;
    }

    /** What readers get of an article of which the portal says this now. */
    ParsedArticle shown(Handle handle, long id, ParsedArticle said) {
        Correction correction = known.get(id);
        if (correction == null) {
            return said;
        }
        keep(handle, id, said);
        return correction.applied(said);
    }

    /** The article is new: what the operator says of it beforehand counts from now on. */
    void added(Handle handle, long id, ParsedArticle said, Set<String> keys, Instant now) {
        List<Correction> concerning = pending.stream()
                .filter(correction -> Optional.ofNullable(correction.keys().get(said.source()))
                        .filter(keys::contains)
                        .isPresent())
                .toList();
        pending.removeAll(concerning);
        for (Correction correction : concerning) {
            known.put(id, correction);
            settle(handle, id, said(handle, id), now);
        }
    }

    /** Whether the operator has withdrawn it. */
    boolean isWithdrawn(long id) {
        Correction correction = known.get(id);
        return correction != null && correction.withdraw();
    }

    private static Optional<Long> find(Handle handle, Correction correction) {
        Optional<Long> byGuid = handle.createQuery("SELECT id FROM article WHERE guid = :guid")
                .bind("guid", correction.id())
                .mapTo(Long.class)
                .findOne();
        return byGuid.or(() -> correction.keys().entrySet().stream()
                .flatMap(key -> ArticleRow.find(handle, key.getKey(), key.getValue()).stream())
                .findFirst());
    }

    private void settle(Handle handle, long id, ParsedArticle said, Instant now) {
        Optional<Correction> correction = Optional.ofNullable(known.get(id));
        boolean wasWithdrawn = isWithdrawnByOperator(handle, id);
        if (correction.isPresent()) {
            keep(handle, id, said);
        } else {
            handle.execute("DELETE FROM article_said WHERE article_id = ?", id);
        }
        handle.execute(
                "UPDATE article SET pinned = ? WHERE id = ?",
                correction.map(Correction::pin).orElse(false),
                id);
        ParsedArticle shown = correction.map(one -> one.applied(said)).orElse(said);
        boolean changed = ArticleRow.update(handle, id, shown, now) != Kept.Change.NONE;
        Instant published = correction.map(Correction::published).orElse(Objects.requireNonNull(said.published()));
        changed |= ArticleRow.redate(handle, id, published, now);
        if (isWithdrawn(id)) {
            handle.execute("UPDATE article_said SET withdrawn = TRUE WHERE article_id = ?", id);
            changed |= ArticleRow.withdraw(handle, id, now);
        } else if (wasWithdrawn) {
            changed |= ArticleRow.restore(handle, id, now);
        }
        if (changed) {
            Numbering.revise(handle, ArticleRow.categories(handle, id), now);
        }
    }

    private static boolean isWithdrawnByOperator(Handle handle, long id) {
        return handle.createQuery("SELECT withdrawn FROM article_said WHERE article_id = :id")
                .bind("id", id)
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false);
    }

    /** Keeps what the portal says; of its date, what it said first. */
    private static void keep(Handle handle, long id, ParsedArticle said) {
        handle.createUpdate("""
                        INSERT INTO article_said (article_id, title, summary, author, credit, image, image_type,
                                                  image_length, published, withdrawn)
                        SELECT id, :title, :summary, :author, :credit, :image, :image_type, :image_length, published, FALSE
                        FROM article WHERE id = :id
                        ON CONFLICT (article_id) DO UPDATE
                        SET title = excluded.title, summary = excluded.summary, author = excluded.author,
                            credit = excluded.credit, image = excluded.image, image_type = excluded.image_type,
                            image_length = excluded.image_length""")
                .bindMap(ArticleRow.content(said))
                .bind("id", id)
                .execute();
    }

    /** What the portal says of an article that is kept. */
    private static ParsedArticle said(Handle handle, long id) {
        Set<String> categories = ArticleRow.categories(handle, id);
        boolean isKept = handle.createQuery("SELECT count(*) FROM article_said WHERE article_id = :id")
                        .bind("id", id)
                        .mapTo(Integer.class)
                        .one()
                > 0;
        String said = isKept ? "JOIN article_said s ON s.article_id = a.id" : "JOIN article s ON s.id = a.id";
        return handle.createQuery("""
                        SELECT a.source, a.link, s.title, s.summary, s.author, s.credit, s.image, s.image_type,
                               s.image_length, s.published, b.html
                        FROM article a %s JOIN article_body b ON b.article_id = a.id WHERE a.id = :id""".formatted(said))
                .bind("id", id)
                .map((row, context) -> said(row, categories))
                .one();
    }

    private static ParsedArticle said(ResultSet row, Set<String> categories) throws SQLException {
        return new ParsedArticle(
                row.getString("source"),
                "",
                URI.create(row.getString("link")),
                row.getString("title"),
                row.getString("summary"),
                Body.of(row.getString("html")),
                new Byline(row.getString("author"), row.getString("credit")),
                image(row),
                Instant.ofEpochMilli(row.getLong("published")),
                categories);
    }

    private static @Nullable Image image(ResultSet row) throws SQLException {
        String address = row.getString("image");
        return address == null
                ? null
                : new Image(URI.create(address), row.getString("image_type"), row.getLong("image_length"));
    }
}
