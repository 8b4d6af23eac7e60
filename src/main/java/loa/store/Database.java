package loa.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import loa.language.CannotStart;
import loa.language.Phrase;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jdbi.v3.core.Jdbi;

/** The SQLite file under a store: locked against other processes, its tables up to date. */
final class Database implements AutoCloseable {

    /** The last of the files that bring the tables up to date. */
    static final int NEWEST_MIGRATION = 9;

    private static final int CONNECTIONS = 4;

    private final StoreLock lock;
    private final HikariDataSource dataSource;

    private Database(StoreLock lock, HikariDataSource dataSource) {
        this.lock = lock;
        this.dataSource = dataSource;
    }

    /**
     * Opens the file, making it or bringing it up to date.
     *
     * @throws CannotStart if it is in use, not writable, not a store, or of a newer program
     */
    static Database open(Path file) {
        StoreLock lock = StoreLock.take(file);
        HikariDataSource dataSource = null;
        try {
            dataSource = connect(file);
            if (!isUpToDate(dataSource)) {
                migrate(dataSource);
            }
            releaseTasks(dataSource);
            return new Database(lock, dataSource);
        } catch (RuntimeException unusable) {
            if (dataSource != null) {
                dataSource.close();
            }
            lock.close();
            throw new CannotStart(reason(file, unusable));
        }
    }

    Jdbi jdbi() {
        return Jdbi.create(dataSource).setStatementBuilderFactory(new PreparedOnce.Factory());
    }

    DataSource dataSource() {
        return dataSource;
    }

    @Override
    public void close() {
        dataSource.close();
        lock.close();
    }

    private static HikariDataSource connect(Path file) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("store");
        config.setJdbcUrl("jdbc:sqlite:" + file);
        config.setMaximumPoolSize(CONNECTIONS);
        config.addDataSourceProperty("journal_mode", "WAL");
        config.addDataSourceProperty("synchronous", "FULL"); // an identity that was served must survive a power cut
        config.addDataSourceProperty("foreign_keys", "true");
        config.addDataSourceProperty("busy_timeout", "10000");
        config.addDataSourceProperty("transaction_mode", "IMMEDIATE");
        return new HikariDataSource(config);
    }

    /** Asked before Flyway is loaded, which takes longer than all else in opening a store. */
    private static boolean isUpToDate(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet applied = statement.executeQuery(
                        "SELECT max(CAST(version AS INTEGER)), min(success) FROM flyway_schema_history")) {
            return applied.next() && applied.getInt(1) == NEWEST_MIGRATION && applied.getBoolean(2);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private static void migrate(DataSource dataSource) {
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:loa/store")
                .ignoreMigrationPatterns(new String[0]) // one from the future means a newer program wrote this store
                .load()
                .migrate();
    }

    /** The lock is ours, so whoever had a task in hand is dead: it is due again at once. */
    private static void releaseTasks(DataSource dataSource) {
        Jdbi.create(dataSource)
                .useHandle(
                        handle -> handle.execute(
                                "UPDATE scheduled_tasks SET picked = 0, picked_by = NULL, last_heartbeat = NULL WHERE picked = 1"));
    }

    private static Phrase reason(Path file, RuntimeException unusable) {
        return unusable instanceof FlywayValidateException
                ? Phrase.of(
                        "the store %s was written by a newer Loa; run that version, or restore an older copy",
                        "kho dữ liệu %s do một bản Loa mới hơn ghi; hãy chạy bản đó, hoặc khôi phục bản sao cũ", file)
                : Phrase.of(
                        "cannot use the store %s: %s; restore a copy of it, or move it away to begin anew",
                        "không dùng được kho dữ liệu %s: %s; hãy khôi phục từ bản sao, hoặc chuyển nó đi nơi khác để bắt đầu lại",
                        file,
                        rootMessage(unusable));
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    }
}
