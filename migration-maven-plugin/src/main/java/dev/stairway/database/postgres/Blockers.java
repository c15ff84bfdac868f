package dev.stairway.database.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.PGConnection;

/**
 * Watches for whom one session of a PostgreSQL server waits. Only while it waits does the server tell: a lock timeout has ended
 * the wait (https://www.postgresql.org/docs/current/functions-info.html#FUNCTIONS-INFO-SESSION), so this looks meanwhile,
 * fifty times a second, in a session of its own.
 */
public final class Blockers implements AutoCloseable {

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final int SHOWN = 160;

    /** A transaction that was prepared and waits for its second phase has no process. */
    private static final String WAITED_FOR = """
            SELECT b.pid, a.usename, a.application_name, a.backend_type, a.state, regexp_replace(a.query, '\\s+', ' ', 'g'),
                   extract(epoch FROM clock_timestamp() - coalesce(a.xact_start, a.state_change, a.backend_start))
              FROM (SELECT DISTINCT unnest(pg_blocking_pids(?)) AS pid) b
              LEFT JOIN pg_stat_activity a ON a.pid = b.pid
             ORDER BY 7 DESC NULLS LAST, 1
            """;

    private final Connection beside;
    private final PreparedStatement query;
    private final Thread thread = new Thread(this::look, "stairway-blockers");
    private final AtomicReference<List<Blocker>> seen = new AtomicReference<>(List.of());
    private final AtomicReference<String> trouble = new AtomicReference<>("");
    private volatile boolean ended;

    /**
     * Somebody whom a session waited for.
     *
     * @param process number of the server's process; 0 for a prepared transaction
     * @param who role, program and kind of the process, as far as the server lets us see them
     * @param state such as {@code active} or {@code idle in transaction}; empty where it cannot be seen
     * @param seconds how long its transaction had lasted by then
     * @param query its last statement on one line, cut where it is long; empty where it cannot be seen or names a password
     */
    public record Blocker(int process, String who, String state, double seconds, String query) {

        /** For people. */
        public String sentence() {
            if (process == 0) {
                return "a prepared transaction (see pg_prepared_xacts)";
            }
            return "process " + process + (who.isEmpty() ? "" : " (" + who + ")")
                    + (state.isEmpty() ? "" : ", " + state)
                    + String.format(Locale.ROOT, ", its transaction %.1f s old", seconds)
                    + (query.isEmpty() ? "" : ": " + query);
        }
    }

    private Blockers(Connection beside, PreparedStatement query) {
        this.beside = beside;
        this.query = query;
        thread.setDaemon(true);
    }

    /**
     * Looks from now on.
     *
     * @param session whose waits are watched; nothing is executed there
     * @param beside another session on the same server, used by nobody else until this is closed, and closed with it
     */
    public static Blockers of(Connection session, Connection beside) throws SQLException {
        try (Statement settings = beside.createStatement()) {
            // Nobody else's functions and operators.
            settings.execute("SET search_path = pg_catalog");
            PreparedStatement query = beside.prepareStatement(WAITED_FOR);
            query.setInt(1, session.unwrap(PGConnection.class).getBackendPID());
            Blockers blockers = new Blockers(beside, query);
            blockers.thread.start();
            return blockers;
        } catch (SQLException failed) {
            beside.close();
            throw failed;
        }
    }

    /** Whom it waited for when it waited last, the oldest transaction first; empty where it was never seen to wait. */
    public List<Blocker> seen() {
        return seen.get();
    }

    /** Why nothing can be seen any more; empty while it can. */
    public String trouble() {
        return trouble.get();
    }

    private void look() {
        try (beside;
                query) {
            while (!ended) {
                List<Blocker> now = now();
                if (!now.isEmpty()) {
                    seen.set(now);
                }
                LockSupport.parkNanos(this, PAUSE_NANOS);
            }
        } catch (SQLException failed) {
            trouble.set(String.valueOf(failed.getMessage()));
        }
    }

    private List<Blocker> now() throws SQLException {
        List<Blocker> found = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                found.add(new Blocker(
                        row.getInt(1), who(row), text(row, 5), row.getDouble(7), withoutPassword(text(row, 6))));
            }
        }
        return found;
    }

    private static String who(ResultSet row) throws SQLException {
        List<String> parts = new ArrayList<>(List.of(text(row, 2), text(row, 3), text(row, 4)));
        parts.removeIf(part -> part.isEmpty() || part.equals("client backend"));
        return String.join(", ", parts);
    }

    private static String text(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text.strip();
    }

    /** Of somebody else, whom nobody has told us. */
    private static String withoutPassword(String query) {
        if (query.toLowerCase(Locale.ROOT).contains("password")) {
            return "";
        }
        return query.length() <= SHOWN ? query : query.substring(0, SHOWN - 1) + "\u2026";
    }

    /** Returns when its session has ended. */
    @Override
    public void close() {
        ended = true;
        LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (InterruptedException e) {
            // It ends by itself within a moment.
            Thread.currentThread().interrupt();
        }
    }
}
