package dev.stairway.lint.rules.changelog;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.MigrationView;
import dev.stairway.lint.Proof;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import java.util.stream.Stream;

/** A migration that was released before and says something else now. */
public final class EditedApplied implements LintRule {

    private static final Facts FACTS = Facts.of("C07", "edited-applied", Severity.ERROR)
            .catches("A released migration was edited")
            .when(
                    "A migration of an earlier release has another checksum than it had then. Quiet for what runs anew with every"
                            + " change, and for a changeSet with validCheckSum, which says that the edit is meant.")
            .effect(
                    "Databases that have it keep the old effect, new ones get the other: environments drift apart. Liquibase and"
                            + " Flyway refuse to start; MyBatis, golang-migrate and dbmate never notice.")
            .instead("Put the released text back, and write the change as a new migration")
            .see(
                    "https://docs.liquibase.com/concepts/changelogs/changeset-checksums.html",
                    "https://documentation.red-gate.com/fd/migrations-184127470.html")
            .provenBy(Proof.DATABASES_DIFFER);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void release(ReleaseView release, Remarks remarks) {
        if (release.ledger().earlier().isEmpty()) {
            return;
        }
        // What was judged before was told then.
        Stream.concat(release.isFirst() ? release.history().stream() : Stream.of(), release.migrations().stream())
                .filter(migration -> edited(release, migration))
                .forEach(migration -> remarks.of(
                        migration,
                        "",
                        "It was released with another text: its checksum was "
                                + release.ledger().earlier().get(migration.id()) + " and is "
                                + migration.migration().checksum()));
    }

    private static boolean edited(ReleaseView release, MigrationView migration) {
        String earlier = release.ledger().earlier().get(migration.id());
        return earlier != null
                && !earlier.equals(migration.migration().checksum())
                && !migration.migration().repeats()
                && migration.attribute("validCheckSum").isEmpty();
    }
}
