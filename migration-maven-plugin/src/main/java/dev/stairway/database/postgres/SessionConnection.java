package dev.stairway.database.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The one physical connection behind the sessions of a database. Instead of a new one for every session, which costs a
 * process and a password exchange, the old one is put into the state of a new one.
 *
 * <p>The parts are those of DISCARD ALL (https://www.postgresql.org/docs/current/sql-discard.html) but two: DEALLOCATE
 * ALL, because it would take away the driver's own prepared statements and the fingerprint's - those that the user prepared by SQL go by name -
 * and DISCARD PLANS, which changes nothing that can be seen. What no reset clears makes a new connection: settings bound to
 * the database or role, which are read at log-in; procedural languages that keep state in the process; log-in triggers.
 */
final class SessionConnection {

    private static final String RESET = """
            CLOSE ALL;
            SET SESSION AUTHORIZATION DEFAULT;
            RESET ROLE;
            RESET ALL;
            UNLISTEN *;
            SELECT pg_catalog.pg_advisory_unlock_all();
            DISCARD TEMP;
            DISCARD SEQUENCES;
            """;

    private static final String PREPARE_TRACES = """
            PREPARE stairway_session AS
            SELECT (SELECT pg_catalog.string_agg(pg_catalog.concat(s.setrole, s.setconfig), ',' ORDER BY s.setdatabase, s.setrole)
                      FROM pg_catalog.pg_db_role_setting s
                     WHERE s.setdatabase IN (0, (SELECT d.oid FROM pg_catalog.pg_database d
                                                  WHERE d.datname = pg_catalog.current_database()))),
                   (SELECT pg_catalog.count(*) FROM pg_catalog.pg_language
                     WHERE lanname NOT IN ('internal', 'c', 'sql', 'plpgsql'))
                 + (SELECT pg_catalog.count(*) FROM pg_catalog.pg_event_trigger WHERE evtevent = 'login'),
                   pg_catalog.pg_backend_pid()
            """;
    private static final String TRACES = "EXECUTE stairway_session";
    private static final int TRACES_COLUMNS = 3;

    /** Costly: every answer carries the text of all statements. */
    private static final String PREPARED =
            "SELECT name FROM pg_catalog.pg_prepared_statements" + " WHERE from_sql AND name NOT LIKE 'stairway\\_%'";

    private final Access access;
    private final String database;
    private final PostgresAdvice advice;
    private Connection connection;
    /** Settings of the database and its roles when the connection was made; null for none. */
    private String settings;
    /** Of the server's side of the connection, also after its end. */
    private int processId;

    SessionConnection(Access access, String database, PostgresAdvice advice) {
        this.advice = advice;
        this.access = access;
        this.database = database;
    }

    /** A connection in the state of a new one, in auto-commit mode. */
    Connection fresh() throws SQLException {
        if (connection == null || !resetSucceeds()) {
            drop();
            open();
        }
        return connection;
    }

    /** Ends the physical connection, so that the next session gets a new one. */
    void drop() {
        if (connection == null) {
            return;
        }
        try {
            connection.close();
        } catch (SQLException alreadyBroken) {
            // Nobody will use it again, and the server ends its side by itself.
            return;
        } finally {
            connection = null;
        }
    }

    /** Process of the server behind the present or last connection; 0 when there was none. */
    int processId() {
        return processId;
    }

    private void open() throws SQLException {
        connection = access.connect(database);
        try (Statement statement = connection.createStatement()) {
            statement.execute(PREPARE_TRACES);
            try (ResultSet traces = statement.executeQuery(TRACES)) {
                traces.next();
                settings = traces.getString(1);
                processId = traces.getInt(3);
            }
        }
    }

    private boolean resetSucceeds() {
        try {
            return clear();
        } catch (SQLException useless) {
            // Whatever is wrong with the old connection is not wrong with a new one; if it is, opening that will say
            // so.
            return false;
        }
    }

    private boolean clear() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!advice.newSessionsMayDiffer()) {
                statement.execute(RESET);
            } else if (differs(statement)) {
                return false;
            }
        }
        if (advice.mayHavePrepared()) {
            deallocate();
        }
        return true;
    }

    /** Resets, too. */
    private boolean differs(Statement statement) throws SQLException {
        statement.execute(RESET + TRACES);
        try (ResultSet traces = last(statement)) {
            traces.next();
            return !Objects.equals(settings, traces.getString(1)) || traces.getLong(2) > 0;
        }
    }

    /** The answer of {@link #TRACES}, the only one with so many columns. */
    private static ResultSet last(Statement statement) throws SQLException {
        ResultSet result = statement.getResultSet();
        while (result == null || result.getMetaData().getColumnCount() < TRACES_COLUMNS) {
            if (!statement.getMoreResults() && statement.getUpdateCount() == -1) {
                throw new SQLException("a session cannot be reset: the traces of the old one are missing");
            }
            result = statement.getResultSet();
        }
        return result;
    }

    private void deallocate() throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet prepared = statement.executeQuery(PREPARED)) {
                while (prepared.next()) {
                    names.add(prepared.getString(1));
                }
            }
            for (String name : names) {
                statement.execute("DEALLOCATE " + Admin.quote(name));
            }
        }
    }
}
