package dev.stairway.lint.rules.postgresql;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.LockNeed;
import dev.stairway.lint.rules.support.LockNeeds;
import dev.stairway.lint.rules.support.Timeouts;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** P28. */
public final class NoStatementTimeout implements LintRule {

    private static final String STATEMENT_TIMEOUT = "statement_timeout";
    private static final Facts FACTS = Facts.of("P28", "no-statement-timeout", Severity.WARNING)
            .onRequest()
            .about("postgresql")
            .catches("Work that grows with the table runs without a limit of time")
            .when(
                    "A migration scans or rewrites a table that is in use, blocks its writers or readers meanwhile, and has set no"
                            + " statement_timeout before. Only the first such statement of a migration is named.")
            .effect(
                    "On a table that is larger than expected the statement blocks the application for as long as it takes.")
            .instead(
                    "SET LOCAL statement_timeout = '30s'; before the statement, so that it gives up before users notice")
            .see("https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-STATEMENT-TIMEOUT")
            .provenBy(Proof.BLOCKS_READS, Proof.BLOCKS_WRITES);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void release(ReleaseView release, Remarks remarks) {
        Set<String> told = new HashSet<>();
        for (StatementView statement : release.statements()) {
            if (!told.contains(statement.migration().id()) && !Timeouts.limited(statement, STATEMENT_TIMEOUT)) {
                slow(statement).ifPresent(need -> {
                    told.add(statement.migration().id());
                    remarks.at(
                            statement,
                            need.offset(),
                            need.table().written(),
                            "Work on every row of " + need.table() + " keeps " + need.mode()
                                    + " for as long as it takes, without a statement_timeout",
                            Timeouts.advice(statement, STATEMENT_TIMEOUT, "30s")
                                    + ", so that it gives up before users notice");
                });
            }
        }
    }

    private static Optional<LockNeed> slow(StatementView statement) {
        return LockNeeds.of(statement.tree(), statement.schema()).stream()
                .filter(need -> need.slow() && need.mode().blocksWrites())
                .filter(need -> !statement.isHarmless(need.table()))
                .findFirst();
    }
}
