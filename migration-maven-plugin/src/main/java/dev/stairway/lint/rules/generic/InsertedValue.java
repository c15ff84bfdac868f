package dev.stairway.lint.rules.generic;

import dev.stairway.lint.schema.Schema;
import dev.stairway.script.sql.SqlSyntax;
import dev.stairway.script.sql.parse.ParsedStatement;
import dev.stairway.script.sql.tree.Column;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A value that an INSERT writes.
 *
 * @param column in lower case; empty where it cannot be known
 * @param text as it is written
 * @param offset of its first character in the statement
 */
record InsertedValue(String column, String text, int offset) {

    /** Those of the rows that stand in the statement, or of the query that gives them. */
    static List<InsertedValue> of(ParsedStatement parsed, SqlTree.Insert insert, Schema schema, String product) {
        SqlSyntax syntax = SqlSyntax.of(product);
        String text = parsed.source().sql();
        List<List<Clauses.Piece>> rows =
                insert.query() == null ? Clauses.rows(text, syntax) : List.of(Clauses.results(text, syntax));
        List<String> columns = columns(insert, schema);
        List<InsertedValue> values = new ArrayList<>();
        for (List<Clauses.Piece> row : rows) {
            for (int at = 0; at < row.size(); at++) {
                String column = at < columns.size() ? columns.get(at) : "";
                values.add(new InsertedValue(
                        column, row.get(at).text(), row.get(at).offset()));
            }
        }
        return values;
    }

    private static List<String> columns(SqlTree.Insert insert, Schema schema) {
        List<Name> names = insert.columns().isEmpty()
                ? schema.table(insert.table())
                        .map(table -> table.columns().stream().map(Column::name).toList())
                        .orElse(List.of())
                : insert.columns();
        return names.stream().map(name -> name.name().toLowerCase(Locale.ROOT)).toList();
    }
}
