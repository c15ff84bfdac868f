package dev.stairway.engine.liquibase;

import dev.stairway.database.JdbcDatabase;
import dev.stairway.engine.RunLock;
import dev.stairway.problem.ProblemException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Liquibase's own lock, held by a connection that is open as long as the run lives. */
final class ChangelogLock implements RunLock {

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Connection connection;
    private final LockRow row;
    private final String self;
    private final String released;

    private ChangelogLock(Connection connection, LockRow row, String self, String released) {
        this.connection = connection;
        this.row = row;
        this.self = self;
        this.released = released;
    }

    /** @param table as it is written in a statement */
    static ChangelogLock take(JdbcDatabase database, String table, Duration patience) {
        Connection connection = null;
        try {
            connection = database.connect();
            ChangelogLock lock = take(database, connection, new LockRow(connection, table), patience);
            connection = null;
            return lock;
        } catch (SQLException failed) {
            throw ProblemException.setup(
                    "Liquibase's lock cannot be taken",
                    table,
                    String.valueOf(failed.getMessage()),
                    "Check that the user may change this table",
                    failed);
        } finally {
            closeQuietly(connection);
        }
    }

    private static ChangelogLock take(JdbcDatabase database, Connection connection, LockRow row, Duration patience)
            throws SQLException {
        LockOwner owner = new LockOwner(database.id().product(), connection);
        String self = owner.self();
        long deadline = System.nanoTime() + patience.toNanos();
        String released = "";
        while (!row.take(self)) {
            LockRow.Held held = row.read();
            if (held != null && owner.dead(held.owner())) {
                if (row.release(held.owner())) {
                    released = "the lock of " + held.owner() + " since " + held.since()
                            + " was released: its owner is dead";
                }
            } else if (held != null && System.nanoTime() > deadline) {
                throw held(row, held);
            } else {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
        return new ChangelogLock(connection, row, self, released);
    }

    private static ProblemException held(LockRow row, LockRow.Held held) {
        return ProblemException.setup(
                "Another run holds Liquibase's lock",
                row.table(),
                held.owner() + " since " + held.since() + ", and nobody can tell that it is dead",
                "Wait for its end; if it is dead for certain: liquibase release-locks",
                null);
    }

    @Override
    public Optional<String> released() {
        return Optional.of(released).filter(text -> !text.isEmpty());
    }

    /** A server that has gone keeps the row; the next run finds that its owner is dead. */
    @Override
    public void close() {
        try {
            row.release(self);
        } catch (SQLException gone) {
            return;
        } finally {
            closeQuietly(connection);
        }
    }

    private static void closeQuietly(Connection connection) {
        if (connection == null) {
            return;
        }
        try {
            connection.close();
        } catch (SQLException alreadyBroken) {
            // Nobody will use it again.
            return;
        }
    }
}
