package dev.stairway.engine.liquibase;

import dev.stairway.database.JdbcSession;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.DatabaseException;

/**
 * The one connection object that Liquibase knows; the session behind it changes from step to step. Giving Liquibase a
 * new connection instead would make it ask for catalog, schema, version and reserved words again.
 */
final class SessionConnection extends JdbcConnection {

    private final Current current;
    private final String url;
    private final String product;
    private final int major;
    private final int minor;

    private SessionConnection(Current current, Connection delegating, String url) throws SQLException {
        super(delegating);
        this.current = current;
        this.url = url;
        DatabaseMetaData metaData = delegating.getMetaData();
        product = metaData.getDatabaseProductName();
        major = metaData.getDatabaseMajorVersion();
        minor = metaData.getDatabaseMinorVersion();
    }

    static SessionConnection of(JdbcSession session, String url) throws SQLException {
        Current current = new Current();
        current.session = session;
        ClassLoader loader = SessionConnection.class.getClassLoader();
        Object delegating = Proxy.newProxyInstance(loader, new Class<?>[] {Connection.class}, (proxy, method, args) -> {
            try {
                return method.invoke(current.session.connection(), args);
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        });
        return new SessionConnection(current, (Connection) delegating, url);
    }

    /** Works through another session from now on; auto-commit is as Liquibase wants it, off. */
    void use(JdbcSession session) throws SQLException {
        current.session = session;
        if (session.connection().getAutoCommit()) {
            session.connection().setAutoCommit(false);
        }
    }

    /**
     * Ends what an earlier step left open: Liquibase rolls back after it has asked its preconditions, which must not reach
     * further back than this step.
     */
    void startStep() throws SQLException {
        session().connection().setAutoCommit(true);
        session().connection().setAutoCommit(false);
    }

    JdbcSession session() {
        return current.session;
    }

    /** Lets go of the session, which the runner is about to close. */
    void forget() {
        current.session = null;
    }

    // What every step calls, without the detour over the delegating connection.

    @Override
    public Statement createStatement() throws DatabaseException {
        return asked(Connection::createStatement);
    }

    @Override
    public boolean getAutoCommit() throws DatabaseException {
        return asked(Connection::getAutoCommit);
    }

    @Override
    public void setAutoCommit(boolean on) throws DatabaseException {
        told(connection -> connection.setAutoCommit(on));
    }

    @Override
    public void commit() throws DatabaseException {
        told(connection -> {
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        });
    }

    @Override
    public void rollback() throws DatabaseException {
        told(connection -> {
            if (!connection.isClosed() && !connection.getAutoCommit()) {
                connection.rollback();
            }
        });
    }

    private <T> T asked(Question<T> question) throws DatabaseException {
        try {
            return question.ask(current.session.connection());
        } catch (SQLException failed) {
            throw new DatabaseException(failed);
        }
    }

    private void told(Order order) throws DatabaseException {
        try {
            order.give(current.session.connection());
        } catch (SQLException failed) {
            throw new DatabaseException(failed);
        }
    }

    @FunctionalInterface
    private interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }

    @FunctionalInterface
    private interface Order {
        void give(Connection connection) throws SQLException;
    }

    @Override
    public Connection getUnderlyingConnection() {
        return current.session.connection();
    }

    @Override
    public String getURL() {
        return url;
    }

    @Override
    public String getDatabaseProductName() {
        return product;
    }

    @Override
    public int getDatabaseMajorVersion() {
        return major;
    }

    @Override
    public int getDatabaseMinorVersion() {
        return minor;
    }

    /** The session belongs to the runner. */
    @Override
    public void close() {}

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    private static final class Current {
        private JdbcSession session;
    }
}
