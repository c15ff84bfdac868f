package dev.stairway.lint.rules.generic;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.schema.Table;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree.AlterTable;
import dev.stairway.script.sql.tree.SqlTree.CreateTable;
import dev.stairway.script.sql.tree.TableAction;
import java.util.List;

/** A table with very many columns. */
public final class WideTable implements LintRule {

    private static final int LIMIT = 50;

    private static final Facts FACTS = Facts.of("G41", "wide-table", Severity.INFO)
            .catches("A table with more than fifty columns")
            .when(
                    "A new table has more than fifty columns, or a column is added to a table that has fifty already. The number can be"
                            + " set.")
            .effect(
                    "Each UPDATE writes the whole row anew, however few columns it changes, and each read brings all of them into memory."
                            + " Often several things have been put into one table.")
            .instead("Put columns that are used together into a table of their own, with the same key")
            .see(
                    "https://www.postgresql.org/docs/current/limits.html",
                    "https://www.postgresql.org/docs/current/storage-hot.html");

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        int limit = statement.setting().limit(FACTS, LIMIT);
        statement
                .as(CreateTable.class)
                .filter(made -> made.columns().size() > limit)
                .ifPresent(made -> say(statement, made.table(), made.columns().size(), limit, remarks));
        statement.as(AlterTable.class).ifPresent(altered -> {
            long added = altered.actions().stream()
                    .filter(TableAction.AddColumn.class::isInstance)
                    .count();
            int before = statement
                    .schema()
                    .table(altered.table())
                    .map(Table::columns)
                    .map(List::size)
                    .orElse(0);
            if (added > 0 && before + added > limit) {
                say(statement, altered.table(), before + (int) added, limit, remarks);
            }
        });
    }

    private static void say(StatementView statement, Name table, int columns, int limit, Remarks remarks) {
        remarks.at(
                statement, 0, table.written(), table.written() + " has " + columns + " columns (limit " + limit + ")");
    }
}
