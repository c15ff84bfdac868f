package dev.stairway.measure.plan.sqlite;

import dev.stairway.measure.plan.Template;
import dev.stairway.measure.plan.Template.NamedTable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Tables, columns and rows of a file while queries are tried; names in lower case, as SQLite compares them. */
final class Tables {

    private static final String COLUMNS = """
            SELECT lower(c.name),
                   c.pk > 0 OR EXISTS (SELECT 1 FROM pragma_index_list(?1) l, pragma_index_info(l.name) i
                                       WHERE l."unique" AND i.name = c.name),
                   EXISTS (SELECT 1 FROM pragma_foreign_key_list(?1) f WHERE f."from" = c.name COLLATE NOCASE)
            FROM pragma_table_info(?1) c ORDER BY c.cid""";

    private final Connection connection;
    private final Map<String, String> types = new HashMap<>();
    private final Map<String, List<Column>> columns = new HashMap<>();
    private final Map<String, Long> rows = new TreeMap<>();

    /** @param fresh true when a new row must bring a value that is not there */
    record Column(String name, boolean fresh) {}

    Tables(Connection connection) throws SQLException {
        this.connection = connection;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT lower(name), type FROM sqlite_master WHERE type IN ('table', 'view')")) {
            while (row.next()) {
                types.put(row.getString(1), row.getString(2));
            }
        }
    }

    /** Statistics of what the queries read; behind a view that may be any table. https://www.sqlite.org/lang_analyze.html */
    void analyze(Collection<Template> templates) throws SQLException {
        List<String> named = templates.stream()
                .flatMap(template -> template.tables().stream())
                .map(table -> table.name().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        boolean views = named.stream().anyMatch(name -> "view".equals(types.get(name)));
        try (Statement statement = connection.createStatement()) {
            for (String table : views ? List.of("") : named) {
                if (views || "table".equals(types.get(table))) {
                    statement.execute("ANALYZE " + (views ? "" : quoted(table)));
                }
            }
            readRows(statement);
        }
    }

    private void readRows(Statement statement) throws SQLException {
        try (ResultSet there = statement.executeQuery("SELECT 1 FROM sqlite_master WHERE name = 'sqlite_stat1'")) {
            if (!there.next()) {
                return;
            }
        }
        try (ResultSet row = statement.executeQuery("SELECT lower(tbl), max(CAST(stat AS INTEGER)) FROM sqlite_stat1"
                + " WHERE stat IS NOT NULL GROUP BY 1")) {
            while (row.next()) {
                rows.put(row.getString(1), row.getLong(2));
            }
        }
    }

    Map<String, Long> rows() {
        return rows;
    }

    /** The table that a query means by a name in its plan, in lower case; the name itself where it is none of its aliases. */
    static String meant(Template template, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (NamedTable table : template.tables()) {
            if (table.alias().equalsIgnoreCase(lower)) {
                return table.name().toLowerCase(Locale.ROOT);
            }
        }
        return lower;
    }

    /** In their order; none for what is no table. */
    List<Column> columns(String table) throws SQLException {
        String name = table.toLowerCase(Locale.ROOT);
        List<Column> known = columns.get(name);
        if (known == null) {
            known = new ArrayList<>();
            try (PreparedStatement query = connection.prepareStatement(COLUMNS)) {
                query.setString(1, name);
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        known.add(new Column(row.getString(1), row.getBoolean(2) && !row.getBoolean(3)));
                    }
                }
            }
            columns.put(name, known);
        }
        return known;
    }

    static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
