package dev.stairway.lint.rules.changelog;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.MigrationView;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;

/** A changeSet that is recorded as run though it did not run. */
public final class MarkRanHides implements LintRule {

    private static final Facts FACTS = Facts.of("C11", "mark-ran-hides", Severity.WARNING)
            .catches("MARK_RAN records a changeSet that never ran")
            .when(
                    "The preconditions of a changeSet ask for something that may come true later, such as rows, another table, a"
                            + " user or a property, and onFail, onError or onValidationFail is MARK_RAN. Quiet when they only ask whether the object is"
                            + " there already that the changeSet makes, or still there that it drops or alters, or the rows that it inserts,"
                            + " and for the dbms.")
            .effect(
                    "Where the condition fails once, the changeSet counts as run for ever. The database lacks the change, and its"
                            + " history says the contrary.")
            .instead(
                    "Use onFail=\"HALT\", so that somebody looks, or onFail=\"CONTINUE\", so that the next run tries again")
            .see("https://docs.liquibase.com/concepts/changelogs/preconditions.html")
            .provenBy(Proof.DATABASES_DIFFER);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void migration(MigrationView migration, Remarks remarks) {
        if (migration.attribute("onValidationFail").equals("MARK_RAN")) {
            remarks.of(
                    migration,
                    "",
                    "It is recorded as run where Liquibase finds it invalid",
                    "Leave onValidationFail out, and correct the changeSet");
        }
        boolean onFail = migration.attribute("onFail").equals("MARK_RAN");
        boolean onError = migration.attribute("onError").equals("MARK_RAN");
        String conditions = migration.attribute("preConditions");
        if (onError) {
            remarks.of(
                    migration,
                    "",
                    "It is recorded as run when its preconditions cannot even be asked",
                    "Use onError=\"HALT\"");
        } else if (onFail && !ExistenceGuard.of(migration)) {
            remarks.of(migration, "", "It is recorded as run where this does not hold: " + shortened(conditions));
        }
    }

    private static String shortened(String conditions) {
        String line = conditions.replaceAll("\\s+", " ");
        return line.length() <= 120 ? line : line.substring(0, 117) + "...";
    }
}
