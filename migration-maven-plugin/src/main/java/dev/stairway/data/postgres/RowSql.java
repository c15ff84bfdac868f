package dev.stairway.data.postgres;

import dev.stairway.data.jdbc.Names;
import dev.stairway.data.model.Store;
import dev.stairway.data.model.Table;
import dev.stairway.data.value.Value;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Queries of the rows that tables have. */
final class RowSql {

    private RowSql() {}

    /** One array of the tables' row counts, in order. */
    static String counts(List<Table> tables, int limit) {
        return tables.stream()
                .map(table -> "(SELECT count(*) FROM (SELECT FROM " + source(table) + " LIMIT " + limit + ") r)")
                .collect(Collectors.joining(", ", "SELECT ARRAY[", "]"));
    }

    static String largest(Table table, String column) {
        return "SELECT greatest(0, pg_catalog.max(" + Names.quoted(column) + "))::pg_catalog.int8 FROM "
                + table.sqlName();
    }

    /** Smallest and largest number, and how many there are. */
    static String span(Table table, String column) {
        String name = Names.quoted(column);
        return "SELECT pg_catalog.min(" + name + "), pg_catalog.max(" + name + "), pg_catalog.count(" + name + ") FROM "
                + source(table);
    }

    /** Of all partitions, where there are any. */
    static String bytes(Table table) {
        return "SELECT coalesce(pg_catalog.sum(pg_catalog.pg_total_relation_size(relid)), 0)::pg_catalog.int8"
                + " FROM pg_catalog.pg_partition_tree(" + oid(table)
                + ") UNION ALL SELECT pg_catalog.pg_total_relation_size("
                + oid(table) + ") ORDER BY 1 DESC";
    }

    /** Whether COPY does what INSERT does: it knows no rules, and no policies. */
    static String copies(Table table) {
        return "SELECT NOT c.relhasrules AND NOT pg_catalog.row_security_active(c.oid) FROM pg_catalog.pg_class c WHERE c.oid = "
                + oid(table);
    }

    private static String oid(Table table) {
        return Sql.text(table.sqlName()) + "::pg_catalog.regclass";
    }

    private static String source(Table table) {
        // Rows of tables that inherit from this one are their own.
        return table.partitions().isEmpty() ? "ONLY " + table.sqlName() : table.sqlName();
    }

    static String values(Store.Selection selection) {
        List<String> columns = selection.columns();
        String text = columns.stream()
                .map(name -> Names.quoted(name) + "::pg_catalog.text")
                .collect(Collectors.joining(", "));
        String order =
                columns.stream().map(name -> order(selection.table(), name)).collect(Collectors.joining(", "));
        return "SELECT " + text + " FROM (SELECT " + Names.quoted(columns) + " FROM "
                + selection.table().sqlName() + ") r ORDER BY " + order + " LIMIT " + selection.limit();
    }

    /** By number, or by bytes of the text: every other order depends on the server's locale. */
    private static String order(Table table, String name) {
        String column = "r." + Names.quoted(name);
        boolean number =
                table.column(name).filter(each -> each.type().base().isNumber()).isPresent();
        return number ? column : column + "::pg_catalog.text COLLATE \"C\"";
    }

    /** The current row of such a query. */
    static List<Value> row(ResultSet rows, int columns) throws SQLException {
        List<Value> row = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
            row.add(value(rows.getString(i)));
        }
        return row;
    }

    private static Value value(String text) {
        if (text == null) {
            return Value.NULL;
        }
        return text.startsWith("\\x") ? Value.bytes(text.substring(2)) : Value.text(text);
    }
}
