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

/** A column that must have a value is added without one. */
public final class AddcolNotnull implements LintRule {

    private static final Facts FACTS = Facts.of("L06", "addcol-notnull", Severity.ERROR)
            .about("sqlite")
            .catches("ADD COLUMN ... NOT NULL without a default")
            .when(
                    "A column that must not be NULL is added without a default, or with DEFAULT NULL. Quiet for generated columns,"
                            + " and for tables of this release or without rows.")
            .effect(
                    "On an empty table it passes, on a table with rows SQLite refuses it: \"Cannot add a NOT NULL column with"
                            + " default value NULL\".")
            .instead("Add it with a constant default; or rebuild the table, and compute the value while copying.")
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
            if (column.notNull()
                    && column.generated() == null
                    && !hasValue(column)
                    && !Sqlite.isEmpty(statement, table)) {
                String type = column.type() == null ? "" : " " + column.type().written();
                remarks.at(
                        statement,
                        add.offset(),
                        column.name().written(),
                        "SQLite refuses to add " + column.name() + " as soon as " + table
                                + " has a row, because that row would have no value",
                        "ALTER TABLE " + table + " ADD COLUMN " + column.name() + type + " NOT NULL DEFAULT "
                                + AddedColumn.example(column) + ";");
            }
        }
    }

    private static boolean hasValue(Column column) {
        return column.defaultValue() != null && !AddedColumn.isNull(column.defaultValue());
    }
}
