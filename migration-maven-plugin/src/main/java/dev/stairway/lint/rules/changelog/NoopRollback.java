package dev.stairway.lint.rules.changelog;

import dev.stairway.engine.Migration.Rollback;
import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.MigrationView;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;

/** A way back that succeeds and does nothing. */
public final class NoopRollback implements LintRule {

    private static final Facts FACTS = Facts.of("C02", "noop-rollback", Severity.ERROR)
            .about("postgresql", "sqlite", "mysql", "mariadb", "h2")
            .catches("A rollback that does nothing")
            .when(
                    "The rollback is empty, holds comments only, or statements that change nothing, and the way up makes, changes"
                            + " or drops objects or adds rows. Quiet when the way up only corrects or removes rows, or makes sure of"
                            + " an extension or a schema.")
            .effect(
                    "The rollback reports success, the migration is taken out of the history, and everything that it did is still"
                            + " there. The next run of it fails or does it twice.")
            .instead("Write the statements that take the migration back")
            .see(
                    "https://docs.liquibase.com/workflows/liquibase-community/using-rollback.html",
                    "https://mybatis.org/migrations/migrations/new.html")
            .provenBy(Proof.ROLLBACK_BROKEN, Proof.REPEAT_DIFFERS);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void migration(MigrationView migration, Remarks remarks) {
        Rollback rollback = migration.migration().rollback();
        boolean idle = rollback == Rollback.EMPTY
                || rollback == Rollback.WRITTEN && !migration.down().isEmpty() && !Effects.any(migration.down());
        if (idle && Effects.calledFor(migration)) {
            remarks.of(
                    migration,
                    "",
                    rollback == Rollback.EMPTY
                            ? "Its rollback is empty, though it changes something"
                            : "Its rollback changes nothing, though the way up does",
                    Inverse.of(migration)
                            .map(sql -> "Write as the rollback: " + sql)
                            .orElse(FACTS.instead()));
        }
    }
}
