package loa.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;
import loa.article.Category;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Gives what is given only once: identities, numbers of changes, and the seconds at which articles are updated. */
final class Numbering {

    private static final String CHANGES = "changes";
    private static final long TIE_BREAK_MILLIS = 1000;

    private Numbering() {}

    /** A tag URI (RFC 4151) that is never given again. */
    static String mintGuid(Handle handle, String authority, String source, Instant now) {
        long number = next(handle, "guid " + source);
        return "tag:" + authority + "," + LocalDate.ofInstant(now, ZoneOffset.UTC) + ":" + source + "/" + number;
    }

    /** The number of a change that is being made. */
    static long change(Handle handle) {
        return next(handle, CHANGES);
    }

    /** Numbers a change of this article. */
    static long change(Handle handle, long id, Instant now) {
        long change = change(handle);
        handle.createUpdate("UPDATE article SET changed = :changed, changed_at = :now WHERE id = :id")
                .bind("changed", change)
                .bind("now", now.toEpochMilli())
                .bind("id", id)
                .execute();
        return change;
    }

    /** Counts a change of these categories, and of all together. */
    static void revise(Handle handle, Set<String> categories, Instant now) {
        Set<String> revised = new TreeSet<>(categories);
        revised.add(Category.ALL);
        PreparedBatch revisions = handle.prepareBatch("""
                INSERT INTO category_revision (category, revision, changed) VALUES (?, 1, ?)
                ON CONFLICT (category) DO UPDATE
                SET revision = category_revision.revision + 1, changed = max(category_revision.changed, excluded.changed)""");
        revised.forEach(category -> revisions.add(category, now.toEpochMilli()));
        revisions.execute();
    }

    /**
     * The first second from the wanted one on, in milliseconds, at which no article was updated: portals give minutes, and
     * Atom wants no two entries updated at once.
     */
    static long untied(Handle handle, Instant wanted) {
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

    private static long next(Handle handle, String kind) {
        return handle.createQuery("""
                        INSERT INTO numbering (kind, last) VALUES (:kind, 1)
                        ON CONFLICT (kind) DO UPDATE SET last = numbering.last + 1
                        RETURNING last""").bind("kind", kind).mapTo(Long.class).one();
    }
}
