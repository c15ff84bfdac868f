package dev.stairway.lint.rules.generic;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Actions;
import dev.stairway.lint.rules.support.Earlier;
import dev.stairway.lint.rules.support.Names;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.TableAction;

/** A column gets another name. */
public final class RenameColumn implements LintRule {

    private static final Facts FACTS = Facts.of("G08", "rename-column", Severity.ERROR)
            .catches("RENAME of a column that was there before the release")
            .when("A column gets another name. Quiet when the table or the column is of this release.")
            .effect(
                    "Code of the release that still runs fails at once, on every statement that says the former name, and new"
                            + " code fails until the migration has run.")
            .instead(
                    "Add a column of the new name, let code write both, copy the values in batches, let code read the new one,"
                            + " and drop the former one in a later release.")
            .see(
                    "https://www.postgresql.org/docs/current/sql-altertable.html",
                    "https://www.sqlite.org/lang_altertable.html#alter_table_rename_column")
            .provenBy(Proof.QUERY_SUFFERS);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void release(ReleaseView release, Remarks remarks) {
        Earlier.walk(release, (statement, earlier) -> rename(statement, earlier, remarks));
    }

    private static void rename(StatementView statement, Earlier earlier, Remarks remarks) {
        for (TableAction.RenameColumn rename : Actions.of(statement, TableAction.RenameColumn.class)) {
            Name table = Actions.table(statement);
            if (!statement.isNew(table) && earlier.added(table, rename.from()).isEmpty()) {
                remarks.at(
                        statement,
                        rename.offset(),
                        Names.column(table, rename.from()),
                        "Running code that still says " + rename.from() + " of " + table + " fails: it is called "
                                + rename.to() + " from now on",
                        "Add " + rename.to() + " beside " + rename.from() + " (ALTER TABLE " + table + " ADD COLUMN "
                                + rename.to() + " ...;), let code write both, copy the values in batches, and drop "
                                + rename.from() + " in a later release");
            }
        }
    }
}
