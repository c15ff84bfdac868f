package dev.stairway.script.sql.parse;

import dev.stairway.script.sql.grammar.sqlite.SQLiteParser.Alter_table_stmtContext;
import dev.stairway.script.sql.grammar.sqlite.SQLiteParser.Create_index_stmtContext;
import dev.stairway.script.sql.grammar.sqlite.SQLiteParser.Create_table_stmtContext;
import dev.stairway.script.sql.grammar.sqlite.SQLiteParser.Indexed_columnContext;
import dev.stairway.script.sql.grammar.sqlite.SQLiteParser.Table_optionsContext;
import dev.stairway.script.sql.tree.Constraint;
import dev.stairway.script.sql.tree.Expression;
import dev.stairway.script.sql.tree.IndexPart;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree;
import dev.stairway.script.sql.tree.TableAction;
import java.util.List;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Tables and indexes of SQLite that are made or altered. */
final class SqliteTables {

    private final SqliteText text;
    private final SqliteExpressions expressions;
    private final SqliteQueries queries;
    private final SqliteColumns columns;

    SqliteTables(SqliteText text, SqliteExpressions expressions, SqliteQueries queries) {
        this.text = text;
        this.expressions = expressions;
        this.queries = queries;
        this.columns = new SqliteColumns(text, expressions);
    }

    SqlTree made(Create_table_stmtContext made) {
        Table_optionsContext options = made.table_options();
        return new SqlTree.CreateTable(
                SqliteText.name(made.schema_name(), made.table_name()),
                made.IF_() != null,
                made.TEMP_() != null || made.TEMPORARY_() != null,
                false,
                made.column_def().stream().map(columns::of).toList(),
                made.table_constraint().stream().map(columns::of).toList(),
                null,
                false,
                queries.of(made.select_stmt()),
                options != null && !options.STRICT_().isEmpty(),
                options != null && !options.WITHOUT_().isEmpty());
    }

    SqlTree made(Create_index_stmtContext made) {
        Name index = SqliteText.name(made.schema_name(), made.index_name());
        return new SqlTree.CreateIndex(
                index,
                SqliteText.name(made.table_name()),
                made.indexed_column().stream().map(this::part).toList(),
                made.UNIQUE_() != null,
                false,
                made.IF_() != null,
                expressions.of(made.expr()),
                "",
                List.of());
    }

    private IndexPart part(Indexed_columnContext part) {
        Name column = SqliteExpressions.column(part.expr());
        Expression expression = column == null ? expressions.of(part.expr()) : null;
        return new IndexPart(column, expression, text.of(part));
    }

    SqlTree altered(Alter_table_stmtContext alter) {
        Name table = SqliteText.name(alter.schema_name(), alter.table_name(0));
        return new SqlTree.AlterTable(table, false, List.of(action(alter)));
    }

    private TableAction action(Alter_table_stmtContext alter) {
        if (alter.new_table_name != null) {
            return new TableAction.RenameTable(SqliteText.name(alter.new_table_name), at(alter.RENAME_()));
        } else if (alter.old_column_name != null) {
            return new TableAction.RenameColumn(
                    SqliteText.name(alter.old_column_name),
                    SqliteText.name(alter.new_column_name),
                    at(alter.RENAME_()));
        } else if (alter.column_def() != null) {
            return new TableAction.AddColumn(columns.of(alter.column_def()), false, at(alter.ADD_()));
        } else if (alter.CHECK_() != null) {
            return new TableAction.AddConstraint(check(alter), at(alter.ADD_()));
        } else if (alter.ALTER_().size() > 1) {
            return new TableAction.AlterNotNull(
                    SqliteText.name(alter.column_name(0)), alter.SET_() != null, at(alter.ALTER_(1)));
        } else if (alter.CONSTRAINT_() != null) {
            return new TableAction.DropConstraint(SqliteText.name(alter.name()), false, false, at(alter.DROP_()));
        }
        return new TableAction.DropColumn(SqliteText.name(alter.column_name(0)), false, false, at(alter.DROP_()));
    }

    private Constraint check(Alter_table_stmtContext alter) {
        Name name = alter.name() == null ? null : SqliteText.name(alter.name());
        return columns.check(name, alter.expr(), at(alter.ADD_()));
    }

    private static int at(TerminalNode word) {
        return word.getSymbol().getStartIndex();
    }
}
