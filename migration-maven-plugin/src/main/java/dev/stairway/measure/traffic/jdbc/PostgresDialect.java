package dev.stairway.measure.traffic.jdbc;

import dev.stairway.database.JdbcDatabase;
import dev.stairway.measure.traffic.Clients;
import dev.stairway.measure.traffic.TableTraffic.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** PostgreSQL. */
final class PostgresDialect implements Dialect {

    // A statement that works is given longer than one that waits: one may do both.
    // The client is to be the one that gives way in a deadlock: whoever notices first ends itself; see DeadlockWatch,
    // too. A
    // server lets only its superuser say so. https://www.postgresql.org/docs/current/runtime-config-locks.html
    private static final String SETTINGS = """
            SET lock_timeout = %1$d;
            SET statement_timeout = %2$d;
            SET application_name = 'stairway traffic';
            SET standard_conforming_strings = on;
            SELECT set_config('deadlock_timeout', '50ms', false) WHERE current_setting('is_superuser') = 'on';
            """;

    private static final String DEADLOCK = "40P01";
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String QUERY_CANCELED = "57014";
    private static final String SYNTAX = "42601";

    /** Classes of failures whose messages name objects and no values; these are in a detail, which has a line of its own. */
    private static final Set<String> NO_VALUES = Set.of("08", "0A", "23", "25", "40", "42", "53", "54", "55", "57");

    private final Duration timeout;

    PostgresDialect(Duration timeout) {
        this.timeout = timeout;
    }

    @Override
    public void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(SETTINGS.formatted(timeout.toMillis(), 2 * timeout.toMillis()));
        }
    }

    @Override
    public Optional<Table> table(Connection connection, String name) throws SQLException {
        return PostgresTables.find(connection, name);
    }

    @Override
    public void run(Statement statement, String sql, Kind kind) throws SQLException {
        statement.execute(sql);
    }

    @Override
    public void recover(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("ROLLBACK");
        }
    }

    @Override
    public Clients.Ending watch(JdbcDatabase database, List<JdbcProbe> probes) throws SQLException {
        return DeadlockWatch.over(Line.open(database, this), probes);
    }

    @Override
    public void abandon(Connection connection) throws SQLException {
        connection.abort(Runnable::run);
    }

    /** https://www.postgresql.org/docs/current/errcodes-appendix.html */
    @Override
    public boolean lost(SQLException failure) {
        return state(failure).startsWith("08") || state(failure).startsWith("57P");
    }

    @Override
    public boolean deadlock(SQLException failure) {
        return state(failure).equals(DEADLOCK);
    }

    @Override
    public boolean gaveUp(SQLException failure) {
        return state(failure).equals(LOCK_NOT_AVAILABLE) || state(failure).equals(QUERY_CANCELED);
    }

    @Override
    public String text(SQLException failure) {
        String state = state(failure);
        boolean speakable = state.length() >= 2 && NO_VALUES.contains(state.substring(0, 2)) && !state.equals(SYNTAX);
        return speakable ? firstLine(failure) + " (" + state + ")" : "SQLSTATE " + state;
    }

    private static String firstLine(SQLException failure) {
        String line = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        return line.startsWith("ERROR: ") ? line.substring("ERROR: ".length()) : line;
    }

    private static String state(SQLException failure) {
        return Objects.requireNonNullElse(failure.getSQLState(), "");
    }
}
