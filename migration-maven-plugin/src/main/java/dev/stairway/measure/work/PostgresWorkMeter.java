package dev.stairway.measure.work;

import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.JdbcSession;
import dev.stairway.database.Session;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/**
 * PostgreSQL's own books, looked into from a connection to another database: what the look itself costs is never counted.
 * Where there is none, a new connection looks, and part of what it costs may be.
 *
 * <p>A session writes its counts into the books of the database now and then; since release 15 it can be told to do so at
 * once: https://www.postgresql.org/docs/current/monitoring-stats.html#MONITORING-STATS-FUNCTIONS. Release 14 cannot be told, so
 * there what is read and written row by row stays unknown. So it does while anybody else is connected to the database, whose
 * counts come when they come.
 */
final class PostgresWorkMeter implements WorkMeter {

    private static final String FLUSH = "SELECT pg_catalog.pg_backend_pid() FROM pg_catalog.pg_stat_force_next_flush()";
    private static final String NUMBER = "SELECT pg_catalog.pg_backend_pid()";

    private final JdbcDatabase database;
    private PostgresBooks books;
    private Map<Counter, Long> before = Map.of();
    private DeadRows deadBefore = new DeadRows(Map.of());

    PostgresWorkMeter(JdbcDatabase database) {
        this.database = database;
    }

    @Override
    public void start(Session session) throws SQLException {
        Connection raw = ((JdbcSession) session).raw();
        long process = flush(raw);
        if (flushes(raw)) {
            deadBefore = deadRows(raw);
            flush(raw);
        }
        before = looking(look -> {
            if (books == null) {
                books = PostgresBooks.of(look, name(database.url()));
            }
            books.prepare(look);
            boolean alone = books.awaitOthersGone(look, process);
            if (database.beside().isEmpty()) {
                // What the first look costs is written before the one that counts.
                books.read(look, alone);
                flush(look);
            }
            return books.read(look, alone);
        });
    }

    @Override
    public Map<Counter, Long> stop(Session session) throws SQLException {
        Connection raw = ((JdbcSession) session).raw();
        flush(raw);
        Map<Counter, Long> counted = StatementMeter.sent(session);
        Map<Counter, Long> after = looking(look -> books.read(look, true));
        before.forEach((counter, then) -> put(counted, counter, after.get(counter) - then));
        if (before.containsKey(Counter.ROWS_WRITTEN)) {
            counted.put(Counter.BLOAT_BYTES, deadRows(raw).bytesSince(deadBefore));
        }
        return counted;
    }

    /** Only the size can shrink: books that were set to zero by a migration say nothing. */
    private static void put(Map<Counter, Long> counted, Counter counter, long count) {
        if (count >= 0 || counter == Counter.SIZE_BYTES) {
            counted.put(counter, count);
        }
    }

    /** Reads the books. */
    @FunctionalInterface
    private interface Reader {
        Map<Counter, Long> read(Connection look) throws SQLException;
    }

    private Map<Counter, Long> looking(Reader reader) throws SQLException {
        Optional<Connection> beside = database.beside();
        if (beside.isPresent()) {
            return reader.read(beside.get());
        }
        try (Connection look = database.connect()) {
            return reader.read(look);
        }
    }

    private static DeadRows deadRows(Connection raw) throws SQLException {
        DeadRows rows = DeadRows.in(raw);
        Rows.leave(raw);
        return rows;
    }

    private static String name(String url) {
        return url.substring(url.lastIndexOf('/') + 1).split("\\?", 2)[0];
    }

    /** Returns the number of the session's process. */
    private static long flush(Connection raw) throws SQLException {
        long process = Rows.numbers(raw, flushes(raw) ? FLUSH : NUMBER)[0];
        Rows.leave(raw);
        return process;
    }

    private static boolean flushes(Connection raw) throws SQLException {
        return raw.getMetaData().getDatabaseMajorVersion() >= PostgresBooks.FLUSHES;
    }
}
