package dev.stairway.compare.behaviour;

import dev.stairway.data.model.Column;
import dev.stairway.data.model.Table;
import dev.stairway.data.value.Base;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Collection;
import java.util.Map;

/**
 * Replaces what one product can store and others cannot (infinity, NaN) in rows that were made up, so that the rows of all
 * databases can be the same. What such values do is what probes are for.
 */
final class TameValues {

    private static final Map<String, String> DATES = Map.of("infinity", "9999-12-31", "-infinity", "0001-01-01");
    private static final Map<String, String> NUMBERS = Map.of("NaN", "0", "Infinity", "1e30", "-Infinity", "-1e30");

    private TameValues() {}

    static void in(Found found, Collection<String> tables) throws SQLException {
        try (Connection connection = found.member().database().connect()) {
            connection.setAutoCommit(false);
            for (String name : tables) {
                Table table = found.tables().get(name);
                for (Column column : table.columns()) {
                    if (column.type().special()) {
                        replace(connection, table, column);
                    }
                }
            }
            connection.commit();
        }
    }

    private static void replace(Connection connection, Table table, Column column) throws SQLException {
        Base base = column.type().base();
        Map<String, String> others = base.isTemporal() ? DATES : base.isNumber() ? NUMBERS : Map.of();
        String name = Dialect.name(column.name());
        for (Map.Entry<String, String> other : others.entrySet()) {
            Savepoint before = connection.setSavepoint();
            try {
                Dialect.run(
                        connection,
                        "UPDATE " + table.sqlName() + " SET " + name + " = '" + other.getValue() + "' WHERE " + name
                                + " = '" + other.getKey() + "'");
            } catch (SQLException refused) {
                // A key or check wants it as it is; the copies will differ there, and that is told.
                connection.rollback(before);
            }
        }
    }
}
