package dev.stairway.lint.rules.sqlite;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Actions;
import dev.stairway.script.sql.tree.Column;
import dev.stairway.script.sql.tree.Constraint.Kind;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.TableAction.AddColumn;

/** A column is added that refers to another table and has a value from the beginning. */
public final class AddcolFkDefault implements LintRule {

    private static final Facts FACTS = Facts.of("L10", "addcol-fk-default", Severity.ERROR)
            .about("sqlite")
            .catches("ADD COLUMN ... REFERENCES with a default that is not NULL")
            .when(
                    "A column with a foreign key is added with a default other than NULL, and foreign keys were not switched off"
                            + " outside a transaction before. Quiet for tables of this release or without rows.")
            .effect(
                    "Where foreign keys are enforced, it passes on an empty table, and on a table with rows SQLite refuses it:"
                            + " \"Cannot add a REFERENCES column with non-NULL default value\".")
            .instead(
                    "Add the column with DEFAULT NULL, and set its values with an UPDATE, which checks them; or rebuild the"
                            + " table.")
            .see("https://www.sqlite.org/lang_altertable.html#alter_table_add_column")
            .provenBy(Proof.FAILS_ON_ROWS);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void back(ReleaseView way, Remarks remarks) {
        release(way, remarks);
    }

    @Override
    public void release(ReleaseView release, Remarks remarks) {
        ForeignKeys keys = new ForeignKeys();
        for (StatementView statement : release.statements()) {
            keys.after(statement);
            if (!keys.off()) {
                Actions.of(statement, AddColumn.class).forEach(add -> look(statement, add, remarks));
            }
        }
    }

    private static void look(StatementView statement, AddColumn add, Remarks remarks) {
        Name table = Actions.table(statement);
        Column column = add.column();
        boolean hasValue = column.defaultValue() != null && !AddedColumn.isNull(column.defaultValue());
        if (column.has(Kind.FOREIGN_KEY) && hasValue && !Sqlite.isEmpty(statement, table)) {
            String value = column.defaultValue().text();
            String type = column.type() == null ? "" : " " + column.type().written();
            remarks.at(
                    statement,
                    add.offset(),
                    column.name().written(),
                    "Where foreign keys are enforced, SQLite refuses to add " + column.name() + " with DEFAULT " + value
                            + " as soon as " + table + " has a row",
                    "ALTER TABLE " + table + " ADD COLUMN " + column.name() + type + " REFERENCES ...; UPDATE " + table
                            + " SET " + column.name() + " = " + value + ";");
        }
    }
}
