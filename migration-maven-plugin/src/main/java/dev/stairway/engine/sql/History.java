package dev.stairway.engine.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The table in which a tool remembers what ran; in the tool's own shape, so that it could go on from there. */
interface History {

    /** As configured, perhaps with a schema. */
    String table();

    /** Creates the table where it is missing. */
    void create(Connection connection) throws SQLException;

    /** Notes, before a migration runs, that it may stop half way. Most tools do not. */
    default void starts(Connection connection, Unit unit) throws SQLException {}

    /** The same before one is taken back. @param before the one before it in order; empty when it was the first */
    default void startsBack(Connection connection, Unit unit, Optional<Unit> before) throws SQLException {}

    /** Why the tool would go no further, with what to do; empty where it would, which is for ever where a tool notes no failure. */
    default Optional<String> stuck(Connection connection, List<Unit> units) throws SQLException {
        return Optional.empty();
    }

    /** Notes that a migration ran. */
    void ran(Connection connection, Unit unit) throws SQLException;

    /** Notes that a migration was taken back. @param before the one before it in order; empty when it was the first */
    void takenBack(Connection connection, Unit unit, Optional<Unit> before) throws SQLException;

    /** What the tool would run now. */
    List<Unit> pending(Connection connection, List<Unit> units) throws SQLException;

    /** Lower-case name without a schema. */
    default String bareName() {
        return table().substring(table().lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** Asked first, since even a statement that would create nothing is a write to a server that is only looked at. */
    static boolean exists(Connection connection, String table) throws SQLException {
        String[] parts = table.split("\\.");
        String schema = parts.length > 1 ? parts[parts.length - 2] : connection.getSchema();
        try (ResultSet found = connection.getMetaData().getTables(null, schema, parts[parts.length - 1], null)) {
            while (found.next()) {
                if (found.getString("TABLE_NAME").equals(parts[parts.length - 1])) {
                    return true;
                }
            }
            return false;
        }
    }

    /** The name in the quotes of the product, as both tools write it. */
    static String quoted(Connection connection, String table) throws SQLException {
        String quote = connection.getMetaData().getIdentifierQuoteString().strip();
        return quote + String.join(quote + "." + quote, table.split("\\.")) + quote;
    }
}
