package dev.stairway.database.sqlite;

import dev.stairway.database.jdbc.DriverAdvice;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;

/**
 * The one connection behind the sessions of a file. A new connection reads the whole schema at its first statement, which
 * takes 2.5 ms at 1000 tables: a new one for every step would make a walk quadratic.
 *
 * <p>SQLite keeps little in a connection, and all of it is asked for by name: a session that did so ends the connection.
 * What remains are the counters of the last statement, which are put back here.
 */
final class SessionConnection {

    /** Opens a connection with our settings. */
    @FunctionalInterface
    interface Opener {
        Connection open() throws SQLException;
    }

    // https://sqlite.org/pragma.html, https://sqlite.org/lang_attach.html, temporary objects, and SQL functions that
    // change the connection.
    private static final Pattern STATE = Pattern.compile(
            "\\b(pragma|attach|detach|temp|temporary|load_extension|total_changes|fts3_tokenizer)\\b",
            Pattern.CASE_INSENSITIVE);

    static final DriverAdvice ADVICE = new DriverAdvice() {
        @Override
        public boolean leavesTraces(String sql) {
            return STATE.matcher(sql).find();
        }

        // A full disk and the like end the transaction, and a rollback after that fails without harm:
        // https://sqlite.org/lang_transaction.html#response_to_errors_within_a_transaction
        @Override
        public boolean alreadyRolledBack(SQLException failure) {
            return String.valueOf(failure.getMessage()).contains("no transaction is active");
        }
    };

    private final Opener opener;
    private Connection connection;

    SessionConnection(Opener opener) {
        this.opener = opener;
    }

    /** A connection in the state of a new one, in auto-commit mode. */
    Connection fresh() throws SQLException {
        if (connection == null) {
            connection = opener.open();
        } else {
            forgetCounters(connection);
        }
        return connection;
    }

    /** Ends the connection, so that the next session gets a new one. */
    void drop() throws SQLException {
        if (connection != null) {
            Connection old = connection;
            connection = null;
            old.close();
        }
    }

    // last_insert_rowid() and changes() of a new connection are 0. https://sqlite.org/c3ref/last_insert_rowid.html
    private static void forgetCounters(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("CREATE TEMP TABLE stairway_counters (n)");
            statement.executeUpdate("INSERT INTO temp.stairway_counters (rowid) VALUES (0)");
            statement.executeUpdate("DELETE FROM temp.stairway_counters WHERE n = 1");
            statement.executeUpdate("DROP TABLE temp.stairway_counters");
        }
    }
}
