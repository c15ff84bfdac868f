package dev.stairway.lint.rules.redis;

import dev.stairway.engine.Migration.Rollback;
import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.MigrationView;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;

/** A migration without a way back. */
public final class NoDown implements LintRule {

    private static final Facts FACTS = Facts.of("R14", "no-down", Severity.WARNING)
            .about(Way.PRODUCTS)
            .catches("a migration without a way back")
            .when(
                    "There is no down file beside the up file. A down file that holds nothing but comments is a way back that"
                            + " does nothing, and is taken as meant.")
            .effect(
                    "When the new release has to be taken back, its keys stay in a format that the old one does not know.")
            .instead(
                    "Write the down file: the same patterns the other way round; nothing but a comment that says why where"
                            + " nothing has to be done")
            .see("https://redis.io/docs/latest/commands/renamenx/")
            .provenBy(Proof.ROLLBACK_BROKEN);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void migration(MigrationView migration, Remarks remarks) {
        if (migration.migration().rollback() == Rollback.MISSING) {
            String file = migration.migration().file();
            remarks.of(
                    migration,
                    migration.id(),
                    "Nothing takes " + migration.id() + " back",
                    "Write " + file.replaceFirst("\\.up\\.", ".down.") + ": the same patterns the other way round");
        }
    }
}
