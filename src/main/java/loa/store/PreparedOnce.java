package loa.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementBuilder;
import org.jdbi.v3.core.statement.StatementBuilderFactory;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Statements that are prepared once for each connection of the pool and then used again: to read and plan a question costs
 * SQLite more than to answer it by a look-up. One that is in use is nobody else's meanwhile.
 */
final class PreparedOnce extends DefaultStatementBuilder {

    private static final int MOST = 100;

    /** Longer ones have lists of some length in them, which hardly ever comes again. */
    private static final int LONGEST = 4000;

    /** The one first that was not used for the longest time. */
    private final Map<String, PreparedStatement> idle = new LinkedHashMap<>();

    /** What was prepared for each of those that are in use. */
    private final IdentityHashMap<Statement, String> used = new IdentityHashMap<>();

    private final Connection connection;

    private PreparedOnce(Connection connection) {
        this.connection = connection;
    }

    /** One for each connection to the database, however often the pool lends it. */
    static final class Factory implements StatementBuilderFactory {

        private final Deque<PreparedOnce> known = new ArrayDeque<>();

        @Override
        public synchronized StatementBuilder createStatementBuilder(Connection lent) {
            try {
                Connection connection = lent.unwrap(Connection.class);
                for (Iterator<PreparedOnce> each = known.iterator(); each.hasNext(); ) {
                    PreparedOnce statements = each.next();
                    if (statements.connection == connection) {
                        return statements;
                    } else if (statements.connection.isClosed()) {
                        each.remove();
                    }
                }
                PreparedOnce statements = new PreparedOnce(connection);
                known.add(statements);
                return statements;
            } catch (SQLException broken) {
                throw new IllegalStateException(broken);
            }
        }
    }

    @Override
    public PreparedStatement create(Connection lent, String sql, StatementContext context) throws SQLException {
        PreparedStatement known = idle.remove(sql);
        PreparedStatement statement = known == null ? super.create(connection, sql, context) : known;
        if (sql.length() <= LONGEST) {
            used.put(statement, sql);
        }
        return statement;
    }

    /** @param written with named parameters, unlike what was prepared */
    @Override
    public void close(Connection lent, String written, Statement statement) throws SQLException {
        String sql = used.remove(statement);
        if (sql == null) {
            super.close(lent, written, statement);
            return;
        }
        PreparedStatement former = idle.put(sql, (PreparedStatement) statement);
        if (former != null) {
            former.close();
        } else if (idle.size() > MOST) {
            Iterator<PreparedStatement> eldest = idle.values().iterator();
            eldest.next().close();
            eldest.remove();
        }
    }
}
