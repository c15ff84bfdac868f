package dev.stairway.database.postgres;

import dev.stairway.database.external.Lock;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.PGConnection;

/**
 * Sessions of others, which say that a server is in use. Runs know each other by an advisory lock that every session of
 * theirs in the named database holds, and which ends with the session, however that ends.
 *
 * @see <a href="https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS">Advisory Locks</a>
 */
final class NamedSessions {

    /** Class of our advisory locks: "STWY". */
    static final int LOCK_CLASS = 0x53545759;

    /** Of a database that a run has made. */
    static final String MADE = "stairway_[0-9a-f]{32}";

    /** For a session that is just starting or ending. */
    private static final long PATIENCE_SECONDS = 2;

    private static final String SQL = """
            SELECT a.usename || ' in ' || a.datname || ' by ' || COALESCE(NULLIF(a.application_name, ''), 'an unnamed program')
              FROM pg_catalog.pg_stat_activity a
             WHERE a.usesysid IS NOT NULL AND a.datname IS NOT NULL AND a.pid <> ALL (?)
               AND (a.datname = pg_catalog.current_database() OR ?)
               AND NOT (a.datname ~ '^stairway_[0-9a-f]{32}$' AND a.usename = SESSION_USER)
               AND NOT EXISTS (SELECT FROM pg_catalog.pg_locks l WHERE l.pid = a.pid AND l.locktype = 'advisory'
                                  AND l.classid = %d AND l.objsubid = 2)
             ORDER BY 1 LIMIT 3
            """.formatted(LOCK_CLASS);

    /** Processes of the server behind our own connections: one that is closed leaves the list a moment after its lock. */
    private final Set<Integer> own = new TreeSet<>();

    void add(Connection connection) throws SQLException {
        own.add(connection.unwrap(PGConnection.class).getBackendPID());
    }

    /**
     * Opens the lock.
     *
     * @param everywhere true to look into all databases of the server
     */
    void requireNone(Connection connection, boolean everywhere, String place) throws SQLException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        List<String> others = others(connection, everywhere);
        while (!others.isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            others = others(connection, everywhere);
        }
        if (!others.isEmpty()) {
            throw Lock.IN_USE.refuses(
                    everywhere
                            ? "Others are connected to the server, where the user may do more than own databases"
                            : "Others are connected to the named database",
                    place,
                    String.join("; ", others).replaceAll("\\p{Cntrl}", "?"),
                    everywhere
                            ? "Name a server of its own, or a user who is no superuser and cannot create roles"
                            : "Let them disconnect, or name a database that nobody uses");
        }
    }

    private List<String> others(Connection connection, boolean everywhere) throws SQLException {
        List<String> others = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setArray(1, connection.createArrayOf("int4", own.toArray()));
            statement.setBoolean(2, everywhere);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    others.add(rows.getString(1));
                }
            }
        }
        return others;
    }
}
