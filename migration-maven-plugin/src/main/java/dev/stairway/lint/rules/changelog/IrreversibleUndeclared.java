package dev.stairway.lint.rules.changelog;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.MigrationView;
import dev.stairway.lint.Proof;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.rules.changelog.Losses.Loss;
import java.util.List;
import java.util.function.Predicate;

/** Data is thrown away, and nobody says that this cannot be taken back. */
public final class IrreversibleUndeclared implements LintRule {

    private static final Facts FACTS = Facts.of("C20", "irreversible-undeclared", Severity.ERROR)
            .about("postgresql", "sqlite", "mysql", "mariadb", "h2")
            .catches("Data is thrown away for good, and the changelog does not say so")
            .when(
                    "A migration drops a table or column, or deletes rows, that were there before the release, and has no rollback"
                            + " at all. Quiet when a rollback is written, also an empty one, and for Flyway and plain scripts where no"
                            + " migration of the project has a way back.")
            .effect(
                    "Nobody knows before the release that there is no way back from it; the rollback stops here, with the data"
                            + " gone.")
            .instead(
                    "Keep the data until the release has proved itself, and write the rollback; or declare it irreversible: an"
                            + " empty rollback, and a waiver of noop-rollback with the reason")
            .see("https://docs.liquibase.com/workflows/liquibase-community/using-rollback.html")
            .provenBy(Proof.ROLLBACK_BROKEN, Proof.LOSES_DATA);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void release(ReleaseView release, Remarks remarks) {
        Losses losses = Losses.of(release);
        Predicate<MigrationView> expected = WaysBack.expected(release);
        for (MigrationView migration : release.migrations()) {
            List<Loss> lost = losses.of(migration);
            if (!lost.isEmpty() && WaysBack.missing(migration) && expected.test(migration)) {
                Loss first = lost.get(0);
                remarks.of(
                        migration,
                        first.table().written(),
                        (first.column() == null ? "Rows of " : "Values of ") + first.object()
                                + " are thrown away, and no rollback is written");
            }
        }
    }
}
