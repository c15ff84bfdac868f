package dev.stairway.lint.rules.postgresql;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Course;
import dev.stairway.lint.rules.support.Words;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree.AlterTable;
import dev.stairway.script.sql.tree.TableAction.DetachPartition;

/** P37. */
public final class DetachNotConcurrent implements LintRule {

    private static final Facts FACTS = Facts.of("P37", "detach-not-concurrent", Severity.WARNING)
            .about("postgresql")
            .catches("A partition is detached while the whole partitioned table is locked")
            .when(
                    "DETACH PARTITION without CONCURRENTLY from a table that is in use. Quiet where a server of the matrix is older than"
                            + " 14, and where the table has a default partition: CONCURRENTLY is refused there.")
            .effect(
                    "The statement waits for every running query of the partitioned table, and all later ones wait behind it.")
            .instead("ALTER TABLE ... DETACH PARTITION ... CONCURRENTLY, in a migration without a transaction")
            .see("https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DETACH-PARTITION")
            .provenBy(Proof.BLOCKS_READS);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void release(ReleaseView release, Remarks remarks) {
        if (!release.targets().anyBefore(14, 0)) {
            Course.each(
                    release,
                    (statement, before) ->
                            statement.as(AlterTable.class).ifPresent(alter -> look(statement, alter, before, remarks)));
        }
    }

    private static void look(StatementView statement, AlterTable alter, Course before, Remarks remarks) {
        Name parent = alter.table();
        alter.actions().stream()
                .filter(DetachPartition.class::isInstance)
                .map(DetachPartition.class::cast)
                .filter(detach -> !detach.concurrently() && !finalizes(statement))
                .filter(detach -> !statement.isHarmless(parent))
                .filter(detach -> Partitions.defaultOf(parent, before).isEmpty())
                .forEach(detach -> remarks.at(
                        statement,
                        detach.offset(),
                        parent.written(),
                        "Queries of " + parent + " wait until " + detach.partition() + " is detached",
                        "ALTER TABLE " + parent + " DETACH PARTITION " + detach.partition()
                                + " CONCURRENTLY, in a migration without a transaction"));
    }

    /** FINALIZE ends what CONCURRENTLY had begun. */
    private static boolean finalizes(StatementView statement) {
        return Words.of(statement.parsed().source().sql()).has("FINALIZE");
    }
}
