package dev.stairway.fault.postgres;

import dev.stairway.database.Database;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.fault.Injection;
import dev.stairway.fault.WatchedSessions;
import dev.stairway.problem.ProblemException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * A session that holds the table into which the engine writes its history, and then wants a table that the migration has
 * locked. Who has waited longer looks for a deadlock first and is its victim, and that is the migration:
 * https://www.postgresql.org/docs/current/runtime-config-locks.html#GUC-DEADLOCK-TIMEOUT
 */
final class DeadlockInjection implements Injection {

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final long PATIENCE_SECONDS = 5;

    /** A table that a session has locked which waits for this one. */
    private static final String WANTED = """
            SELECT pg_catalog.format('%I.%I', n.nspname, c.relname)
              FROM pg_catalog.pg_stat_activity a
              JOIN pg_catalog.pg_locks l ON l.pid = a.pid AND l.granted AND l.locktype = 'relation'
              JOIN pg_catalog.pg_class c ON c.oid = l.relation AND c.relkind = 'r'
              JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
             WHERE a.datname = pg_catalog.current_database()
               AND pg_catalog.pg_backend_pid() = ANY (pg_catalog.pg_blocking_pids(a.pid))
               AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%'
               AND pg_catalog.lower(c.relname) <> ALL (?)
             LIMIT 1
            """;

    private final JdbcDatabase straight;
    private final WatchedSessions database;
    private final Set<String> history;
    private final AtomicBoolean over = new AtomicBoolean();
    private final Waits waits;
    private Thread other;

    DeadlockInjection(JdbcDatabase database, Set<String> history) {
        this.straight = database;
        this.database = new WatchedSessions(database);
        this.history = history;
        this.waits = new Waits(database);
    }

    @Override
    public Database database() {
        return database;
    }

    /** Returns when the other session holds the history. */
    @Override
    public void strike() throws SQLException {
        Connection connection = straight.connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET deadlock_timeout = '1min'");
            statement.execute("SET lock_timeout = '" + PATIENCE_SECONDS + "s'");
            connection.setAutoCommit(false);
            List<String> tables = Tables.named(connection, history);
            if (!tables.isEmpty()) {
                statement.execute("LOCK TABLE " + String.join(", ", tables) + " IN SHARE MODE");
            }
        }
        waits.begin(database);
        other = new Thread(() -> cross(connection), "stairway-deadlock");
        other.setDaemon(true);
        other.start();
    }

    private void cross(Connection connection) {
        try (connection;
                Statement statement = connection.createStatement()) {
            Optional<String> wanted = awaitWanted(connection);
            if (wanted.isPresent()) {
                statement.execute("LOCK TABLE " + wanted.get() + " IN ACCESS EXCLUSIVE MODE");
            }
            connection.rollback();
        } catch (SQLException ended) {
            // Its own end, one way or the other, is nobody's concern; its locks are gone with it.
            return;
        }
    }

    private Optional<String> awaitWanted(Connection connection) throws SQLException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        Optional<String> wanted = wanted(connection);
        while (wanted.isEmpty() && !over.get() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(PAUSE_NANOS);
            wanted = wanted(connection);
        }
        return wanted;
    }

    private Optional<String> wanted(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(WANTED)) {
            query.setArray(1, connection.createArrayOf("text", history.toArray()));
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    @Override
    public List<String> blockers() {
        return waits.seen();
    }

    @Override
    public void giveUp() {
        over.set(true);
    }

    @Override
    public void close() {
        over.set(true);
        waits.close();
        if (other == null) {
            return;
        }
        try {
            other.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProblemException.setup(
                    "The drill was interrupted", straight.url(), "while a second session ended", "Run it again", e);
        }
    }
}
