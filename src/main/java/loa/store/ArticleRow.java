package loa.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import loa.article.Image;
import loa.article.ParsedArticle;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Writes what is kept of an article: its row, its body, its categories. */
final class ArticleRow {

    private ArticleRow() {}

    static long insert(Handle handle, String authority, ParsedArticle parsed, Set<String> keys, Instant now) {
        Instant published = parsed.published() == null || parsed.published().isAfter(now)
                ? now
                : parsed.published().truncatedTo(ChronoUnit.SECONDS);
        long change = Numbering.change(handle);
        Instant next = LookAgain.after(now, published, change); // it has no number of its own yet
        long id = handle.createQuery("""
                        INSERT INTO article (guid, source, link, title, summary, author, credit, image, image_type,
                                             image_length, published, first_seen, updated, changed, changed_at, added,
                                             content_hash, next_look)
                        VALUES (:guid, :source, :link, :title, :summary, :author, :credit, :image, :image_type,
                                :image_length, :published, :now, :updated, :changed, :now, :changed, :hash, :next)
                        RETURNING id""")
                .bindMap(content(parsed))
                .bind("guid", Numbering.mintGuid(handle, authority, parsed.source(), now))
                .bind("source", parsed.source())
                .bind("published", published.toEpochMilli())
                .bind("now", now.toEpochMilli())
                .bind("updated", Numbering.untied(handle, published))
                .bind("changed", change)
                .bind("next", next.toEpochMilli())
                .mapTo(Long.class)
                .one();
        handle.createUpdate("INSERT INTO article_body (article_id, html) VALUES (:id, :html)")
                .bind("id", id)
                .bind("html", parsed.body().html())
                .execute();
        Relatives.trace(handle, id, published, parsed, keys);
        return id;
    }

    static Kept.Change update(Handle handle, long id, ParsedArticle parsed, Instant now) {
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
        Numbering.change(handle, id, now);
        handle.createUpdate("UPDATE article_body SET html = :html WHERE article_id = :id")
                .bind("html", parsed.body().html())
                .bind("id", id)
                .execute();
        if (change == Kept.Change.UPDATED) {
            handle.createUpdate("UPDATE article SET updated = :updated WHERE id = :id")
                    .bind("updated", Numbering.untied(handle, now))
                    .bind("id", id)
                    .execute();
            Relatives.trace(handle, id, published(handle, id), parsed, Set.of());
        }
        return change;
    }

    static Instant published(Handle handle, long id) {
        return Instant.ofEpochMilli(handle.createQuery("SELECT published FROM article WHERE id = :id")
                .bind("id", id)
                .mapTo(Long.class)
                .one());
    }

    /** The article that the source knows by this key. */
    static Optional<Long> find(Handle handle, String source, String key) {
        return handle.createQuery("SELECT article_id FROM article_key WHERE source = :source AND key = :key")
                .bind("source", source)
                .bind("key", key)
                .mapTo(Long.class)
                .findOne();
    }

    /** The article was there: it is looked at again in due time. */
    static void seen(Handle handle, long id, Instant now) {
        handle.createUpdate("UPDATE article SET missing_since = NULL, next_look = :next WHERE id = :id")
                .bind("next", LookAgain.after(now, published(handle, id), id).toEpochMilli())
                .bind("id", id)
                .execute();
    }

    /** Whether it was not withdrawn yet. */
    static boolean withdraw(Handle handle, long id, Instant now) {
        boolean isGone = handle.execute(
                        "UPDATE article SET withdrawn = ? WHERE id = ? AND withdrawn IS NULL", now.toEpochMilli(), id)
                > 0;
        if (isGone) {
            handle.execute("UPDATE article_category SET withdrawn = ? WHERE article_id = ?", now.toEpochMilli(), id);
            Numbering.change(handle, id, now);
        }
        return isGone;
    }

    /** Whether it was withdrawn. */
    static boolean restore(Handle handle, long id, Instant now) {
        boolean isBack =
                handle.execute("UPDATE article SET withdrawn = NULL WHERE id = ? AND withdrawn IS NOT NULL", id) > 0;
        if (isBack) {
            handle.execute("UPDATE article_category SET withdrawn = NULL WHERE article_id = ?", id);
            handle.execute("UPDATE article SET restored = ? WHERE id = ?", Numbering.change(handle, id, now), id);
        }
        return isBack;
    }

    /** Whether it was dated otherwise. */
    static boolean redate(Handle handle, long id, Instant published, Instant now) {
        if (published(handle, id).equals(published)) {
            return false;
        }
        handle.execute("UPDATE article SET published = ? WHERE id = ?", published.toEpochMilli(), id);
        handle.execute("UPDATE article_category SET published = ? WHERE article_id = ?", published.toEpochMilli(), id);
        Numbering.change(handle, id, now);
        return true;
    }

    /** Whether the article was not in one of the categories yet. */
    static boolean file(Handle handle, long id, Collection<String> categories, Instant now) {
        boolean isAdded = place(handle, id, categories);
        if (isAdded) {
            Numbering.change(handle, id, now);
        }
        return isAdded;
    }

    /** The same, where that is no change of its own. */
    static boolean place(Handle handle, long id, Collection<String> categories) {
        int added = 0;
        for (String category : new TreeSet<>(categories)) {
            added += handle.createUpdate("""
                            INSERT INTO article_category (article_id, category, number, published, withdrawn)
                            SELECT id, :category,
                                   (SELECT coalesce(max(number), 0) + 1 FROM article_category WHERE category = :category),
                                   published, withdrawn
                            FROM article WHERE id = :id
                            ON CONFLICT (article_id, category) DO NOTHING""")
                    .bind("category", category)
                    .bind("id", id)
                    .execute();
        }
        return added > 0;
    }

    static Set<String> categories(Handle handle, long id) {
        return new TreeSet<>(Articles.categories(handle, List.of(id)).getOrDefault(id, List.of()));
    }

    private static Kept.Change change(String contentHash, String link, ParsedArticle now) {
        if (!contentHash.equals(now.contentHash())) {
            return Kept.Change.UPDATED;
        }
        return link.equals(now.link().toString()) ? Kept.Change.NONE : Kept.Change.MOVED;
    }

    static Map<String, @Nullable Object> content(ParsedArticle parsed) {
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
}
