package dev.stairway.measure.plan.postgres;

import dev.stairway.measure.plan.Parameter;
import dev.stairway.measure.plan.Template;
import dev.stairway.measure.plan.Template.NamedTable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is known of tables and columns while queries are tried; read inside their transaction. */
final class Facts {

    /** By name; of several the one that the search path finds, which comes last. */
    private static final String COLUMNS = """
            SELECT n.nspname, c.relname, a.attname, a.attnum, format_type(a.atttypid, NULL),
                   EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.oid AND i.indisunique AND a.attnum = ANY (i.indkey::int2[])),
                   EXISTS (SELECT FROM pg_constraint f WHERE f.conrelid = c.oid AND f.contype = 'f' AND a.attnum = ANY (f.conkey))
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
            WHERE c.relname = ? AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND a.attnum > 0 AND NOT a.attisdropped
              AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
            ORDER BY pg_table_is_visible(c.oid), n.nspname, a.attnum""";

    /** The most common value; where all differ, the middle of the histogram. */
    private static final String TYPICAL = """
            SELECT schemaname, tablename, attname,
                   coalesce((most_common_vals::text::text[])[1],
                            (histogram_bounds::text::text[])[(array_length(histogram_bounds::text::text[], 1) + 1) / 2])
            FROM pg_stats
            WHERE format('"%s"."%s"', replace(schemaname, '"', '""'), replace(tablename, '"', '""')) = ANY (?)
            ORDER BY inherited""";

    private static final String ROWS = """
            SELECT CASE n.nspname WHEN 'public' THEN '' ELSE n.nspname || '.' END || c.relname, c.reltuples::bigint
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE format('"%s"."%s"', replace(n.nspname, '"', '""'), replace(c.relname, '"', '""')) = ANY (?)""";

    private final Connection connection;
    private final Map<String, List<Column>> columns = new HashMap<>();
    private final Map<String, Optional<String>> typical = new HashMap<>();
    private final Map<String, Long> rows = new HashMap<>();

    /**
     * A column.
     *
     * @param fresh true when a new row must bring a value that is not there: part of a unique key and of no foreign one
     */
    record Column(String schema, String table, String name, int ordinal, String type, boolean fresh) {

        String sql() {
            return quoted(name);
        }

        String from() {
            return quoted(schema) + "." + quoted(table);
        }

        private static String quoted(String name) {
            return "\"" + name.replace("\"", "\"\"") + "\"";
        }
    }

    Facts(Connection connection) {
        this.connection = connection;
    }

    /** Takes numbers of rows and typical values from the statistics. @param tables qualified and quoted */
    void readStatistics(Set<String> tables) throws SQLException {
        ask(ROWS, tables, row -> rows.put(row.getString(1), Math.max(0, row.getLong(2))));
        ask(TYPICAL, tables, row -> {
            if (row.getString(4) != null) {
                Column column = new Column(row.getString(1), row.getString(2), row.getString(3), 0, "", false);
                typical.put(key(column), Optional.of(row.getString(4)));
            }
        });
    }

    private interface Row {
        void take(ResultSet row) throws SQLException;
    }

    private void ask(String sql, Set<String> tables, Row taker) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setArray(1, connection.createArrayOf("text", tables.toArray()));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    taker.take(row);
                }
            }
        }
    }

    private static String key(Column column) {
        return column.from() + "." + column.name();
    }

    /** Rows of the tables, by qualified name. */
    Map<String, Long> rows() {
        return rows;
    }

    /** The column that a parameter is compared with or written to. */
    Optional<Column> column(Template template, Parameter parameter) throws SQLException {
        for (NamedTable table : template.tables()) {
            boolean meant = parameter.qualifier().isEmpty()
                    || parameter.qualifier().equals(table.alias())
                    || parameter.qualifier().equals(table.name());
            for (Column column : meant ? columns(table.name()) : List.<Column>of()) {
                boolean same = column.name().equals(parameter.column())
                        || parameter.ordinal() > 0 && column.ordinal() == parameter.ordinal();
                if (same) {
                    return Optional.of(column);
                }
            }
        }
        return Optional.empty();
    }

    private List<Column> columns(String table) throws SQLException {
        List<Column> known = columns.get(table);
        if (known == null) {
            known = new ArrayList<>();
            try (PreparedStatement query = connection.prepareStatement(COLUMNS)) {
                query.setString(1, table);
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        known.add(
                                0,
                                new Column(
                                        row.getString(1),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getInt(4),
                                        row.getString(5),
                                        row.getBoolean(6) && !row.getBoolean(7)));
                    }
                }
            }
            columns.put(table, known);
        }
        return known;
    }

    /** A typical value; without statistics, any. As text. */
    Optional<String> typical(Column column) throws SQLException {
        Optional<String> known = typical.get(key(column));
        if (known == null) {
            known = first("SELECT " + column.sql() + "::text FROM " + column.from() + " WHERE " + column.sql()
                    + " IS NOT NULL LIMIT 1");
            typical.put(key(column), known);
        }
        return known;
    }

    /** The largest value and this much more. */
    Optional<String> beyond(Column column, String more) throws SQLException {
        return first("SELECT (max(" + column.sql() + ") + " + more + ")::text FROM " + column.from());
    }

    private Optional<String> first(String sql) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
        }
    }
}
