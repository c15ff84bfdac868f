package dev.stairway.lint.rules.changelog;

import dev.stairway.engine.Migration.Rollback;
import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.MigrationView;
import dev.stairway.lint.Proof;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;

/** A way back that succeeds and does nothing. */
public final class NoopRollback implements LintRule {

    private static final Facts FACTS = Facts.of("C02", "noop-rollback", Severity.ERROR)
            .about("postgresql", "sqlite", "mysql", "mariadb", "h2")
            .catches("A rollback that does nothing")
            .when(
                    "The rollback is empty, holds comments only, or statements that change nothing, and the way up makes, changes"
                            + " or drops objects, or adds or deletes rows. Quiet when nothing is left to take back: a constraint that is"
                            + " validated, a type that is widened, an index that is dropped IF EXISTS before it is made, an extension"
                            + " or schema that is made sure of; and when rows are corrected or filled and the rollback is empty, which"
                            + " says that this is meant.")
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
    public void release(ReleaseView release, Remarks remarks) {
        for (MigrationView migration : release.migrations()) {
            Rollback rollback = migration.migration().rollback();
            boolean idle = rollback == Rollback.EMPTY
                    || rollback == Rollback.WRITTEN && !migration.down().isEmpty() && !Effects.any(migration.down());
            if (idle && calledFor(release, migration, rollback == Rollback.EMPTY)) {
                tell(migration, rollback, remarks);
            }
        }
    }

    private static boolean calledFor(ReleaseView release, MigrationView migration, boolean declared) {
        boolean unknown = !migration.said().notCovered().isEmpty()
                || migration.up().stream().anyMatch(statement -> !statement.covered());
        return unknown
                || release.statements().stream()
                        .filter(statement -> statement.migration().id().equals(migration.id()))
                        .anyMatch(statement -> Leftovers.of(statement, declared));
    }

    private static void tell(MigrationView migration, Rollback rollback, Remarks remarks) {
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
