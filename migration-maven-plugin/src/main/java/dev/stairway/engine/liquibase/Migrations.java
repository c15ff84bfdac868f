package dev.stairway.engine.liquibase;

import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.Migration;
import dev.stairway.problem.ProblemException;
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

    static Map<Migration, ChangeSet> of(
            DatabaseChangeLog changeLog, ChangelogSource source, Database database, ResourceAccessor resources) {
        Positions positions = new Positions(resources);
        Filters filters = new Filters(source, database);
        Map<String, Migration> seen = new LinkedHashMap<>();
        Map<Migration, ChangeSet> migrations = new LinkedHashMap<>();
        for (ChangeSet changeSet : changeLog.getChangeSets()) {
            Migration migration = migration(changeSet, positions.next(changeSet), filters, database);
            Migration earlier = seen.put(migration.id(), migration);
            if (earlier != null) {
                throw twice(earlier, migration);
            }
            migrations.put(migration, changeSet);
        }
        return migrations;
    }

    private static Migration migration(ChangeSet changeSet, int line, Filters filters, Database database) {
        String text = ChangeText.of(changeSet);
        return new Migration(
                id(changeSet),
                changeSet.getId(),
                changeSet.getAuthor() == null ? "" : changeSet.getAuthor(),
                Positions.file(changeSet),
                line,
                changeSet.getDescription(),
                Checksums.of(changeSet, text),
                RollbackKinds.of(changeSet, database),
                changeSet.isAlwaysRun() || changeSet.isRunOnChange(),
                changeSet.isRunInTransaction(),
                text,
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
