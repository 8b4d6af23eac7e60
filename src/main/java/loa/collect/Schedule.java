package loa.collect;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import loa.source.Source;

/**
 * Runs each source at its pace; the store remembers when each is due. A source that never ran, or of which feeds.yml says
 * something else than when it ran, is due at once.
 */
public final class Schedule implements AutoCloseable {

    private static final int MOST_THREADS = 4;
    private static final Duration POLLING = Duration.ofSeconds(1);
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final int MISSED_HEARTBEATS = 6;
    private static final Duration DRAIN = Duration.ofSeconds(20);

    private final Scheduler scheduler;

    /**
     * @param dataSource of the store, which holds the table of what is due
     * @param collect collects a source
     */
    public Schedule(DataSource dataSource, List<Source> sources, Consumer<Source> collect) {
        List<RecurringTask<Void>> tasks = sources.stream()
                .map(source -> Tasks.recurring(
                                "collect " + source.name() + " " + source.fingerprint(), FixedDelay.of(source.every()))
                        .execute((instance, context) -> collect.accept(source)))
                .toList();
        this.scheduler = Scheduler.create(dataSource)
                .startTasks(tasks)
                .threads(Math.max(1, Math.min(MOST_THREADS, sources.size())))
                .pollingInterval(POLLING)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(DRAIN)
                .build();
    }

    public void start() {
        scheduler.start();
    }

    /** Starts nothing more, and waits a while for what is running. */
    @Override
    public void close() {
        scheduler.stop();
    }
}
