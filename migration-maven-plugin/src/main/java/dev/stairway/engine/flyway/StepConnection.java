package dev.stairway.engine.flyway;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * One of Flyway's connections. Its end of a transaction is passed on, its return to auto-commit mode only when something of
 * the migration's own runs in that mode: done at once it would make permanent what the runner still wants to look at.
 */
final class StepConnection implements InvocationHandler {

    /** Flyway asks it by a prepared statement before each script; the statements of a script are never prepared. */
    private static final String ASKED_ASIDE = "SELECT version()";

    private final StepSource source;
    private boolean autoCommit = true;
    private boolean closed;

    private StepConnection(StepSource source) {
        this.source = source;
    }

    static Connection over(StepSource source) {
        return (Connection) Reflect.instance(Connection.class, new StepConnection(source));
    }

    @Override
    public Object invoke(Object self, Method method, Object[] arguments) throws Throwable {
        switch (method.getName()) {
            case "getAutoCommit":
                return autoCommit;
            case "setAutoCommit":
                setAutoCommit((Boolean) arguments[0]);
                return null;
            case "commit":
                commit();
                return null;
            case "rollback":
                return autoCommit ? null : Reflect.pass(source.connection(), method, arguments);
            case "close":
                closed = true;
                return null;
            case "isClosed":
                return closed;
            case "createStatement", "prepareStatement", "prepareCall":
                source.goOn();
                if (arguments.length > 0 && ASKED_ASIDE.equals(arguments[0])) {
                    source.askAside();
                }
                source.connection().setAutoCommit(autoCommit && source.isWorking());
                return Reflect.pass(source.connection(), method, arguments);
            default:
                return Reflect.pass(source.connection(), method, arguments);
        }
    }

    private void setAutoCommit(boolean on) throws SQLException {
        autoCommit = on;
        if (!on || source.isWorking()) {
            source.connection().setAutoCommit(on);
        }
    }

    private void commit() throws SQLException {
        if (source.hasWorked() && !source.connection().getAutoCommit()) {
            source.connection().commit();
        }
    }
}
