package dev.stairway.engine.liquibase;

import dev.stairway.engine.Migration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import liquibase.change.Change;
import liquibase.change.DbmsTargetedChange;
import liquibase.change.core.InsertDataChange;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;

/**
 * What one reading of a changelog found out, for those that open the same changelog on databases of the same product: each
 * parses anew, because changeSets remember their executions, but need not describe and sum them anew.
 */
final class KnownMigrations {

    static final KnownMigrations NONE = new KnownMigrations("", Map.of());

    private final String product;
    private final Map<String, Known> byId;

    private KnownMigrations(String product, Map<String, Known> byId) {
        this.product = product;
        this.byId = byId;
    }

    /** @param recorded Liquibase's checksum */
    private record Known(Migration migration, Optional<String> recorded) {}

    /** Nothing is kept of a changelog whose parameters say something about the very database. */
    static KnownMigrations of(
            Map<Migration, ChangeSet> migrations, Checksums checksums, Database database, WatchedParameters asked) {
        if (asked.aboutDatabase()) {
            return NONE;
        }
        Map<String, Known> byId = new HashMap<>();
        migrations.forEach((migration, changeSet) ->
                byId.put(migration.id(), new Known(migration, checksums.recorded(changeSet))));
        return new KnownMigrations(database.getShortName(), byId);
    }

    /**
     * What is known of the changeSet; tells its checksum, too. Empty where the database has a say in it.
     *
     * @param line where it starts now; another one than then means that the file was changed
     */
    Optional<Migration> find(ChangeSet changeSet, int line, Database database, Checksums checksums) {
        Known known = product.equals(database.getShortName()) ? byId.get(Migrations.id(changeSet)) : null;
        if (known == null
                || known.migration().line() != line
                || !changeSet.getChanges().stream().allMatch(KnownMigrations::sameEverywhere)) {
            return Optional.empty();
        }
        checksums.know(changeSet, known.recorded());
        return Optional.of(known.migration());
    }

    /** Liquibase sums a change for other databases as nothing, and asks the database how it writes a row. */
    private static boolean sameEverywhere(Change change) {
        return change.getClass().getPackageName().equals("liquibase.change.core")
                && !(change instanceof InsertDataChange)
                && !(change instanceof DbmsTargetedChange targeted
                        && targeted.getDbms() != null
                        && !targeted.getDbms().isBlank());
    }
}
