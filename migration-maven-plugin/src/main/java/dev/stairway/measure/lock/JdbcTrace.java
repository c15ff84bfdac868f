package dev.stairway.measure.lock;

import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.JdbcSession;
import dev.stairway.database.Session;
import dev.stairway.problem.ProblemException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Watches steps of a database that speaks JDBC, by what its product lets be seen. */
final class JdbcTrace implements LockTrace {

    private final JdbcDatabase database;
    private final Opening opening;
    private final String remedy;
    /** Null between steps. */
    private WatchedStep step;

    /** Begins to watch a step. */
    @FunctionalInterface
    interface Opening {

        /** @param raw connection of the step */
        WatchedStep open(JdbcDatabase database, Connection raw) throws SQLException;
    }

    /** @param remedy what to do when it cannot be watched */
    private JdbcTrace(JdbcDatabase database, Opening opening, String remedy) {
        this.database = database;
        this.opening = opening;
        this.remedy = remedy;
    }

    static JdbcTrace ofPostgres(JdbcDatabase database) {
        return new JdbcTrace(
                database,
                PostgresStep::open,
                "Check whether a migration ends other connections, uses them all up or locks the catalog");
    }

    static JdbcTrace ofSqlite(JdbcDatabase database) {
        return new JdbcTrace(
                database, (file, raw) -> SqliteStep.open(file), "Check whether another program has the database open");
    }

    @Override
    public void start(Session session) {
        JdbcSession jdbc = (JdbcSession) session;
        try {
            finish();
            step = opening.open(database, jdbc.raw());
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
        WatchedStep ended = step;
        step = null;
        return ended.end();
    }

    private ProblemException unwatched(SQLException e) {
        return ProblemException.setup(
                "The locks of a migration cannot be watched",
                database.url(),
                String.valueOf(e.getMessage()),
                remedy,
                e);
    }
}
