package dev.stairway.fault.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Names of the user's tables, quoted, as far as a session sees them. */
final class Tables {

    private static final String ALL = """
            SELECT pg_catalog.format('%I.%I', n.nspname, c.relname), pg_catalog.lower(c.relname)
              FROM pg_catalog.pg_class c
              JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
             WHERE c.relkind IN ('r', 'p')
               AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%'
             ORDER BY 1
            """;

    private Tables() {}

    /** All but these. */
    static List<String> others(Connection connection, Set<String> names) throws SQLException {
        return of(connection, names, false);
    }

    /** These, as far as they are there. */
    static List<String> named(Connection connection, Set<String> names) throws SQLException {
        return of(connection, names, true);
    }

    private static List<String> of(Connection connection, Set<String> names, boolean wanted) throws SQLException {
        List<String> found = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(ALL);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                if (names.contains(row.getString(2)) == wanted) {
                    found.add(row.getString(1));
                }
            }
        }
        return found;
    }

    /** @param connection null for none */
    static void leave(Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException alreadyGone) {
            // The server lets go of everything that a session held.
            return;
        }
    }
}
