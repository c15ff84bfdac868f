package dev.stairway.lint.rules.generic;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Bulk;
import dev.stairway.lint.rules.support.Earlier;
import dev.stairway.lint.rules.support.HeldLock;
import dev.stairway.lint.rules.support.InnerWrite;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree.Delete;
import dev.stairway.script.sql.tree.SqlTree.Insert;
import dev.stairway.script.sql.tree.SqlTree.Update;
import java.util.Optional;

/** Many rows are worked through in one statement. */
public final class UnbatchedBackfill implements LintRule {

    private static final Facts FACTS = Facts.of("G23", "unbatched-backfill", Severity.WARNING)
            .catches("UPDATE, DELETE or INSERT ... SELECT of many rows in one statement")
            .when(
                    "A statement changes, deletes or copies rows of a table that this release did not make, without naming them by"
                            + " a key, a range of keys, a LIMIT or a temporary table. Quiet for new and small tables, for some rows of those"
                            + " that are called settings, roles, countries or the like, and where dml-no-where or ddl-plus-dml-one-tx"
                            + " speak.")
            .effect(
                    "All rows stay locked until the last one is done, so writers of any of them wait; the old versions of all"
                            + " rows stay on disk meanwhile; replicas fall behind; and a failure near the end loses all the work.")
            .instead(
                    "Work in batches of a few thousand rows by a range of keys, with a commit after each, outside the runner's"
                            + " transaction.")
            .see(
                    "https://www.postgresql.org/docs/current/routine-vacuuming.html#VACUUM-FOR-SPACE-RECOVERY",
                    "https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-ROWS")
            .about("postgresql")
            .provenBy(Proof.BLOCKS_WRITES);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void release(ReleaseView release, Remarks remarks) {
        Earlier.walk(release, (statement, earlier) -> {
            Optional<Name> rows = Bulk.table(statement);
            if (rows.isPresent() && !isSaid(statement, earlier)) {
                String verb = verb(statement);
                remarks.at(
                        statement,
                        0,
                        rows.get().written(),
                        "All rows of " + rows.get() + " that the condition finds are " + verb + " at once",
                        "Repeat it for one range of keys after the other, with a commit after each: "
                                + batch(statement, rows.get()));
            }
        });
    }

    private static boolean isSaid(StatementView statement, Earlier earlier) {
        return DmlNoWhere.loses(statement, earlier)
                || HeldLock.before(statement).isPresent();
    }

    private static String verb(StatementView statement) {
        boolean deletes = statement.as(Delete.class).isPresent() || inner(statement, "DELETE");
        boolean copies = statement.as(Insert.class).isPresent()
                && InnerWrite.in(statement).isEmpty();
        return deletes ? "deleted" : copies ? "copied" : "changed";
    }

    private static boolean inner(StatementView statement, String verb) {
        return InnerWrite.in(statement)
                .filter(write -> write.verb().equals(verb))
                .isPresent();
    }

    private static String batch(StatementView statement, Name table) {
        String range = "id BETWEEN 1 AND 10000";
        if (statement.as(Update.class).isPresent()) {
            return "UPDATE " + table + " SET ... WHERE ... AND " + range + ";";
        }
        if (InnerWrite.in(statement).isPresent()) {
            return "... WHERE ... AND " + range + ";";
        }
        return statement.as(Delete.class).isPresent()
                ? "DELETE FROM " + table + " WHERE ... AND " + range + ";"
                : "INSERT ... SELECT ... FROM " + table + " WHERE " + range + ";";
    }
}
