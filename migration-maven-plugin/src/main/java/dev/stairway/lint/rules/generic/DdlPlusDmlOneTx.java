package dev.stairway.lint.rules.generic;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Bulk;
import dev.stairway.lint.rules.support.HeldLock;
import dev.stairway.script.sql.SqlStatement;
import dev.stairway.script.sql.tree.Name;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A change of the schema and work on many rows share a transaction. */
public final class DdlPlusDmlOneTx implements LintRule {

    private static final Facts FACTS = Facts.of("G22", "ddl-plus-dml-one-tx", Severity.ERROR)
            .catches("Change of a table and work on many rows in one transaction")
            .when(
                    "Many rows are changed, deleted or copied after a statement of the same transaction has changed a table that"
                            + " this release did not make. Quiet for new and small tables, for rows that are named by a key or a"
                            + " LIMIT, and when the change of the table comes last.")
            .effect(
                    "The lock that the change of the table needs for a moment is held until the last row is done: readers and"
                            + " writers of the table wait as long as the backfill takes.")
            .instead(
                    "Change the table in one migration, and fill it in another one, in batches with a commit after each.")
            .see(
                    "https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES",
                    "https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES")
            .about("postgresql")
            .provenBy(Proof.BLOCKS_READS, Proof.BLOCKS_WRITES);

    @Override
    public Facts facts() {
        return FACTS;
    }

    /** Once for each lock: the first work that it is held for. */
    @Override
    public void release(ReleaseView release, Remarks remarks) {
        Set<SqlStatement> told = new HashSet<>();
        for (StatementView statement : release.statements()) {
            look(statement, told, remarks);
        }
    }

    private static void look(StatementView statement, Set<SqlStatement> told, Remarks remarks) {
        Optional<Name> rows = Bulk.table(statement);
        Optional<HeldLock> lock = rows.flatMap(some -> HeldLock.before(statement));
        if (rows.isPresent() && lock.isPresent() && told.add(lock.get().by().source())) {
            remarks.at(
                    statement,
                    0,
                    rows.get().written(),
                    "Everybody waits for " + lock.get().table() + " while rows of " + rows.get()
                            + " are worked through: its lock, taken in line "
                            + lock.get().by().source().line() + ", is held to the end of the transaction",
                    "Move this statement to a migration of its own, and work in batches: ... WHERE id BETWEEN 1 AND 10000;"
                            + " with a commit after each");
        }
    }
}
