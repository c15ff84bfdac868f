package dev.stairway.engine.liquibase;

import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.Migration;
import dev.stairway.problem.ProblemException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.Database;
import liquibase.resource.ResourceAccessor;

/** ChangeSets as migrations, in the order of the changelog. */
final class Migrations {

    private Migrations() {}

    /** What a changeSet is called everywhere: {@code file::id::author}, unique in a changelog. */
    static String id(ChangeSet changeSet) {
        return changeSet.toString(false);
    }

    /** @throws ProblemException when two have the same id */
    static Map<Migration, ChangeSet> of(
            DatabaseChangeLog changeLog,
            ChangelogSource source,
            Database database,
            ResourceAccessor resources,
            KnownMigrations known,
            Checksums checksums) {
        Map<Migration, ChangeSet> migrations = all(changeLog, source, database, resources, known, checksums);
        Map<String, Migration> seen = new HashMap<>();
        migrations.keySet().forEach(migration -> {
            Migration earlier = seen.put(migration.id(), migration);
            if (earlier != null) {
                throw twice(earlier, migration);
            }
        });
        return migrations;
    }

    /** Twins included. */
    static Map<Migration, ChangeSet> all(
            DatabaseChangeLog changeLog,
            ChangelogSource source,
            Database database,
            ResourceAccessor resources,
            KnownMigrations known,
            Checksums checksums) {
        Positions positions = new Positions(resources);
        Filters filters = new Filters(source, database);
        Map<Migration, ChangeSet> migrations = new LinkedHashMap<>();
        for (ChangeSet changeSet : changeLog.getChangeSets()) {
            int line = positions.next(changeSet);
            Migration migration = known.find(changeSet, line, database, checksums)
                    .map(read -> here(read, changeSet, filters, database))
                    .orElseGet(() -> migration(changeSet, line, filters, database, checksums));
            migrations.put(migration, changeSet);
        }
        return migrations;
    }

    private static Migration migration(
            ChangeSet changeSet, int line, Filters filters, Database database, Checksums checksums) {
        String text = ChangeText.of(changeSet);
        return new Migration(
                id(changeSet),
                changeSet.getId(),
                changeSet.getAuthor() == null ? "" : changeSet.getAuthor(),
                Positions.file(changeSet),
                line,
                changeSet.getDescription(),
                checksums.of(changeSet, text),
                RollbackKinds.of(changeSet, database),
                changeSet.isAlwaysRun() || changeSet.isRunOnChange(),
                changeSet.isRunInTransaction(),
                text,
                filters.notApplicable(changeSet));
    }

    /** The same migration, with what only this database can say. */
    private static Migration here(Migration read, ChangeSet changeSet, Filters filters, Database database) {
        return new Migration(
                read.id(),
                read.name(),
                read.author(),
                read.file(),
                read.line(),
                read.description(),
                read.checksum(),
                changeSet.hasCustomRollbackChanges() ? read.rollback() : RollbackKinds.of(changeSet, database),
                read.repeats(),
                read.transactional(),
                read.text(),
                filters.notApplicable(changeSet));
    }

    private static ProblemException twice(Migration first, Migration second) {
        return ProblemException.migrations(
                "Two changeSets have the same id, author and path: '" + first.id() + "'",
                second.position(),
                "the first is at " + first.position(),
                "Give one of them another id.",
                null);
    }
}
