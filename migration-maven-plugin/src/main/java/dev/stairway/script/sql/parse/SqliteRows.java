package dev.stairway.script.sql.parse;

import dev.stairway.script.sql.grammar.sqlite.SQLiteParser.AssignmentContext;
import dev.stairway.script.sql.grammar.sqlite.SQLiteParser.Column_nameContext;
import dev.stairway.script.sql.grammar.sqlite.SQLiteParser.Delete_stmtContext;
import dev.stairway.script.sql.grammar.sqlite.SQLiteParser.Insert_stmtContext;
import dev.stairway.script.sql.grammar.sqlite.SQLiteParser.Qualified_table_nameContext;
import dev.stairway.script.sql.grammar.sqlite.SQLiteParser.Select_stmtContext;
import dev.stairway.script.sql.grammar.sqlite.SQLiteParser.Update_stmtContext;
import dev.stairway.script.sql.grammar.sqlite.SQLiteParser.Values_clauseContext;
import dev.stairway.script.sql.tree.Expression;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Rows of SQLite that are added, changed or deleted. */
final class SqliteRows {

    private final SqliteExpressions expressions;
    private final SqliteQueries queries;

    SqliteRows(SqliteExpressions expressions, SqliteQueries queries) {
        this.expressions = expressions;
        this.queries = queries;
    }

    SqlTree added(Insert_stmtContext insert) {
        Values_clauseContext values = values(insert.select_stmt());
        boolean fromQuery = insert.select_stmt() != null && values == null;
        return new SqlTree.Insert(
                SqliteText.name(insert.schema_name(), insert.table_name()),
                insert.column_name().stream().map(SqliteText::name).toList(),
                fromQuery ? 0 : values == null ? 1 : values.value_row().size(),
                fromQuery ? queries.of(insert.select_stmt(), insert) : null,
                or(insert),
                !insert.upsert_clause().isEmpty(),
                expressions.functions(insert));
    }

    /** The rows that are written out; null where a query gives them. */
    private static Values_clauseContext values(Select_stmtContext select) {
        boolean alone = select != null && select.select_core().size() == 1;
        return alone ? select.select_core(0).values_clause() : null;
    }

    private static String or(Insert_stmtContext insert) {
        for (TerminalNode word : new TerminalNode[] {
            insert.REPLACE_(), insert.ROLLBACK_(), insert.ABORT_(), insert.FAIL_(), insert.IGNORE_()
        }) {
            if (word != null) {
                return word.getText().toUpperCase(java.util.Locale.ROOT);
            }
        }
        return "";
    }

    SqlTree changed(Update_stmtContext update) {
        List<Name> columns = new ArrayList<>();
        List<Expression> values = new ArrayList<>();
        Set<String> functions = new HashSet<>();
        for (AssignmentContext assignment : update.assignment()) {
            Expression value = expressions.of(assignment.expr());
            for (Column_nameContext column : columns(assignment)) {
                columns.add(SqliteText.name(column));
                values.add(value);
            }
            functions.addAll(value.functions());
        }
        return new SqlTree.Update(
                table(update.qualified_table_name()),
                columns,
                values,
                expressions.of(update.where_expr),
                update.limit_clause() != null,
                functions);
    }

    private static List<Column_nameContext> columns(AssignmentContext assignment) {
        return assignment.column_name() != null
                ? List.of(assignment.column_name())
                : assignment.column_name_list().column_name();
    }

    SqlTree deleted(Delete_stmtContext delete) {
        return new SqlTree.Delete(
                table(delete.qualified_table_name()), expressions.of(delete.where_expr), delete.limit_clause() != null);
    }

    private static Name table(Qualified_table_nameContext table) {
        return SqliteText.name(table.schema_name(), table.table_name());
    }
}
