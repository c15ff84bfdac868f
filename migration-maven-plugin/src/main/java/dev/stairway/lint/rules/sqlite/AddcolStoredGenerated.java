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

/** A computed column is added whose values would have to be stored. */
public final class AddcolStoredGenerated implements LintRule {

    private static final Facts FACTS = Facts.of("L09", "addcol-stored-generated", Severity.ERROR)
            .about("sqlite")
            .catches("ADD COLUMN ... GENERATED ALWAYS AS (...) STORED")
            .when(
                    "A generated column is added as STORED. Quiet for VIRTUAL ones, and for tables of this release or without"
                            + " rows.")
            .effect(
                    "On an empty table it passes, on a table with rows SQLite refuses it: \"cannot add a STORED column\".")
            .instead("Add it as VIRTUAL, which an index can be made of just as well; or rebuild the table.")
            .see(
                    "https://www.sqlite.org/gencol.html",
                    "https://www.sqlite.org/lang_altertable.html#alter_table_add_column")
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
            if (column.generated() != null && column.stored() && !Sqlite.isEmpty(statement, table)) {
                String type = column.type() == null ? "" : " " + column.type().written();
                remarks.at(
                        statement,
                        add.offset(),
                        column.name().written(),
                        "SQLite refuses to add the STORED column " + column.name() + " as soon as " + table
                                + " has a row",
                        "ALTER TABLE " + table + " ADD COLUMN " + column.name() + type + " GENERATED ALWAYS AS ("
                                + column.generated().text() + ") VIRTUAL;");
            }
        }
    }
}
