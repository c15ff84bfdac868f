package dev.stairway.lint.rules.generic;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Steps;

/** A migration without a transaction has several steps, of which one cannot be done twice. */
public final class ManyNontxSteps implements LintRule {

    private static final Facts FACTS = Facts.of("G28", "many-nontx-steps", Severity.WARNING)
            .catches("Several steps in a migration without a transaction")
            .when(
                    "A migration of several steps runs outside a transaction, and a step before the last one gives another result,"
                            + " or fails, when it is done twice. Quiet when every step can be repeated, for steps that IF [NOT] EXISTS would guard, of"
                            + " which not-rerunnable speaks, and for Liquibase, where run-in-tx-false-multi speaks.")
            .effect(
                    "When a later step fails, the database is left in a state that is neither before nor after, and the next run"
                            + " does the first steps a second time.")
            .instead(
                    "Keep the step that needs to run outside a transaction alone in its migration, and move the others to"
                            + " migrations that run in one.")
            .see(
                    "https://www.postgresql.org/docs/current/tutorial-transactions.html",
                    "https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY")
            .provenBy(Proof.REPEAT_DIFFERS);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void release(ReleaseView release, Remarks remarks) {
        Steps.ofMigrations(release).forEach(steps -> steps.unrepeatable().ifPresent(step -> look(step, remarks)));
    }

    private static void look(StatementView step, Remarks remarks) {
        remarks.at(step, 0, "", "This step stays done when a later one fails, and the next run does it again");
    }
}
