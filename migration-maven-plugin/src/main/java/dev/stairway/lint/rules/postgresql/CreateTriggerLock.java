package dev.stairway.lint.rules.postgresql;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.script.sql.tree.SqlTree.CreateTrigger;

/** P39. */
public final class CreateTriggerLock implements LintRule {

    private static final Facts FACTS = Facts.of("P39", "create-trigger-lock", Severity.WARNING)
            .about("postgresql")
            .catches("Writers wait while a trigger is made")
            .when(
                    "CREATE TRIGGER on a table that is known to be large, with or without a lock_timeout: that ends the wait of the"
                            + " migration and not the lock behind it. Only the first one of a migration is named.")
            .effect(
                    "The statement needs SHARE ROW EXCLUSIVE: it waits for every transaction that has written to the table, and all"
                            + " later writers wait behind it and until the migration commits.")
            .instead(
                    "SET LOCAL lock_timeout = '2s'; before it, nothing slow in the same transaction behind it, and an hour when"
                            + " few write; a waiver with its reason then says that somebody has seen to it")
            .see("https://www.postgresql.org/docs/current/sql-createtrigger.html")
            .provenBy(Proof.BLOCKS_WRITES);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        if (tells(statement) && !told(statement)) {
            CreateTrigger trigger = statement.as(CreateTrigger.class).orElseThrow();
            remarks.at(
                    statement,
                    0,
                    trigger.table().written(),
                    "Writers of " + trigger.table() + " wait for " + trigger.trigger()
                            + " until the migration commits");
        }
    }

    /** True for a trigger of a large table. */
    static boolean tells(StatementView statement) {
        return statement
                .as(CreateTrigger.class)
                .filter(trigger -> matters(statement, trigger))
                .isPresent();
    }

    private static boolean matters(StatementView statement, CreateTrigger trigger) {
        return !trigger.timing().startsWith("INSTEAD")
                && !statement.isNew(trigger.table())
                && statement.isLarge(trigger.table());
    }

    /** One remark for a migration is enough. */
    private static boolean told(StatementView statement) {
        return statement.before().stream()
                .flatMap(earlier -> earlier.as(CreateTrigger.class).stream())
                .anyMatch(trigger -> matters(statement, trigger));
    }
}
