package dev.stairway.lint.rules.changelog;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.MigrationView;
import dev.stairway.lint.Proof;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A new migration that stands before released ones. */
public final class NonLinear implements LintRule {

    private static final Facts FACTS = Facts.of("C08", "non-linear", Severity.WARNING)
            .catches("A new migration comes before one that is released")
            .when(
                    "In the order of the changelog a new migration stands before one of an earlier release. Quiet for what runs"
                            + " anew with every change, and where nothing is known of earlier releases.")
            .effect(
                    "A new database runs it before the released ones, a production database after them: they need not end alike."
                            + " Flyway stops or, as golang-migrate does, never runs it there.")
            .instead("Give it a version, or a place in the changelog, behind the last released migration")
            .see(
                    "https://documentation.red-gate.com/fd/flyway-out-of-order-setting-277579015.html",
                    "https://docs.liquibase.com/concepts/bestpractices.html")
            .provenBy(Proof.DATABASES_DIFFER);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void release(ReleaseView release, Remarks remarks) {
        List<String> order = release.ledger().order();
        // What was edited since counts as released, though it is judged again.
        Optional<MigrationView> last = Stream.concat(
                        release.history().stream().filter(MigrationView::released),
                        release.migrations().stream()
                                .filter(migration -> release.ledger().earlier().containsKey(migration.id())))
                .filter(migration -> !migration.migration().repeats())
                .reduce((one, other) -> order.indexOf(other.id()) > order.indexOf(one.id()) ? other : one);
        for (MigrationView migration : release.migrations()) {
            int place = order.indexOf(migration.id());
            if (place >= 0
                    && last.isPresent()
                    && place < order.indexOf(last.get().id())
                    && !release.ledger().earlier().containsKey(migration.id())
                    && !migration.migration().repeats()) {
                remarks.of(
                        migration,
                        "",
                        "It is new and comes before " + last.get().migration().name() + ", which is released");
            }
        }
    }
}
