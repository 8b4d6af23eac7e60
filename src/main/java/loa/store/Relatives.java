package loa.store;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loa.article.Body;
import loa.article.Likeness.Sighting;
import loa.article.ParsedArticle;
import loa.article.PlacedNumber;
import loa.article.Traces;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Finds kept articles that say nearly the same, or have the same number in their address, by look-ups in one index. */
final class Relatives {

    private static final int MOST = 8;

    private static final String LATEST = with("", "DESC LIMIT 5");
    private static final String BEFORE = with("AND published BETWEEN ? AND ?", "DESC LIMIT 10");
    private static final String AFTER = with("AND published BETWEEN ? AND ?", "ASC LIMIT 10");
    private static final String ALSO = " UNION ALL ";

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
        List<Long> traces =
                Traces.of(parsed.source(), parsed.title(), parsed.body().text());
        for (Map<Long, Instant> articles :
                with(handle, traces, parsed.published()).values()) {
            articles.keySet().forEach(id -> found.merge(id, 1, Integer::sum));
            dates.putAll(articles);
        }
        for (PlacedNumber number : own(handle, parsed.source(), numbers(keys).toList())) {
            latest(handle, Traces.of(parsed.source(), number))
                    .forEach(id -> found.merge(id, NUMBER_WEIGHT, Integer::sum));
        }
        List<Long> likeliest = found.entrySet().stream()
                .sorted(Map.Entry.<Long, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(entry -> apart(dates.get(entry.getKey()), parsed.published()))
                        .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                .limit(MOST)
                .map(Map.Entry::getKey)
                .toList();
        Map<Long, Header> headers = headers(handle, likeliest);
        Sighting sighting = new Sighting(parsed);
        return likeliest.stream()
                .map(headers::get)
                .filter(header -> sighting.mayBe(header.title, header.published))
                .map(header -> kin(handle, header, found.getOrDefault(header.id, 0) >= NUMBER_WEIGHT))
                .toList();
    }

    /** The kept article of this number. */
    static Optional<Kin> kept(Handle handle, long id) {
        return headers(handle, List.of(id)).values().stream().findFirst().map(header -> kin(handle, header, true));
    }

    /** Sees to it that the article is found by what it says now, and by the numbers in these keys. */
    static void trace(Handle handle, long id, Instant published, ParsedArticle parsed, Set<String> keys) {
        List<Long> traces = new ArrayList<>(
                Traces.of(parsed.source(), parsed.title(), parsed.body().text()));
        traces.addAll(counted(handle, parsed.source(), id, keys));
        trace(handle, id, published, traces);
    }

    /** Sees to it that the article is found by the numbers in these keys. */
    static void traceNumbers(Handle handle, String source, long id, Instant published, Set<String> keys) {
        trace(handle, id, published, counted(handle, source, id, keys));
    }

    /** The traces of the numbers in these keys that the article did not have; where they stand is counted. */
    private static List<Long> counted(Handle handle, String source, long id, Set<String> keys) {
        List<Long> traces = new ArrayList<>();
        numbers(keys).distinct().forEach(number -> {
            long trace = Traces.of(source, number);
            Set<Long> owners = latest(handle, trace);
            if (!owners.contains(id)) {
                count(handle, source, number.place(), !owners.isEmpty());
                traces.add(trace);
            }
        });
        return traces;
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

    /** Those of the numbers that stand where only articles' own numbers stand. */
    private static List<PlacedNumber> own(Handle handle, String source, List<PlacedNumber> numbers) {
        if (numbers.isEmpty()) {
            return numbers;
        }
        Set<String> places = handle.createQuery("""
                        SELECT place FROM number_place
                        WHERE source = :source AND place IN (<places>)
                          AND articles >= :fewest AND repeats * :repeated <= articles""")
                .bind("source", source)
                .bindList("places", numbers.stream().map(PlacedNumber::place).toList())
                .bind("fewest", FEWEST)
                .bind("repeated", REPEATED)
                .mapTo(String.class)
                .set();
        return numbers.stream()
                .filter(number -> places.contains(number.place()))
                .toList();
    }

    private static Set<Long> latest(Handle handle, long trace) {
        return with(handle, List.of(trace), null).getOrDefault(trace, Map.of()).keySet();
    }

    /**
     * The articles with each of these traces and their dates, in one question: the latest, and those nearest in time.
     *
     * @param published null if it does not matter
     */
    private static Map<Long, Map<Long, Instant>> with(Handle handle, List<Long> traces, @Nullable Instant published) {
        String question = published == null ? LATEST : LATEST + ALSO + BEFORE + ALSO + AFTER;
        Query query = handle.createQuery(String.join(ALSO, Collections.nCopies(traces.size(), question)));
        int place = 0;
        for (long trace : traces) {
            query.bind(place++, trace);
            if (published != null) {
                long at = published.toEpochMilli();
                query.bind(place++, trace).bind(place++, at - NEAR.toMillis()).bind(place++, at);
                query.bind(place++, trace).bind(place++, at + 1).bind(place++, at + NEAR.toMillis());
            }
        }
        Map<Long, Map<Long, Instant>> found = new HashMap<>();
        query.map((row, context) -> new Found(row.getLong(1), row.getLong(2), Instant.ofEpochMilli(row.getLong(3))))
                .forEach(one -> found.computeIfAbsent(one.trace, first -> new HashMap<>())
                        .put(one.article, one.published));
        return found;
    }

    private static String with(String condition, String order) {
        return """
                SELECT * FROM (SELECT trace, article_id, published FROM article_trace
                               WHERE trace = ? %s ORDER BY published %s)""".formatted(condition, order);
    }

    private static Duration apart(@Nullable Instant one, @Nullable Instant other) {
        return one == null || other == null
                ? Duration.ZERO
                : Duration.between(one, other).abs();
    }

    private static Map<Long, Header> headers(Handle handle, List<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : handle.createQuery("SELECT id, link, title, published, first_seen FROM article WHERE id IN (<ids>)")
                        .bindList("ids", ids)
                        .map((row, context) -> new Header(row))
                        .collect(Collectors.toMap(header -> header.id, header -> header));
    }

    private static Kin kin(Handle handle, Header header, boolean hasItsNumber) {
        String html = handle.createQuery("SELECT html FROM article_body WHERE article_id = :id")
                .bind("id", header.id)
                .mapTo(String.class)
                .one();
        return new Kin(header.id, header.link, hasItsNumber, header.title, Body.of(html), header.published);
    }

    private record Found(long trace, long article, Instant published) {}

    /** A kept article without its text, which is costly. */
    private record Header(
            long id, URI link, String title, @Nullable Instant published) {

        Header(ResultSet row) throws SQLException {
            this(row.getLong("id"), URI.create(row.getString("link")), row.getString("title"), published(row));
        }

        /** As the source dated it. */
        private static @Nullable Instant published(ResultSet row) throws SQLException {
            long dated = row.getLong("published");
            return dated == row.getLong("first_seen") ? null : Instant.ofEpochMilli(dated);
        }
    }
}
