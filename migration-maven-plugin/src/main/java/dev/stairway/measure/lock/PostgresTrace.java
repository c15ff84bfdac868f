package dev.stairway.measure.lock;

import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.JdbcSession;
import dev.stairway.database.Session;
import dev.stairway.problem.ProblemException;
import java.sql.SQLException;
import java.util.List;

/**
 * From the step's own transaction, where every lock can still be seen after each statement, since all are kept to the end:
 * https://www.postgresql.org/docs/current/explicit-locking.html. What is waited for, and what runs outside a transaction, is
 * seen by a second connection.
 */
final class PostgresTrace implements LockTrace {

    private final JdbcDatabase database;
    /** Null between steps. */
    private PostgresStep step;

    PostgresTrace(JdbcDatabase database) {
        this.database = database;
    }

    @Override
    public void start(Session session) {
        JdbcSession jdbc = (JdbcSession) session;
        try {
            finish();
            step = PostgresStep.open(database, jdbc.raw());
        } catch (SQLException e) {
            throw unwatched(e);
        }
        jdbc.observe(step);
    }

    @Override
    public List<StatementTrace> stop(Session session) {
        ((JdbcSession) session).observe(JdbcSession.Observer.NONE);
        try {
            return finish();
        } catch (SQLException e) {
            throw unwatched(e);
        }
    }

    @Override
    public void abandon() {
        try {
            finish();
        } catch (SQLException unimportant) {
            // Something else has gone wrong before, which is being told.
            return;
        }
    }

    /** Also of a step that failed, after which nobody has asked. */
    private List<StatementTrace> finish() throws SQLException {
        if (step == null) {
            return List.of();
        }
        PostgresStep ended = step;
        step = null;
        return ended.end();
    }

    private ProblemException unwatched(SQLException e) {
        return ProblemException.setup(
                "The locks of a migration cannot be watched",
                database.url(),
                String.valueOf(e.getMessage()),
                "Check whether a migration ends other connections, uses them all up or locks the catalog",
                e);
    }
}
