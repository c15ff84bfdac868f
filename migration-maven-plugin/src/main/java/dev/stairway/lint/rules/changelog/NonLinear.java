package dev.stairway.lint.rules.changelog;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.Ledger;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.MigrationView;
import dev.stairway.lint.Proof;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import java.util.HashMap;
import java.util.Map;

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
        Order past = release.past().learn(NonLinear.class, () -> new Order(release.ledger()), Order::released);
        // What was edited since counts as released, though it is judged again.
        MigrationView last = release.migrations().stream()
                .filter(migration -> release.ledger().earlier().containsKey(migration.id()))
                .filter(migration -> !migration.migration().repeats())
                .reduce(past.last, past::later);
        for (MigrationView migration : release.migrations()) {
            int place = past.place(migration);
            if (place >= 0
                    && last != null
                    && place < past.place(last)
                    && !release.ledger().earlier().containsKey(migration.id())
                    && !migration.migration().repeats()) {
                remarks.of(
                        migration,
                        "",
                        "It is new and comes before " + last.migration().name() + ", which is released");
            }
        }
    }

    /** Where migrations stand in the changelog. */
    private static final class Order {

        private final Map<String, Integer> places = new HashMap<>();
        /** The released one behind all others; null when there is none. */
        private MigrationView last;

        Order(Ledger ledger) {
            for (String id : ledger.order()) {
                places.putIfAbsent(id, places.size());
            }
        }

        void released(MigrationView migration) {
            if (migration.released() && !migration.migration().repeats()) {
                last = later(last, migration);
            }
        }

        /** @param one may be null */
        MigrationView later(MigrationView one, MigrationView other) {
            return one == null || place(other) > place(one) ? other : one;
        }

        /** Smaller than 0 when it does not stand there. */
        int place(MigrationView migration) {
            return places.getOrDefault(migration.id(), -1);
        }
    }
}
