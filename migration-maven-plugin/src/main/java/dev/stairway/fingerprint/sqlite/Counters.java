package dev.stairway.fingerprint.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Counters that tell whether anything happened, though not where.
 *
 * @param connection the one that was asked; the first counter means nothing to another one
 * @param commits changes with every commit of another connection
 * @param schema changes with every change of the schema
 * @param rows that this connection has inserted, updated or deleted
 * @see <a href="https://www.sqlite.org/pragma.html#pragma_data_version">PRAGMA data_version</a>
 */
record Counters(Connection connection, long commits, long schema, long rows) {

    static Counters of(Connection connection) throws SQLException {
        long commits = Pragmas.number(connection, "data_version");
        long schema = Pragmas.number(connection, "schema_version");
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT total_changes()")) {
            row.next();
            return new Counters(connection, commits, schema, row.getLong(1));
        }
    }

    /** True when another connection has certainly, or in an unknown way, done nothing between the two. */
    boolean undisturbed(Counters later) {
        return connection != later.connection || commits == later.commits;
    }
}
