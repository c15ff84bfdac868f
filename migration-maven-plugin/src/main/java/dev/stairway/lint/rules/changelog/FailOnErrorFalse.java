package dev.stairway.lint.rules.changelog;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.MigrationView;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;

/** A changeSet that may fail without anybody noticing. */
public final class FailOnErrorFalse implements LintRule {

    private static final Facts FACTS = Facts.of("C12", "fail-on-error-false", Severity.WARNING)
            .catches("failOnError=\"false\" hides a failure")
            .when("A changeSet has failOnError=\"false\".")
            .effect(
                    "A failure is logged, and the update goes on and reports success. The changeSet is tried again at every start,"
                            + " and whatever it was to do is missing until somebody reads the log.")
            .instead("Guard it with preConditions that say when it has to run, and leave failOnError out")
            .see("https://docs.liquibase.com/concepts/changelogs/attributes/fail-on-error.html")
            .provenBy(Proof.FAILS, Proof.DATABASES_DIFFER);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void migration(MigrationView migration, Remarks remarks) {
        if (migration.attribute("failOnError").equalsIgnoreCase("false")) {
            remarks.of(migration, "", "When it fails, the update goes on and reports success");
        }
    }
}
