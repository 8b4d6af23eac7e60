package loa.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import loa.language.Phrase;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** How the sources are and were: their states, the last runs of each, and the last changes of state. */
public final class Health {

    private static final int MOST_RUNS = 200;
    private static final int MOST_CHANGES = 1000;
    private static final Phrase NOTHING_YET = new Phrase("it has not been collected yet", "chưa thu thập lần nào");

    private final Jdbi jdbi;
    private final Clock clock;

    Health(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** These are the sources, in this order; what was known of others is forgotten. */
    public void watch(List<String> sources) {
        jdbi.useTransaction(handle -> {
            handle.execute("UPDATE source_health SET place = -1");
            for (int place = 0; place < sources.size(); place++) {
                handle.createUpdate("""
                                INSERT INTO source_health (source, place, state, since, english, vietnamese, failures, accepted)
                                VALUES (:source, :place, 'NEW', :now, :english, :vietnamese, 0, FALSE)
                                ON CONFLICT (source) DO UPDATE SET place = excluded.place""")
                        .bind("source", sources.get(place))
                        .bind("place", place)
                        .bind("now", now().toEpochMilli())
                        .bind("english", NOTHING_YET.english())
                        .bind("vietnamese", NOTHING_YET.vietnamese())
                        .execute();
            }
            handle.execute("DELETE FROM source_health WHERE place < 0");
        });
    }

    /** All sources, in the order of feeds.yml. */
    public List<SourceHealth> all() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT h.*, (SELECT last FROM numbering WHERE kind = 'guid ' || h.source) AS articles
                        FROM source_health h ORDER BY place""") // each article has a number of its own, and stays
                .map((row, context) -> health(row, runs(handle, row.getString("source"), 1)))
                .list());
    }

    /** When a run of the source succeeded last; empty if none did yet. */
    public Optional<Instant> lastSuccess(String source) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT last_success FROM source_health WHERE source = :source")
                        .bind("source", source)
                        .mapTo(Long.class)
                        .map(Optional::ofNullable)
                        .findOne()
                        .flatMap(last -> last)
                        .map(Instant::ofEpochMilli));
    }

    /** The last runs of a source, the latest first. */
    public List<SourceRun> runs(String source, int limit) {
        return jdbi.withHandle(handle -> runs(handle, source, limit));
    }

    /** The last changes of state of all sources, the latest first. */
    public List<StateChange> changes(int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM source_change ORDER BY id DESC LIMIT :limit")
                .bind("limit", limit)
                .map((row, context) -> new StateChange(
                        row.getLong("id"),
                        row.getString("source"),
                        SourceState.valueOf(row.getString("state")),
                        Instant.ofEpochMilli(row.getLong("changed")),
                        phrase(row)))
                .list());
    }

    /** Keeps what became of a run: of the state, since when it is so only if it is another than before. */
    public void ran(String source, SourceRun run, Phrase reason, Instant next) {
        jdbi.useTransaction(handle -> {
            Optional<String> before = handle.createQuery("SELECT state FROM source_health WHERE source = :source")
                    .bind("source", source)
                    .mapTo(String.class)
                    .findOne();
            boolean isOther = !before.equals(Optional.of(run.state().name()));
            update(handle, source, run, reason, next, isOther);
            if (isOther) {
                tell(handle, source, run.state(), reason);
            }
            append(handle, source, run);
        });
    }

    /** Whether the operator wants the next run of this source taken as it is. */
    public boolean isAccepted(String source) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT accepted FROM source_health WHERE source = :source")
                .bind("source", source)
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false));
    }

    /** The next run of this source is taken as it is. Says whether there was one held to say so of. */
    static boolean accept(Jdbi jdbi, String source) {
        return jdbi.withHandle(handle ->
                handle.execute("UPDATE source_health SET accepted = TRUE WHERE source = ? AND state = 'HELD'", source)
                        > 0);
    }

    private void update(Handle handle, String source, SourceRun run, Phrase reason, Instant next, boolean isOther) {
        handle.createUpdate("""
                        INSERT INTO source_health (source, place, state, since, english, vietnamese, last_success, next_run,
                                                   failures, accepted)
                        VALUES (:source, (SELECT count(*) FROM source_health), :state, :now, :english, :vietnamese,
                                CASE WHEN :success THEN :now END, :next, CASE WHEN :success THEN 0 ELSE 1 END, FALSE)
                        ON CONFLICT (source) DO UPDATE
                        SET state = excluded.state, since = CASE WHEN :other THEN :now ELSE since END,
                            english = excluded.english, vietnamese = excluded.vietnamese,
                            last_success = coalesce(excluded.last_success, last_success), next_run = excluded.next_run,
                            failures = CASE WHEN :success THEN 0 ELSE failures + 1 END,
                            accepted = CASE WHEN :success THEN FALSE ELSE accepted END""")
                .bind("source", source)
                .bind("state", run.state().name())
                .bind("now", now().toEpochMilli())
                .bind("english", reason.english())
                .bind("vietnamese", reason.vietnamese())
                .bind("next", next.toEpochMilli())
                .bind("success", run.state().isSuccess())
                .bind("other", isOther)
                .execute();
    }

    private void tell(Handle handle, String source, SourceState state, Phrase reason) {
        handle.execute(
                "INSERT INTO source_change (source, state, changed, english, vietnamese) VALUES (?, ?, ?, ?, ?)",
                source,
                state.name(),
                now().toEpochMilli(),
                reason.english(),
                reason.vietnamese());
        handle.execute("DELETE FROM source_change WHERE id <= (SELECT max(id) FROM source_change) - ?", MOST_CHANGES);
    }

    private static void append(Handle handle, String source, SourceRun run) {
        handle.execute(
                "INSERT INTO source_run (source, started, took, state, listed, added, updated, troubles)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                source,
                run.started().toEpochMilli(),
                run.took().toMillis(),
                run.state().name(),
                run.listed(),
                run.added(),
                run.updated(),
                run.troubles());
        handle.execute(
                "DELETE FROM source_run WHERE source = ? AND id <= (SELECT id FROM source_run WHERE source = ?"
                        + " ORDER BY id DESC LIMIT 1 OFFSET ?)",
                source,
                source,
                MOST_RUNS);
    }

    private static List<SourceRun> runs(Handle handle, String source, int limit) {
        return handle.createQuery("SELECT * FROM source_run WHERE source = :source ORDER BY id DESC LIMIT :limit")
                .bind("source", source)
                .bind("limit", limit)
                .map((row, context) -> new SourceRun(
                        Instant.ofEpochMilli(row.getLong("started")),
                        Duration.ofMillis(row.getLong("took")),
                        SourceState.valueOf(row.getString("state")),
                        row.getInt("listed"),
                        row.getInt("added"),
                        row.getInt("updated"),
                        row.getInt("troubles")))
                .list();
    }

    private static SourceHealth health(ResultSet row, List<SourceRun> runs) throws SQLException {
        return new SourceHealth(
                row.getString("source"),
                SourceState.valueOf(row.getString("state")),
                Instant.ofEpochMilli(row.getLong("since")),
                phrase(row),
                instant(row, "last_success"),
                instant(row, "next_run"),
                row.getInt("failures"),
                row.getBoolean("accepted"),
                row.getLong("articles"),
                runs.stream().findFirst());
    }

    private static Phrase phrase(ResultSet row) throws SQLException {
        return new Phrase(row.getString("english"), row.getString("vietnamese"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
