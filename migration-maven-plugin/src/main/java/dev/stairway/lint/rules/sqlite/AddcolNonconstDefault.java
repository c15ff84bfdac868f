package dev.stairway.lint.rules.sqlite;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Actions;
import dev.stairway.script.sql.tree.Column;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.TableAction.AddColumn;

/** A column is added whose default is computed. */
public final class AddcolNonconstDefault implements LintRule {

    private static final Facts FACTS = Facts.of("L07", "addcol-nonconst-default", Severity.ERROR)
            .about("sqlite")
            .catches("ADD COLUMN with a default that is no constant")
            .when(
                    "A column is added with DEFAULT CURRENT_TIMESTAMP, CURRENT_DATE, CURRENT_TIME or an expression in parentheses"
                            + " that is no plain value. Quiet for tables of this release or without rows.")
            .effect("On an empty table it passes, on a table with rows SQLite refuses it: \"Cannot add a column with"
                    + " non-constant default\".")
            .instead("Add the column without a default and fill it with an UPDATE; or rebuild the table.")
            .see("https://www.sqlite.org/lang_altertable.html#alter_table_add_column")
            .provenBy(Proof.FAILS_ON_ROWS);

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
        for (AddColumn add : Actions.of(statement, AddColumn.class)) {
            Name table = Actions.table(statement);
            Column column = add.column();
            boolean computed =
                    column.defaultValue() != null && !column.defaultValue().literal();
            if (computed && !Sqlite.isEmpty(statement, table)) {
                String value = column.defaultValue().text();
                String type = column.type() == null ? "" : " " + column.type().written();
                remarks.at(
                        statement,
                        add.offset(),
                        column.name().written(),
                        "SQLite refuses to add " + column.name() + " as soon as " + table
                                + " has a row, because its default " + value + " is no constant",
                        "ALTER TABLE " + table + " ADD COLUMN " + column.name() + type + "; UPDATE " + table + " SET "
                                + column.name() + " = " + value + ";");
            }
        }
    }
}
