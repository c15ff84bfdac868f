package dev.stairway.measure.lock;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.JdbcSession;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Runs steps on a database of its own and says what their trace has seen. */
public final class TracedSteps implements AutoCloseable {

    private final JdbcDatabase database;
    private final LockTrace trace;

    public TracedSteps(DatabaseServer server, String... setup) throws SQLException {
        database = (JdbcDatabase) server.fresh("locks");
        trace = LockTrace.on(database).orElseThrow();
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : setup) {
                statement.execute(sql);
            }
        }
    }

    /** What an engine does with its connection. */
    public interface Step {
        void run(JdbcSession session, Statement statement) throws SQLException;
    }

    public Connection connect() throws SQLException {
        return database.connect();
    }

    /** In one transaction. */
    public List<StatementTrace> inTransaction(String... sql) throws SQLException {
        return play(false, (session, statement) -> all(statement, sql));
    }

    /** Without a transaction around them. */
    public List<StatementTrace> alone(String... sql) throws SQLException {
        return play(true, (session, statement) -> all(statement, sql));
    }

    public List<StatementTrace> play(boolean autoCommit, Step step) throws SQLException {
        try (JdbcSession session = database.newSession()) {
            session.begin();
            trace.start(session);
            session.connection().setAutoCommit(autoCommit);
            try (Statement statement = session.connection().createStatement()) {
                step.run(session, statement);
            }
            if (!autoCommit) {
                session.connection().commit();
            }
            session.settle();
            return trace.stop(session);
        }
    }

    private static void all(Statement statement, String... sql) throws SQLException {
        for (String one : sql) {
            try (Statement closedByAnEngine = statement.getConnection().createStatement()) {
                closedByAnEngine.execute(one);
            }
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
