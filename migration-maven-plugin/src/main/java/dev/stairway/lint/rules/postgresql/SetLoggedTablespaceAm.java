package dev.stairway.lint.rules.postgresql;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Words;
import dev.stairway.lint.schema.Index;
import dev.stairway.script.sql.tree.ObjectKind;
import dev.stairway.script.sql.tree.SqlTree;
import dev.stairway.script.sql.tree.SqlTree.AlterObject;
import dev.stairway.script.sql.tree.TableAction;

/** P33. */
public final class SetLoggedTablespaceAm implements LintRule {

    private static final Facts FACTS = Facts.of("P33", "set-logged-tablespace-am", Severity.ERROR)
            .about("postgresql")
            .catches("A table is copied to other storage while it is locked")
            .when(
                    "SET LOGGED, SET UNLOGGED, SET TABLESPACE or SET ACCESS METHOD of a table that is in use; SET TABLESPACE of an"
                            + " index or a materialized view of an earlier release, or of all objects of a tablespace.")
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
        } else if (Words.startsWith(statement.parsed().source().sql(), "ALTER")) {
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

    /** {@code ALTER TABLE ALL IN TABLESPACE a SET TABLESPACE b}, and the same of an index or a materialized view. */
    private static void moved(StatementView statement, Remarks remarks) {
        Words words = Words.of(statement.parsed().source().sql());
        if (words.begins("ALTER") && words.has("ALL", "IN", "TABLESPACE") && words.has("SET", "TABLESPACE")) {
            remarks.at(
                    statement,
                    0,
                    "",
                    "Everything in a tablespace is copied to another one, each under ACCESS EXCLUSIVE");
        } else if (statement.tree() instanceof AlterObject alter && copied(alter) && !isNew(statement, alter)) {
            String beside = alter.kind() == ObjectKind.INDEX
                    ? "CREATE INDEX CONCURRENTLY of another name in the tablespace, then DROP INDEX CONCURRENTLY "
                            + alter.name()
                    : FACTS.instead();
            String what = alter.name() + " is copied to another tablespace under ACCESS EXCLUSIVE";
            remarks.at(statement, 0, alter.name().written(), what, beside);
        }
    }

    private static boolean copied(AlterObject alter) {
        boolean kept = alter.kind() == ObjectKind.INDEX || alter.kind() == ObjectKind.MATERIALIZED_VIEW;
        return kept && Words.of(alter.what()).has("SET", "TABLESPACE");
    }

    private static boolean isNew(StatementView statement, AlterObject alter) {
        boolean harmless = statement
                .schema()
                .index(alter.name())
                .map(Index::table)
                .filter(statement::isHarmless)
                .isPresent();
        return harmless || statement.schema().isNew(alter.kind(), alter.name());
    }
}
