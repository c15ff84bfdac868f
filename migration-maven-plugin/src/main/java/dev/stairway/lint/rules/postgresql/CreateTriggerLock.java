package dev.stairway.lint.rules.postgresql;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Timeouts;
import dev.stairway.script.sql.tree.SqlTree.CreateTrigger;

/** P39. */
public final class CreateTriggerLock implements LintRule {

    private static final Facts FACTS = Facts.of("P39", "create-trigger-lock", Severity.INFO)
            .about("postgresql")
            .catches("Writers wait while a trigger is made")
            .when(
                    "CREATE TRIGGER on a table that is in use, without a lock_timeout set before it. Only the first one of a migration is"
                            + " named.")
            .effect(
                    "The statement needs SHARE ROW EXCLUSIVE: it waits for every transaction that has written to the table, and all"
                            + " later writers wait behind it and until the migration commits.")
            .instead("SET LOCAL lock_timeout = '2s'; before it, and nothing slow in the same transaction behind it")
            .see("https://www.postgresql.org/docs/current/sql-createtrigger.html")
            .provenBy(Proof.BLOCKS_WRITES);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        statement
                .as(CreateTrigger.class)
                .filter(trigger -> !trigger.timing().startsWith("INSTEAD"))
                .filter(trigger -> !statement.isHarmless(trigger.table()))
                .filter(trigger -> !Timeouts.limited(statement, "lock_timeout") && !told(statement))
                .ifPresent(trigger -> remarks.at(
                        statement,
                        0,
                        trigger.table().written(),
                        "Writers of " + trigger.table() + " wait for " + trigger.trigger()
                                + " until the migration commits"));
    }

    /** One remark for a migration is enough. */
    private static boolean told(StatementView statement) {
        return statement.before().stream()
                .flatMap(earlier -> earlier.as(CreateTrigger.class).stream())
                .anyMatch(trigger -> !statement.isHarmless(trigger.table())
                        && !trigger.timing().startsWith("INSTEAD"));
    }
}
