package dev.stairway.lint.rules.generic;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Steps;
import dev.stairway.script.sql.tree.SqlTree.CreateIndex;

/** A migration without a transaction has steps that cannot be done twice, and could be guarded. */
public final class NotRerunnable implements LintRule {

    private static final Facts FACTS = Facts.of("G27", "not-rerunnable", Severity.WARNING)
            .catches("Unguarded CREATE, ADD or DROP in a migration without a transaction")
            .when(
                    "A migration of several steps runs outside a transaction, and a step before the last one makes or drops"
                            + " something without IF [NOT] EXISTS, or any of them an index CONCURRENTLY. Such an index that is made CONCURRENTLY is guarded by DROP INDEX CONCURRENTLY IF"
                            + " EXISTS before it. Quiet for Liquibase, where run-in-tx-false-multi speaks.")
            .effect(
                    "When a later step fails, the steps before it stay done, and the next run stops at the first one: it is there"
                            + " already, or gone. Somebody has to finish by hand.")
            .instead("Say IF NOT EXISTS or IF EXISTS in every step, or make every step a migration of its own.")
            .see(
                    "https://www.postgresql.org/docs/current/sql-createtable.html",
                    "https://www.postgresql.org/docs/current/sql-altertable.html")
            .provenBy(Proof.REPEAT_DIFFERS);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void release(ReleaseView release, Remarks remarks) {
        Steps.ofMigrations(release).forEach(steps -> steps.unguarded().forEach(step -> look(step, remarks)));
    }

    private static void look(StatementView step, Remarks remarks) {
        remarks.at(
                step,
                0,
                "",
                "This step stays done when a later one fails, and cannot be done a second time",
                step.as(CreateIndex.class)
                        .filter(index -> index.concurrently() && index.index() != null)
                        .map(index -> "DROP INDEX CONCURRENTLY IF EXISTS " + index.index()
                                + "; before it, or make every step a migration of its own")
                        .orElse("Say IF NOT EXISTS or IF EXISTS here, or make every step a migration of its own"));
    }
}
