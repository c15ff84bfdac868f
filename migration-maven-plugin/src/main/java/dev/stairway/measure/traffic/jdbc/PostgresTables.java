package dev.stairway.measure.traffic.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Looks a table up in the catalog of PostgreSQL and makes the statements of its clients. */
final class PostgresTables {

    private static final int ROWS = 256;

    /** Pages from which they are taken, so that it costs the same for a table of any size. */
    private static final double PAGES = 200;

    private static final double ALL = 100;

    private static final String FIND = """
            SELECT c.oid, n.nspname || '.' || c.relname, quote_ident(n.nspname) || '.' || quote_ident(c.relname),
                   c.relkind = 'm',
                   coalesce((SELECT sum(pg_relation_size(p.relid)) FROM pg_partition_tree(c.oid) p), pg_relation_size(c.oid))
                     / current_setting('block_size')::int
              FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE c.relkind IN ('r', 'p', 'm') AND n.nspname NOT IN ('pg_catalog', 'pg_toast', 'information_schema')
               AND (? IN (n.nspname || '.' || c.relname, quote_ident(n.nspname) || '.' || quote_ident(c.relname))
                    OR ? IN (c.relname, quote_ident(c.relname)) AND pg_table_is_visible(c.oid))
             ORDER BY ? = n.nspname || '.' || c.relname DESC
             LIMIT 1
            """;

    private static final String COLUMNS = """
            SELECT quote_ident(a.attname), a.attgenerated = '' AND a.attidentity <> 'a',
                   EXISTS (SELECT FROM pg_index x WHERE x.indrelid = a.attrelid AND a.attnum = ANY (x.indkey)),
                   EXISTS (SELECT FROM pg_index x
                            WHERE x.indrelid = a.attrelid AND x.indisprimary AND a.attnum = ANY (x.indkey[0:x.indnkeyatts - 1]))
              FROM pg_attribute a
             WHERE a.attrelid = ? AND a.attnum > 0 AND NOT a.attisdropped
             ORDER BY a.attnum
            """;

    private record Found(long oid, String name, String quoted, boolean readOnly, double pages) {}

    private record Column(String quoted, boolean writable, boolean indexed, boolean key) {}

    private PostgresTables() {}

    /** @param name with or without its schema, quoted or not */
    static Optional<Table> find(Connection connection, String name) throws SQLException {
        Optional<Found> found = look(connection, name);
        return found.isPresent() ? Optional.of(table(connection, found.get())) : Optional.empty();
    }

    private static Optional<Found> look(Connection connection, String name) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(FIND)) {
            for (int i = 1; i <= 3; i++) {
                find.setString(i, name);
            }
            try (ResultSet row = find.executeQuery()) {
                return row.next()
                        ? Optional.of(new Found(
                                row.getLong(1),
                                row.getString(2),
                                row.getString(3),
                                row.getBoolean(4),
                                row.getDouble(5)))
                        : Optional.empty();
            }
        }
    }

    private static Table table(Connection connection, Found found) throws SQLException {
        List<Column> columns = columns(connection, found.oid);
        List<String> rows = rows(connection, found, columns);
        String all = columns.isEmpty()
                ? ""
                : String.join(", ", columns.stream().map(Column::quoted).toList());
        String read = "SELECT " + all + " FROM " + found.quoted;
        if (rows.isEmpty()) {
            List<String> lock = found.readOnly ? List.of() : List.of(undone(write(found, columns) + " WHERE false"));
            return new Table(found.name, List.of(read + " LIMIT 1"), lock);
        }
        List<String> writes = found.readOnly
                ? List.of()
                : written(rows).stream()
                        .map(row -> undone(write(found, columns) + row))
                        .toList();
        return new Table(
                found.name, shuffled(rows).stream().map(row -> read + row).toList(), writes);
    }

    private static List<Column> columns(Connection connection, long oid) throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(COLUMNS)) {
            select.setLong(1, oid);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    columns.add(new Column(row.getString(1), row.getBoolean(2), row.getBoolean(3), row.getBoolean(4)));
                }
            }
        }
        return columns;
    }

    /** Conditions, each of which finds one row; in the order in which the rows are stored. */
    private static List<String> rows(Connection connection, Found found, List<Column> columns) throws SQLException {
        List<String> keys =
                columns.stream().filter(Column::key).map(Column::quoted).toList();
        // https://www.postgresql.org/docs/current/ddl-system-columns.html#DDL-SYSTEM-COLUMNS-CTID
        List<String> by = keys.isEmpty() ? List.of("ctid") : keys;
        double share = found.pages <= PAGES ? ALL : ALL * PAGES / found.pages;
        String keysAsText = String.join("::text, ", by) + "::text";
        String select = "SELECT " + keysAsText + " FROM (SELECT " + String.join(", ", by) + ", ctid AS place FROM "
                + found.quoted + " TABLESAMPLE SYSTEM (" + share + ") ORDER BY random() LIMIT " + ROWS
                + ") s ORDER BY place";
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(select)) {
            while (row.next()) {
                rows.add(condition(by, row));
            }
        }
        return rows;
    }

    /** Every other one is the first row: whoever changes all of them comes to that first, and keeps it for the longest time. */
    private static List<String> written(List<String> rows) {
        List<String> order = new ArrayList<>();
        for (String row : shuffled(rows)) {
            order.add(rows.get(0));
            order.add(row);
        }
        return order;
    }

    private static List<String> shuffled(List<String> rows) {
        List<String> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled);
        return shuffled;
    }

    private static String condition(List<String> by, ResultSet row) throws SQLException {
        StringBuilder condition = new StringBuilder();
        for (int i = 0; i < by.size(); i++) {
            condition.append(i == 0 ? " WHERE " : " AND ").append(by.get(i)).append(" = '");
            condition.append(row.getString(i + 1).replace("'", "''")).append('\'');
        }
        return condition.toString();
    }

    /** Without its condition: a column becomes what it is, if possible one that no index would have to follow. */
    private static String write(Found found, List<Column> columns) {
        return columns.stream()
                .filter(Column::writable)
                .min(Comparator.comparing(Column::indexed))
                .map(column -> "UPDATE " + found.quoted + " SET " + column.quoted + " = " + column.quoted)
                .orElse("DELETE FROM " + found.quoted);
    }

    /** Triggers have worked and taken their locks, and nothing of it is left. */
    private static String undone(String write) {
        return "BEGIN; " + write + "; ROLLBACK";
    }
}
