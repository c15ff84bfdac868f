package dev.stairway.lint.rules.sqlite;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Actions;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.TableAction.DropColumn;

/** A column is dropped that something still needs. */
public final class DropColumnUsed implements LintRule {

    private static final Facts FACTS = Facts.of("L11", "drop-column-used", Severity.ERROR)
            .about("sqlite")
            .catches("DROP COLUMN of a column that a key, an index, a check, a view or a trigger needs")
            .when(
                    "A column is dropped that is part of a key or a UNIQUE constraint, of an index, of a check or a foreign key of"
                            + " the table, of a generated column, or that a view or a trigger of the table names. Quiet when that was"
                            + " dropped before.")
            .effect("SQLite refuses the statement, whether the table has rows or not.")
            .instead(
                    "Drop the index, the view or the trigger first, and create it again without the column; for a key or a check"
                            + " rebuild the table.")
            .see("https://www.sqlite.org/lang_altertable.html#alter_table_drop_column")
            .provenBy(Proof.FAILS);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void back(StatementView statement, Remarks remarks) {
        statement(statement, remarks);
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        for (DropColumn drop : Actions.of(statement, DropColumn.class)) {
            Name table = Actions.table(statement);
            ColumnUse.of(statement.schema(), table, drop.column())
                    .ifPresent(use -> remarks.at(
                            statement,
                            drop.offset(),
                            drop.column().written(),
                            "SQLite refuses to drop " + drop.column() + " of " + table + ", because " + use.words(),
                            use.instead(table, drop.column())));
        }
    }
}
