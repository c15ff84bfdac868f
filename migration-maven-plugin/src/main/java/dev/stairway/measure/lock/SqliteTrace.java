package dev.stairway.measure.lock;

import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.JdbcSession;
import dev.stairway.database.Session;
import dev.stairway.problem.ProblemException;
import java.sql.SQLException;
import java.util.List;

/**
 * SQLite locks the database as a whole: one writer at a time, and in the rollback modes no reader while its changes go into
 * the file. A second connection that never waits tries after each statement whether it may write, and whether it may read.
 *
 * @see <a href="https://sqlite.org/lockingv3.html">File Locking And Concurrency</a>
 * @see <a href="https://sqlite.org/wal.html#concurrency">Write-Ahead Logging, Concurrency</a>
 */
final class SqliteTrace implements LockTrace {

    private final JdbcDatabase database;
    /** Null between steps. */
    private SqliteStep step;

    SqliteTrace(JdbcDatabase database) {
        this.database = database;
    }

    @Override
    public void start(Session session) {
        JdbcSession jdbc = (JdbcSession) session;
        try {
            finish();
            step = SqliteStep.open(database);
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
        SqliteStep ended = step;
        step = null;
        return ended.end();
    }

    private ProblemException unwatched(SQLException e) {
        return ProblemException.setup(
                "The locks of a migration cannot be watched",
                database.url(),
                String.valueOf(e.getMessage()),
                "Check whether another program has the database open",
                e);
    }
}
