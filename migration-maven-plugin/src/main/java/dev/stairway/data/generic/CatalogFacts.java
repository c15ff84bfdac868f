package dev.stairway.data.generic;

import dev.stairway.data.jdbc.JdbcStore;
import dev.stairway.database.generic.facts.CheckFacts;
import dev.stairway.database.generic.facts.Spelling;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
record CatalogFacts(Map<String, List<String>> labels, Set<String> refusing, Map<String, List<CheckFacts>> checks) {

    private static final Pattern LABEL = Pattern.compile("'((?:[^']|'')*)'");

    private record Fact(String schema, String table, String name, String text) {}

    private static final String ENUMS_OF_MYSQL = "SELECT NULL, TABLE_NAME, COLUMN_NAME, COLUMN_TYPE"
            + " FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND DATA_TYPE IN ('enum', 'set')";

    private static final Map<String, String> ENUMS = Map.of(
            "h2",
            "SELECT C.TABLE_SCHEMA, C.TABLE_NAME, C.COLUMN_NAME,"
                    + " DATA_TYPE_SQL(C.TABLE_SCHEMA, C.TABLE_NAME, 'TABLE', C.DTD_IDENTIFIER)"
                    + " FROM INFORMATION_SCHEMA.COLUMNS C WHERE C.DATA_TYPE = 'ENUM'",
            "mariadb",
            ENUMS_OF_MYSQL,
            "mysql",
            ENUMS_OF_MYSQL);

    private static final Map<String, String> REFUSING = Map.of(
            "h2",
            "SELECT TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME, '' FROM INFORMATION_SCHEMA.COLUMNS"
                    + " WHERE IDENTITY_GENERATION = 'ALWAYS'");

    static CatalogFacts read(Connection connection, Spelling spelling) throws SQLException {
        Map<String, List<String>> labels = new HashMap<>();
        for (Fact fact : facts(connection, ENUMS.getOrDefault(spelling.product(), ""))) {
            labels.put(key(fact.schema(), fact.table(), fact.name()), labels(fact.text()));
        }
        Set<String> refusing = new HashSet<>();
        for (Fact fact : facts(connection, REFUSING.getOrDefault(spelling.product(), ""))) {
            refusing.add(key(fact.schema(), fact.table(), fact.name()));
        }
        Map<String, List<CheckFacts>> checks = new HashMap<>();
        for (CheckFacts check : CheckFacts.read(connection, spelling)) {
            checks.computeIfAbsent(key(check.schema(), check.table(), ""), key -> new ArrayList<>())
                    .add(check);
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
