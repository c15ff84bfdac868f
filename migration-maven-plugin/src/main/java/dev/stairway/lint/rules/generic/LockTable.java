package dev.stairway.lint.rules.generic;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A lock that is asked for in so many words. */
public final class LockTable implements LintRule {

    /** Neither readers nor writers wait for these. */
    private static final Set<String> MILD =
            Set.of("ACCESS SHARE", "ROW SHARE", "ROW EXCLUSIVE", "SHARE UPDATE EXCLUSIVE");

    private static final Facts FACTS = Facts.of("G51", "lock-table", Severity.ERROR)
            .about("postgresql")
            .catches("LOCK TABLE in a mode that keeps writers or readers away")
            .when(
                    "A migration locks a table that exists already and is not small in SHARE mode or a stronger one; ACCESS EXCLUSIVE is"
                            + " what LOCK TABLE takes when no mode is written.")
            .effect(
                    "Everybody who wants to write waits until the transaction is over, and with ACCESS EXCLUSIVE everybody who wants to"
                            + " read. While the lock itself has to wait, all who come later queue behind it.")
            .instead(
                    "Leave the lock out: statements take the locks that they need; copy and change rows in small batches")
            .see(
                    "https://www.postgresql.org/docs/current/sql-lock.html",
                    "https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES")
            .provenBy(Proof.BLOCKS_READS, Proof.BLOCKS_WRITES);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        statement.as(SqlTree.LockTable.class).ifPresent(lock -> {
            List<Name> hurt = lock.tables().stream()
                    .filter(table -> !statement.isHarmless(table))
                    .toList();
            String mode =
                    lock.mode().isEmpty() ? "ACCESS EXCLUSIVE" : lock.mode().replaceAll("\\s+MODE$", "");
            if (!hurt.isEmpty() && !MILD.contains(mode)) {
                String tables = hurt.stream().map(Name::written).collect(Collectors.joining(", "));
                String who = mode.equals("ACCESS EXCLUSIVE") ? "readers and writers" : "writers";
                remarks.at(
                        statement,
                        0,
                        hurt.get(0).written(),
                        "LOCK TABLE in mode " + mode + " keeps " + who + " of " + tables
                                + " away until the transaction is over");
            }
        });
    }
}
