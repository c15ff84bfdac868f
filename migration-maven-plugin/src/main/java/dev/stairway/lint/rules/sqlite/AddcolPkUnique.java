package dev.stairway.lint.rules.sqlite;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Actions;
import dev.stairway.lint.rules.support.Names;
import dev.stairway.script.sql.tree.Column;
import dev.stairway.script.sql.tree.Constraint.Kind;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.TableAction.AddColumn;

/** A column is added as a key, which SQLite never does. */
public final class AddcolPkUnique implements LintRule {

    private static final Facts FACTS = Facts.of("L08", "addcol-pk-unique", Severity.ERROR)
            .about("sqlite")
            .catches("ADD COLUMN ... PRIMARY KEY or UNIQUE")
            .when("A column is added with PRIMARY KEY or UNIQUE.")
            .effect(
                    "SQLite always refuses it, whether the table has rows or not: \"Cannot add a UNIQUE column\", \"Cannot add"
                            + " a PRIMARY KEY column\".")
            .instead("Add the column without it, and create a unique index; or rebuild the table.")
            .see("https://www.sqlite.org/lang_altertable.html#alter_table_add_column")
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
        for (AddColumn add : Actions.of(statement, AddColumn.class)) {
            Column column = add.column();
            boolean key = column.has(Kind.PRIMARY_KEY);
            if (key || column.has(Kind.UNIQUE)) {
                Name table = Actions.table(statement);
                remarks.at(
                        statement,
                        add.offset(),
                        column.name().written(),
                        "SQLite cannot add " + column.name() + " to " + table + " as a "
                                + (key ? "PRIMARY KEY" : "UNIQUE") + " column",
                        instead(table, column, key));
            }
        }
    }

    private static String instead(Name table, Column column, boolean key) {
        if (key) {
            return "Rebuild " + table + ": a new table with the key, INSERT INTO ... SELECT, DROP TABLE, RENAME TO";
        }
        String type = column.type() == null ? "" : " " + column.type().written();
        return "ALTER TABLE " + table + " ADD COLUMN " + column.name() + type + "; CREATE UNIQUE INDEX "
                + Names.made(table, column.name(), "key") + " ON " + table + " (" + column.name() + ");";
    }
}
