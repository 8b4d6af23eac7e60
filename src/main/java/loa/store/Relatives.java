package loa.store;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import loa.article.Body;
import loa.article.Likeness.Sighting;
import loa.article.ParsedArticle;
import loa.article.PlacedNumber;
import loa.article.Traces;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Finds kept articles that say nearly the same, or have the same number in their address, by look-ups in one index. */
final class Relatives {

    private static final int MOST = 8;
    private static final int MOST_NEAR = 10;
    private static final int MOST_LATEST = 5;
    private static final Duration NEAR = Duration.ofDays(1);
    private static final int NUMBER_WEIGHT = 100;

    /** A place is the articles' own if it has had this many different numbers, and at most one in so many was repeated. */
    private static final int FEWEST = 10;

    private static final int REPEATED = 50;

    private Relatives() {}

    /** The kept articles that are most like this one and may be it, those with its number first, then those of its time. */
    static List<Kin> of(Handle handle, ParsedArticle parsed, Set<String> keys) {
        Map<Long, Integer> found = new HashMap<>();
        Map<Long, Instant> dates = new HashMap<>();
        for (long trace :
                Traces.of(parsed.source(), parsed.title(), parsed.body().text())) {
            Set<Found> all = new HashSet<>(latest(handle, trace));
            if (parsed.published() != null) {
                all.addAll(near(handle, trace, parsed.published()));
            }
            all.forEach(one -> dates.put(one.article, one.published));
            all.stream().map(Found::article).distinct().forEach(id -> found.merge(id, 1, Integer::sum));
        }
        numbers(keys)
                .filter(number -> isOwn(handle, parsed.source(), number))
                .forEach(number -> latest(handle, Traces.of(parsed.source(), number))
                        .forEach(one -> found.merge(one.article, NUMBER_WEIGHT, Integer::sum)));
        Sighting sighting = new Sighting(parsed);
        return found.entrySet().stream()
                .sorted(Map.Entry.<Long, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(entry -> apart(dates.get(entry.getKey()), parsed.published()))
                        .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                .limit(MOST)
                .flatMap(entry ->
                        kin(handle, entry.getKey(), entry.getValue() >= NUMBER_WEIGHT, sighting::mayBe).stream())
                .toList();
    }

    /** The kept article of this number. */
    static Optional<Kin> kept(Handle handle, long id) {
        return kin(handle, id, true, (title, published) -> true);
    }

    /** Sees to it that the article is found by what it says now. */
    static void trace(Handle handle, long id, Instant published, ParsedArticle parsed) {
        trace(
                handle,
                id,
                published,
                Traces.of(parsed.source(), parsed.title(), parsed.body().text()));
    }

    /** Sees to it that the article is found by the numbers in this key. */
    static void traceNumbers(Handle handle, String source, long id, Instant published, Set<String> keys) {
        numbers(keys).distinct().forEach(number -> {
            long trace = Traces.of(source, number);
            List<Long> owners =
                    latest(handle, trace).stream().map(Found::article).toList();
            if (!owners.contains(id)) {
                count(handle, source, number.place(), !owners.isEmpty());
                trace(handle, id, published, List.of(trace));
            }
        });
    }

    private static Stream<PlacedNumber> numbers(Set<String> keys) {
        return keys.stream().flatMap(key -> PlacedNumber.in(key).stream());
    }

    static void trace(Handle handle, long id, Instant published, List<Long> traces) {
        var batch = handle.prepareBatch(
                "INSERT OR IGNORE INTO article_trace (trace, published, article_id) VALUES (?, ?, ?)");
        traces.forEach(trace -> batch.add(trace, published.toEpochMilli(), id));
        batch.execute();
    }

    private static void count(Handle handle, String source, String place, boolean isRepeat) {
        handle.createUpdate("""
                        INSERT INTO number_place (source, place, articles, repeats) VALUES (:source, :place, 1, :repeat)
                        ON CONFLICT (source, place) DO UPDATE
                        SET articles = articles + 1, repeats = repeats + excluded.repeats""")
                .bind("source", source)
                .bind("place", place)
                .bind("repeat", isRepeat ? 1 : 0)
                .execute();
    }

    private static boolean isOwn(Handle handle, String source, PlacedNumber number) {
        return handle.createQuery("""
                        SELECT count(*) FROM number_place
                        WHERE source = :source AND place = :place
                          AND articles >= :fewest AND repeats * :repeated <= articles""")
                        .bind("source", source)
                        .bind("place", number.place())
                        .bind("fewest", FEWEST)
                        .bind("repeated", REPEATED)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    private static List<Found> latest(Handle handle, long trace) {
        return between(handle, trace, Long.MIN_VALUE, Long.MAX_VALUE, "DESC", MOST_LATEST);
    }

    private static List<Found> near(Handle handle, long trace, Instant published) {
        long at = published.toEpochMilli();
        List<Found> near = new ArrayList<>();
        near.addAll(between(handle, trace, at - NEAR.toMillis(), at, "DESC", MOST_NEAR));
        near.addAll(between(handle, trace, at + 1, at + NEAR.toMillis(), "ASC", MOST_NEAR));
        return near;
    }

    private static List<Found> between(Handle handle, long trace, long from, long to, String order, int limit) {
        return handle.createQuery("""
                        SELECT article_id, published FROM article_trace
                        WHERE trace = :trace AND published BETWEEN :from AND :to ORDER BY published %s LIMIT :limit""".formatted(order))
                .bind("trace", trace)
                .bind("from", from)
                .bind("to", to)
                .bind("limit", limit)
                .map((row, context) -> new Found(row.getLong(1), Instant.ofEpochMilli(row.getLong(2))))
                .list();
    }

    private static Duration apart(@Nullable Instant one, @Nullable Instant other) {
        return one == null || other == null
                ? Duration.ZERO
                : Duration.between(one, other).abs();
    }

    /** @param isWanted says of title and date whether the text, which is costly, is to be read at all */
    private static Optional<Kin> kin(
            Handle handle, long id, boolean hasItsNumber, BiPredicate<String, @Nullable Instant> isWanted) {
        return handle.createQuery("""
                        SELECT a.link, a.title, a.published, a.first_seen, b.html
                        FROM article a JOIN article_body b ON b.article_id = a.id WHERE a.id = :id""")
                .bind("id", id)
                .map((row, context) -> kin(row, id, hasItsNumber, isWanted))
                .findOne()
                .flatMap(found -> found);
    }

    private static Optional<Kin> kin(
            ResultSet row, long id, boolean hasItsNumber, BiPredicate<String, @Nullable Instant> isWanted)
            throws SQLException {
        String title = row.getString("title");
        long dated = row.getLong("published");
        Instant published = dated == row.getLong("first_seen") ? null : Instant.ofEpochMilli(dated);
        if (!isWanted.test(title, published)) {
            return Optional.empty();
        }
        String text = Body.of(row.getString("html")).text();
        return Optional.of(new Kin(id, URI.create(row.getString("link")), hasItsNumber, title, text, published));
    }

    /** An article that a trace leads to, with its date. */
    private record Found(long article, Instant published) {}
}
