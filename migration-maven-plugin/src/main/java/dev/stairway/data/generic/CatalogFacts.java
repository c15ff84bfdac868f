package dev.stairway.data.generic;

import dev.stairway.data.jdbc.JdbcStore;
import dev.stairway.database.generic.facts.Spelling;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What decides over values and no driver tells: labels of enums, columns that take no value, checks. Where a product is not
 * known, or does not answer, rows are made without it and the database refuses what does not fit.
 *
 * @param labels of a column, by {@link #key}
 * @param refusing columns that take no value from a row, by key
 * @param checks by key of the table
 */
record CatalogFacts(Map<String, List<String>> labels, Map<String, Boolean> refusing, Map<String, List<Named>> checks) {

    private static final Pattern LABEL = Pattern.compile("'((?:[^']|'')*)'");

    /** A check by its name. */
    record Named(String name, String condition) {}

    private record Fact(String schema, String table, String name, String text) {}

    private static final Map<String, List<String>> QUERIES = Map.of(
            "h2",
            List.of(
                    "SELECT C.TABLE_SCHEMA, C.TABLE_NAME, C.COLUMN_NAME,"
                            + " DATA_TYPE_SQL(C.TABLE_SCHEMA, C.TABLE_NAME, 'TABLE', C.DTD_IDENTIFIER)"
                            + " FROM INFORMATION_SCHEMA.COLUMNS C WHERE C.DATA_TYPE = 'ENUM'",
                    "SELECT TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME, '' FROM INFORMATION_SCHEMA.COLUMNS"
                            + " WHERE IDENTITY_GENERATION = 'ALWAYS'",
                    "SELECT T.TABLE_SCHEMA, T.TABLE_NAME, T.CONSTRAINT_NAME, C.CHECK_CLAUSE"
                            + " FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS T JOIN INFORMATION_SCHEMA.CHECK_CONSTRAINTS C"
                            + " ON C.CONSTRAINT_SCHEMA = T.CONSTRAINT_SCHEMA AND C.CONSTRAINT_NAME = T.CONSTRAINT_NAME"
                            + " WHERE T.CONSTRAINT_TYPE = 'CHECK'"),
            "mariadb",
            List.of(
                    "SELECT NULL, TABLE_NAME, COLUMN_NAME, COLUMN_TYPE FROM INFORMATION_SCHEMA.COLUMNS"
                            + " WHERE TABLE_SCHEMA = DATABASE() AND DATA_TYPE IN ('enum', 'set')",
                    "",
                    "SELECT NULL, TABLE_NAME, CONSTRAINT_NAME, CHECK_CLAUSE FROM INFORMATION_SCHEMA.CHECK_CONSTRAINTS"
                            + " WHERE CONSTRAINT_SCHEMA = DATABASE()"),
            "mysql",
            List.of(
                    "SELECT NULL, TABLE_NAME, COLUMN_NAME, COLUMN_TYPE FROM INFORMATION_SCHEMA.COLUMNS"
                            + " WHERE TABLE_SCHEMA = DATABASE() AND DATA_TYPE IN ('enum', 'set')",
                    "",
                    "SELECT NULL, T.TABLE_NAME, C.CONSTRAINT_NAME, C.CHECK_CLAUSE"
                            + " FROM INFORMATION_SCHEMA.CHECK_CONSTRAINTS C JOIN INFORMATION_SCHEMA.TABLE_CONSTRAINTS T"
                            + " ON T.CONSTRAINT_SCHEMA = C.CONSTRAINT_SCHEMA AND T.CONSTRAINT_NAME = C.CONSTRAINT_NAME"
                            + " WHERE C.CONSTRAINT_SCHEMA = DATABASE()"));

    static CatalogFacts read(Connection connection, Spelling spelling) throws SQLException {
        List<String> queries = QUERIES.getOrDefault(spelling.product(), List.of("", "", ""));
        Map<String, List<String>> labels = new HashMap<>();
        for (Fact fact : facts(connection, queries.get(0))) {
            labels.put(key(fact.schema(), fact.table(), fact.name()), labels(fact.text()));
        }
        Map<String, Boolean> refusing = new HashMap<>();
        for (Fact fact : facts(connection, queries.get(1))) {
            refusing.put(key(fact.schema(), fact.table(), fact.name()), true);
        }
        Map<String, List<Named>> checks = new HashMap<>();
        for (Fact fact : facts(connection, queries.get(2))) {
            checks.computeIfAbsent(key(fact.schema(), fact.table(), ""), key -> new ArrayList<>())
                    .add(new Named(fact.name(), fact.text()));
        }
        return new CatalogFacts(labels, refusing, checks);
    }

    /** @param schema null where tables have none */
    static String key(String schema, String table, String column) {
        return schema + '\1' + table + '\1' + column;
    }

    private static List<Fact> facts(Connection connection, String query) throws SQLException {
        if (query.isEmpty()) {
            return List.of();
        }
        try (Statement statement = connection.createStatement()) {
            return JdbcStore.rows(
                    statement.executeQuery(query),
                    row -> new Fact(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
        }
    }

    private static List<String> labels(String type) {
        List<String> labels = new ArrayList<>();
        Matcher label = LABEL.matcher(type);
        while (label.find()) {
            labels.add(label.group(1).replace("''", "'"));
        }
        return labels;
    }
}
