package dev.stairway.lint.rules.postgresql;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Words;
import dev.stairway.script.sql.tree.SqlTree;
import dev.stairway.script.sql.tree.TableAction;

/** P33. */
public final class SetLoggedTablespaceAm implements LintRule {

    private static final Facts FACTS = Facts.of("P33", "set-logged-tablespace-am", Severity.ERROR)
            .about("postgresql")
            .catches("A table is copied to other storage while it is locked")
            .when(
                    "SET LOGGED, SET UNLOGGED, SET TABLESPACE or SET ACCESS METHOD of a table that is in use, or all objects of a"
                            + " tablespace that are moved at once.")
            .effect(
                    "Every row is copied, and nobody can read or write the table until that is done. SET UNLOGGED gives up the rows"
                            + " in a crash as well.")
            .instead("Make a new table with the storage that is wanted, copy the rows in batches and swap the names")
            .see("https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-SET-TABLESPACE")
            .provenBy(Proof.BLOCKS_READS, Proof.REWRITES);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        if (statement.tree() instanceof SqlTree.AlterTable alter) {
            table(statement, alter, remarks);
        } else {
            moved(statement, remarks);
        }
    }

    private static void table(StatementView statement, SqlTree.AlterTable alter, Remarks remarks) {
        if (statement.isHarmless(alter.table())) {
            return;
        }
        for (TableAction action : alter.actions()) {
            if (action instanceof TableAction.SetStorage storage) {
                remarks.at(
                        statement,
                        storage.offset(),
                        alter.table().written(),
                        "SET " + storage.what() + " copies " + alter.table() + " under ACCESS EXCLUSIVE",
                        "Make a table beside " + alter.table()
                                + " with the storage that is wanted, copy the rows in batches and swap the names");
            }
        }
    }

    /** {@code ALTER TABLE ALL IN TABLESPACE a SET TABLESPACE b}. */
    private static void moved(StatementView statement, Remarks remarks) {
        Words words = Words.of(statement.parsed().source().sql());
        if (words.begins("ALTER") && words.find("ALL", "IN", "TABLESPACE") == 2 && words.has("SET", "TABLESPACE")) {
            remarks.at(
                    statement,
                    0,
                    "",
                    "Everything in a tablespace is copied to another one, each under ACCESS EXCLUSIVE");
        }
    }
}
