package loa.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import org.jdbi.v3.core.spi.JdbiPlugin;

/** Has a store die as a killed process does: after so many commits no statement does anything any more. */
public final class LastCommit implements JdbiPlugin {

    private int left;
    private boolean isDead;

    private LastCommit(int left) {
        this.left = left;
    }

    /** From now on the store makes so many changes durable, and then none. */
    public static LastCommit after(int commits, ArticleStore store) {
        LastCommit last = new LastCommit(commits);
        store.jdbi().installPlugin(last);
        return last;
    }

    /** Whether it came to that. */
    public boolean isDead() {
        return isDead;
    }

    @Override
    public Connection customizeConnection(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> call(connection, method, arguments));
    }

    private Object call(Connection connection, Method method, Object[] arguments) throws Throwable {
        boolean isCommit = method.getName().equals("commit");
        boolean isStatement = method.getName().equals("prepareStatement");
        boolean isChange = isStatement
                && connection.getAutoCommit()
                && !String.valueOf(arguments[0]).stripLeading().startsWith("SELECT");
        isDead |= (isCommit || isChange) && left-- == 0;
        if (isDead && (isCommit || isStatement)) {
            throw new SQLException("dead");
        }
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }
}
