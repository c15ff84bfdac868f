package dev.stairway.catalog.postgres;

import dev.stairway.catalog.Answers;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads what tables are made of. */
final class Parts {

    private final Connection connection;
    private final Map<Long, TableDraft> drafts;
    private final String onlySchema;

    /** @param drafts by oid */
    Parts(Connection connection, Map<Long, TableDraft> drafts, String onlySchema) {
        this.connection = connection;
        this.drafts = drafts;
        this.onlySchema = onlySchema;
    }

    void read() throws SQLException {
        ask(CatalogSql.COLUMNS, this::column);
        ask(CatalogSql.CONSTRAINTS, this::constraint);
        ask(CatalogSql.INDEXES, this::index);
    }

    private void ask(String sql, Answers.Row<Boolean> row) throws SQLException {
        Answers.of(connection, sql, row, onlySchema, onlySchema);
    }

    private boolean column(ResultSet row) throws SQLException {
        TableDraft draft = drafts.get(row.getLong(1));
        draft.column(
                row.getInt(2),
                new TableDraft.RawColumn(
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5),
                        row.getBoolean(6),
                        !row.getString(7).isEmpty(),
                        row.getString(8),
                        row.getString(9)));
        return true;
    }

    private boolean constraint(ResultSet row) throws SQLException {
        TableDraft draft = drafts.get(row.getLong(1));
        String name = row.getString(3);
        List<Integer> columns = list(row.getArray(4)).stream()
                .map(number -> ((Number) number).intValue())
                .toList();
        switch (row.getString(2)) {
            case "p" -> draft.primaryKey(name, columns);
            case "u" -> draft.unique(name, columns);
            case "c" -> draft.check(name, row.getString(10));
            default -> {
                List<Integer> parents = list(row.getArray(5)).stream()
                        .map(number -> ((Number) number).intValue())
                        .toList();
                TableDraft parent = drafts.get(row.getLong(6));
                if (parent != null) {
                    draft.refers(new TableDraft.RawReference(
                            name,
                            columns,
                            parent,
                            parents,
                            action(row.getString(7)),
                            action(row.getString(8)),
                            row.getBoolean(9)));
                }
            }
        }
        return true;
    }

    private boolean index(ResultSet row) throws SQLException {
        TableDraft draft = drafts.get(row.getLong(1));
        List<String> parts = new ArrayList<>();
        List<Object> written = list(row.getArray(5));
        List<Object> descending = list(row.getArray(6));
        for (int i = 0; i < written.size(); i++) {
            parts.add(TableDraft.part((String) written.get(i), (Boolean) descending.get(i)));
        }
        draft.index(row.getString(2), parts, row.getBoolean(3), row.getString(4));
        return true;
    }

    /** See confdeltype of https://www.postgresql.org/docs/current/catalog-pg-constraint.html. */
    private static String action(String code) {
        return switch (code) {
            case "r" -> "RESTRICT";
            case "c" -> "CASCADE";
            case "n" -> "SET NULL";
            case "d" -> "SET DEFAULT";
            default -> "NO ACTION";
        };
    }

    private static List<Object> list(Array array) throws SQLException {
        return array == null ? List.of() : List.of((Object[]) array.getArray());
    }
}
