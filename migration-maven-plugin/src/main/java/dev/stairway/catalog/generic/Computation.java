package dev.stairway.catalog.generic;

import dev.stairway.catalog.ConditionText;
import dev.stairway.compare.logical.LogicalColumn.Generation;
import dev.stairway.database.generic.facts.Spelling;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How a column is computed, of which {@link java.sql.DatabaseMetaData} only says that it is.
 *
 * @param expression the same text for the same expression
 */
record Computation(Generation generation, String expression) {

    // Part 11 of the SQL standard. What it computes is kept; H2 has no other computed columns.
    private static final String STANDARD = "SELECT TABLE_NAME, COLUMN_NAME, GENERATION_EXPRESSION, 'STORED'"
            + " FROM INFORMATION_SCHEMA.COLUMNS WHERE IS_GENERATED = 'ALWAYS'";

    // https://mariadb.com/kb/en/information-schema-columns-table/
    private static final String MARIADB = "SELECT TABLE_NAME, COLUMN_NAME, GENERATION_EXPRESSION, EXTRA"
            + " FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND GENERATION_EXPRESSION <> ''";

    /** By table and column in lower case, with a point between them; none where the product has no such view. */
    static Map<String, Computation> read(Connection connection, Spelling spelling) throws SQLException {
        return switch (spelling.product()) {
            case "mariadb", "mysql" -> read(connection, MARIADB);
            case "h2" -> read(connection, STANDARD);
            default -> attempt(connection);
        };
    }

    private static Map<String, Computation> attempt(Connection connection) {
        try {
            return read(connection, STANDARD);
        } catch (SQLException noSuchView) {
            return Map.of();
        }
    }

    private static Map<String, Computation> read(Connection connection, String sql) throws SQLException {
        Map<String, Computation> all = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                String expression = row.getString(3);
                if (expression != null) {
                    boolean kept = !row.getString(4).toUpperCase(Locale.ROOT).contains("VIRTUAL");
                    all.put(
                            GenericReader.lower(row.getString(1)) + "." + GenericReader.lower(row.getString(2)),
                            new Computation(
                                    kept ? Generation.STORED : Generation.VIRTUAL, ConditionText.of(expression)));
                }
            }
        }
        return all;
    }
}
