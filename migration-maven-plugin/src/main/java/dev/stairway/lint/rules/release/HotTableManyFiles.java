package dev.stairway.lint.rules.release;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;

/** One table that many migrations of a release lock. */
public final class HotTableManyFiles implements LintRule {

    private static final int LIMIT = 3;

    private static final Facts FACTS = Facts.of("Q02", "hot-table-many-files", Severity.WARNING)
            .about("postgresql")
            .catches("More than three migrations of a release that lock the same table")
            .when(
                    "More than three migrations of the release each hold a statement that keeps readers or writers of the same table"
                            + " waiting. Only for tables that exist already and are not small. The number can be set.")
            .effect(
                    "Each file was reviewed alone and looks harmless; on the day of the release the users of the table wait as many times"
                            + " as there are files.")
            .instead("Join the changes of the table into one migration, or spread them over several releases")
            .see("https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES")
            .provenBy(Proof.BLOCKS_READS, Proof.BLOCKS_WRITES);

    @Override
    public Facts facts() {
        return FACTS;
    }

    /** How many are bearable. */
    static int limit(ReleaseView release) {
        return release.setting().limit(FACTS, LIMIT);
    }

    @Override
    public void release(ReleaseView release, Remarks remarks) {
        int limit = limit(release);
        LockTally.of(release).stream()
                .filter(tally -> tally.migrations() > limit)
                .forEach(tally -> remarks.at(
                        tally.firstBeyond(limit),
                        0,
                        tally.table().written(),
                        tally.migrations() + " migrations of this release lock "
                                + tally.table().written() + " (limit " + limit + ")"));
    }
}
