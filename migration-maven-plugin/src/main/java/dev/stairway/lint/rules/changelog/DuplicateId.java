package dev.stairway.lint.rules.changelog;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.MigrationView;
import dev.stairway.lint.Proof;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Two migrations that the history cannot tell apart. */
public final class DuplicateId implements LintRule {

    private static final Facts FACTS = Facts.of("C09", "duplicate-id", Severity.ERROR)
            .catches("Two migrations with one id")
            .when(
                    "Two changeSets of a file have the same id and author, or ids and authors that differ in upper and lower case"
                            + " only, which Liquibase takes for the same; or two scripts have the same version.")
            .effect(
                    "Liquibase refuses the changelog, or takes the second one for run as soon as the first one has: its change never"
                            + " reaches a database.")
            .instead("Give one of them an id of its own")
            .see("https://docs.liquibase.com/concepts/changelogs/changeset.html")
            .provenBy(Proof.FAILS);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void release(ReleaseView release, Remarks remarks) {
        Map<String, MigrationView> past =
                release.past().learn(DuplicateId.class, HashMap::new, (seen, old) -> seen.putIfAbsent(key(old), old));
        Map<String, MigrationView> here = new HashMap<>();
        for (MigrationView migration : release.migrations()) {
            MigrationView other = here.putIfAbsent(key(migration), migration);
            MigrationView first = past.getOrDefault(key(migration), other);
            if (first != null) {
                remarks.of(
                        migration,
                        migration.migration().name(),
                        "It has the same id as the migration at "
                                + first.migration().position());
            }
        }
    }

    private static String key(MigrationView migration) {
        return migration.id().toLowerCase(Locale.ROOT);
    }
}
