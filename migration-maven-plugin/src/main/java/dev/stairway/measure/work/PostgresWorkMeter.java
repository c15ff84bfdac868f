package dev.stairway.measure.work;

import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.JdbcSession;
import dev.stairway.database.Session;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;

/**
 * PostgreSQL's own books, looked into from a connection to another database: what the look itself costs is never counted.
 *
 * <p>A session writes its counts into the books of the database now and then; since release 15 it can be told to do so at
 * once: https://www.postgresql.org/docs/current/monitoring-stats.html#MONITORING-STATS-FUNCTIONS. Release 14 cannot be told, so
 * there what is read and written row by row stays unknown.
 */
final class PostgresWorkMeter implements WorkMeter {

    private static final String FLUSH = "SELECT pg_catalog.pg_stat_force_next_flush()";

    private final JdbcDatabase database;
    private PostgresBooks books;
    private Map<Counter, Long> before = Map.of();

    PostgresWorkMeter(JdbcDatabase database) {
        this.database = database;
    }

    @Override
    public void start(Session session) throws SQLException {
        Connection raw = ((JdbcSession) session).raw();
        flush(raw);
        try (Connection look = look()) {
            books = PostgresBooks.of(look, name(raw));
            books.prepare(look);
            before = books.read(look);
        }
    }

    @Override
    public Map<Counter, Long> stop(Session session) throws SQLException {
        flush(((JdbcSession) session).raw());
        Map<Counter, Long> counted = StatementMeter.sent(session);
        try (Connection look = look()) {
            books.read(look).forEach((counter, now) -> counted.put(counter, now - before.get(counter)));
        }
        return counted;
    }

    private Connection look() throws SQLException {
        Optional<Connection> beside = database.connectBeside();
        return beside.isPresent() ? beside.get() : database.connect();
    }

    private static String name(Connection raw) throws SQLException {
        try (Statement statement = raw.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_catalog.current_database()")) {
            row.next();
            return row.getString(1);
        } finally {
            Rows.leave(raw);
        }
    }

    private static void flush(Connection raw) throws SQLException {
        if (raw.getMetaData().getDatabaseMajorVersion() >= PostgresBooks.FLUSHES) {
            Rows.execute(raw, FLUSH);
            Rows.leave(raw);
        }
    }
}
