package dev.stairway.measure.lock;

import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.Work;
import dev.stairway.database.jdbc.SqlText;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * SQLite locks the database as a whole: one writer at a time, and in the rollback modes no reader while its changes go into
 * the file. A second connection that never waits tries after each statement whether it may write, and whether it may read.
 *
 * @see <a href="https://sqlite.org/lockingv3.html">File Locking And Concurrency</a>
 * @see <a href="https://sqlite.org/wal.html#concurrency">Write-Ahead Logging, Concurrency</a>
 */
final class SqliteStep implements WatchedStep {

    private final long began = System.nanoTime();
    private final SqliteBeside beside;
    private final SqliteRoots roots = new SqliteRoots();
    private final List<SqliteStatement> statements = new ArrayList<>();
    private boolean logsAhead;
    private long version;
    private long start;
    /** The step has asked for the file alone, and it has not been looked at again since. */
    private boolean away;
    /** Locks of the open transaction; null while they are free. */
    private SqliteLock writing;

    private SqliteLock exclusive;
    /** Null before the first one. */
    private SqliteStatement last;

    private SqliteStep(SqliteBeside beside) {
        this.beside = beside;
    }

    static SqliteStep open(JdbcDatabase database) throws SQLException {
        SqliteStep step = new SqliteStep(new SqliteBeside(database));
        try (Connection connection = database.connect()) {
            step.roots.note(connection);
            step.look();
            return step;
        } catch (SQLException e) {
            step.beside.close();
            throw e;
        }
    }

    private void look() throws SQLException {
        beside.come();
        logsAhead = beside.logsAhead();
        version = beside.version();
        away = false;
    }

    // Both ask for the file alone: https://sqlite.org/pragma.html#pragma_journal_mode
    private static boolean wantsTheFileAlone(String sql) {
        return SqlText.mentions(sql, "journal") || SqlText.mentions(sql, "locking");
    }

    @Override
    public void beforeStatement(Connection raw, String sql) throws SQLException {
        if (wantsTheFileAlone(sql)) {
            away = true;
            if (SqlText.mentions(sql, "locking")) {
                beside.shutOut();
            }
            beside.leave();
        } else if (away) {
            look();
        }
        start = System.nanoTime();
    }

    @Override
    public void afterStatement(Connection raw, Work.Statement done, boolean bookkeeping) throws SQLException {
        boolean held = !raw.getAutoCommit();
        SqliteStatement statement = new SqliteStatement(done, start, held || !away && !beside.mayWrite());
        last = statement;
        if (!bookkeeping) {
            statements.add(statement);
        }
        if (!away) {
            if (statement.transactional()) {
                insideTransaction(statement);
            } else {
                byItself(statement);
            }
            statement.rewrites(roots.writtenAnew(raw, done.sql()));
        }
    }

    private void insideTransaction(SqliteStatement statement) throws SQLException {
        boolean readable = logsAhead || beside.mayRead();
        if (beside.mayWrite()) {
            // By a COMMIT or ROLLBACK of its own.
            free(System.nanoTime());
        } else if (writing == null) {
            writing = statement.took(SqliteLock.writer(logsAhead, start));
        }
        if (!readable && exclusive == null) {
            // Its changes no longer found room in memory.
            exclusive = statement.took(SqliteLock.exclusive(start));
        }
    }

    /** Not longer than the statement itself. */
    private void byItself(SqliteStatement statement) throws SQLException {
        free(System.nanoTime());
        long now = beside.version();
        if (now != version) {
            version = now;
            statement.took(SqliteLock.writer(logsAhead, start)).end(statement.end());
            if (!logsAhead) {
                statement.took(SqliteLock.exclusive(start)).end(statement.end());
            }
        }
    }

    @Override
    public void ended(long nanos) {
        long now = System.nanoTime();
        if (writing != null && exclusive == null && !logsAhead) {
            last.took(SqliteLock.exclusive(now - nanos)).end(now);
        }
        free(now);
    }

    private void free(long moment) {
        roots.ended();
        if (writing != null) {
            writing.end(moment);
            writing = null;
        }
        if (exclusive != null) {
            exclusive.end(moment);
            exclusive = null;
        }
    }

    @Override
    public List<StatementTrace> end() throws SQLException {
        free(System.nanoTime());
        beside.close();
        return statements.stream().map(statement -> statement.trace(began)).toList();
    }
}
