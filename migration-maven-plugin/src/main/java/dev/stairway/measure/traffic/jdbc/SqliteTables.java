package dev.stairway.measure.traffic.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Looks a table up in the schema of an SQLite file and makes the statements of its reader. */
final class SqliteTables {

    private static final int ROWS = 256;
    private static final String SCHEMA = "main.";

    // A virtual table has no pages of its own.
    private static final String FIND =
            "SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0 AND name = ? COLLATE NOCASE";

    private static final String COLUMNS = "SELECT name, pk FROM pragma_table_xinfo(?) WHERE hidden <> 1 ORDER BY cid";

    private record Column(String name, int place) {}

    private SqliteTables() {}

    /** @param name with or without {@code main.} */
    static Optional<Table> find(Connection connection, String name) throws SQLException {
        Optional<String> found = look(connection, name);
        if (found.isEmpty() && name.startsWith(SCHEMA)) {
            found = look(connection, name.substring(SCHEMA.length()));
        }
        return found.isPresent() ? Optional.of(table(connection, found.get())) : Optional.empty();
    }

    private static Optional<String> look(Connection connection, String name) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setString(1, name);
            try (ResultSet row = find.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    private static Table table(Connection connection, String name) throws SQLException {
        List<Column> columns = columns(connection, name);
        String all = String.join(", ", columns.stream().map(c -> quote(c.name)).toList());
        String read = "SELECT " + all + " FROM " + quote(name);
        List<String> rows = rows(connection, name, columns);
        return new Table(
                name,
                rows.isEmpty()
                        ? List.of(read + " LIMIT 1")
                        : rows.stream().map(row -> read + row).toList(),
                List.of());
    }

    private static List<Column> columns(Connection connection, String name) throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(COLUMNS)) {
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    columns.add(new Column(row.getString(1), row.getInt(2)));
                }
            }
        }
        return columns;
    }

    /** Conditions, each of which finds one row. */
    private static List<String> rows(Connection connection, String name, List<Column> columns) throws SQLException {
        return hasRowId(connection, name)
                ? byRowId(connection, name, rowId(columns))
                : byKey(connection, name, columns);
    }

    // https://www.sqlite.org/withoutrowid.html: such a table has its rows in the index of its key.
    private static boolean hasRowId(Connection connection, String name) throws SQLException {
        String sql = "SELECT NOT EXISTS (SELECT 1 FROM pragma_index_list(?) i WHERE i.origin = 'pk'"
                + " AND NOT EXISTS (SELECT 1 FROM sqlite_master m WHERE m.type = 'index' AND m.name = i.name))";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** A column may have taken one of its names: https://www.sqlite.org/lang_createtable.html#rowid. */
    private static String rowId(List<Column> columns) {
        List<String> taken =
                columns.stream().map(c -> c.name.toLowerCase(Locale.ROOT)).toList();
        return List.of("rowid", "_rowid_", "oid").stream()
                .filter(id -> !taken.contains(id))
                .findFirst()
                .orElse("rowid");
    }

    private static List<String> byRowId(Connection connection, String name, String id) throws SQLException {
        Set<String> rows = new LinkedHashSet<>();
        String ends = "SELECT (SELECT min(" + id + ") FROM " + quote(name) + "), (SELECT max(" + id + ") FROM "
                + quote(name) + ")";
        String next = "SELECT " + id + " FROM " + quote(name) + " WHERE " + id + " >= ? ORDER BY " + id + " LIMIT 1";
        try (Statement statement = connection.createStatement();
                ResultSet end = statement.executeQuery(ends);
                PreparedStatement select = connection.prepareStatement(next)) {
            long low = end.getLong(1);
            long high = end.getLong(2);
            for (int i = 0; i < ROWS; i++) {
                select.setLong(1, high > low ? ThreadLocalRandom.current().nextLong(low, high) : low);
                try (ResultSet row = select.executeQuery()) {
                    if (row.next()) {
                        rows.add(" WHERE " + id + " = " + row.getLong(1));
                    }
                }
            }
        }
        return List.copyOf(rows);
    }

    private static List<String> byKey(Connection connection, String name, List<Column> columns) throws SQLException {
        List<String> keys = columns.stream()
                .filter(c -> c.place > 0)
                .map(c -> quote(c.name))
                .toList();
        String literals =
                String.join(", ", keys.stream().map(k -> "quote(" + k + ")").toList());
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT " + literals + " FROM " + quote(name) + " LIMIT " + ROWS)) {
            while (row.next()) {
                rows.add(condition(keys, row));
            }
        }
        return rows;
    }

    private static String condition(List<String> keys, ResultSet row) throws SQLException {
        StringBuilder condition = new StringBuilder();
        for (int i = 0; i < keys.size(); i++) {
            condition.append(i == 0 ? " WHERE " : " AND ").append(keys.get(i)).append(" = ");
            condition.append(row.getString(i + 1));
        }
        return condition.toString();
    }

    // What stands in double quotes and is no column is a text: https://www.sqlite.org/quirks.html#dblquote
    private static String quote(String name) {
        return '`' + name.replace("`", "``") + '`';
    }
}
