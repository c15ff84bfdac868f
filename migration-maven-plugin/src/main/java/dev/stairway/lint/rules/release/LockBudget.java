package dev.stairway.lint.rules.release;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;

/** More locks of one table in a release than its users should have to bear. */
public final class LockBudget implements LintRule {

    private static final int LIMIT = 5;

    private static final Facts FACTS = Facts.of("Q01", "lock-budget", Severity.WARNING)
            .about("postgresql")
            .catches("More than five statements of a release that lock the same table")
            .when(
                    "More than five statements of at least two migrations take a lock of a table that keeps its readers or writers waiting."
                            + " Only for tables that exist already and are not small. The number can be set. Where they are spread over many"
                            + " migrations, hot-table-many-files tells it.")
            .effect(
                    "Each file looks harmless. Together they stop the users of the table again and again during one deployment, and each"
                            + " of the locks can be the one that has to queue behind a long query.")
            .instead("Join the changes into fewer statements, or spread them over several releases")
            .see(
                    "https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES",
                    "https://www.postgresql.org/docs/current/sql-altertable.html")
            .provenBy(Proof.BLOCKS_READS, Proof.BLOCKS_WRITES);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void release(ReleaseView release, Remarks remarks) {
        int limit = release.setting().limit(FACTS, LIMIT);
        int files = HotTableManyFiles.limit(release);
        LockTally.of(release).stream()
                .filter(tally -> tally.statements().size() > limit)
                .filter(tally -> tally.migrations() > 1 && tally.migrations() <= files)
                .forEach(tally -> remarks.at(
                        tally.statements().get(limit),
                        0,
                        tally.table().written(),
                        tally.statements().size() + " statements of this release lock "
                                + tally.table().written() + " (limit " + limit + ")"));
    }
}
