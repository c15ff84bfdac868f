package dev.stairway.lint.rules.changelog;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.MigrationView;
import dev.stairway.lint.Proof;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import java.util.function.Predicate;

/** A migration that cannot be taken back. */
public final class NoRollback implements LintRule {

    private static final Facts FACTS = Facts.of("C01", "no-rollback", Severity.ERROR)
            .about("postgresql", "sqlite", "mysql", "mariadb", "h2")
            .catches("A migration without a way back")
            .when(
                    "A migration changes something, has no rollback, and its engine derives none, as for raw SQL. Quiet for what"
                            + " runs anew with every change, for steps that throw data away, where irreversible-undeclared speaks,"
                            + " and for Flyway and plain scripts where no migration of the project has a way back.")
            .effect(
                    "The rollback of the release stops at this migration. Whoever has to go back at night writes the missing"
                            + " statements by hand, untested.")
            .instead("Write the rollback beside the migration; where nothing has to be taken back, write an empty one")
            .see(
                    "https://docs.liquibase.com/workflows/liquibase-community/using-rollback.html",
                    "https://mybatis.org/migrations/migrations/new.html")
            .provenBy(Proof.ROLLBACK_BROKEN);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void release(ReleaseView release, Remarks remarks) {
        Losses losses = Losses.of(release);
        Predicate<MigrationView> expected = WaysBack.expected(release);
        for (MigrationView migration : release.migrations()) {
            if (WaysBack.missing(migration)
                    && expected.test(migration)
                    && losses.of(migration).isEmpty()) {
                say(migration, remarks);
            }
        }
    }

    private static void say(MigrationView migration, Remarks remarks) {
        String engine = migration.engine().equals("liquibase") ? ", and Liquibase derives none" + of(migration) : "";
        remarks.of(
                migration,
                "",
                "It cannot be taken back: no rollback is written" + engine,
                Inverse.of(migration).map(sql -> "Write a rollback: " + sql).orElse(FACTS.instead()));
    }

    private static String of(MigrationView migration) {
        String kinds = String.join(
                ", ", migration.said().changes().stream().distinct().limit(3).toList());
        return kinds.isEmpty() ? "" : " for " + kinds;
    }
}
