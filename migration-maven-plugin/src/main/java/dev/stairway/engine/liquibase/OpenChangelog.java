package dev.stairway.engine.liquibase;

import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.JdbcSession;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.Migration;
import dev.stairway.problem.ProblemException;
import java.util.Locale;
import java.util.Map;
import liquibase.change.custom.CustomChangeWrapper;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.exception.PreconditionErrorException;
import liquibase.exception.PreconditionFailedException;
import liquibase.precondition.core.PreconditionContainer;

/** A changelog parsed for one database, whose own preconditions hold. */
record OpenChangelog(
        LiquibaseScope scope, CellDatabase cell, DatabaseChangeLog changeLog, Map<Migration, ChangeSet> migrations) {

    static OpenChangelog on(ChangelogSource source, JdbcDatabase database, JdbcSession session, KnownMigrations known)
            throws Exception {
        LiquibaseScope scope = new LiquibaseScope(source);
        ChangelogResources resources = scope.resources();
        CellDatabase cell = scope.call(() -> CellDatabase.on(session, database.url()));
        scope.database(cell.database());
        try {
            return scope.call(() -> {
                ChangelogReader reader = new ChangelogReader(source, resources);
                DatabaseChangeLog changeLog = reader.read(reader.parameters(cell.database()));
                Map<Migration, ChangeSet> migrations = Migrations.of(
                        changeLog,
                        source,
                        cell.database(),
                        resources,
                        known,
                        cell.history().checksums());
                checkPreconditions(changeLog, cell, source.location());
                spareSearchPath(cell, migrations);
                return new OpenChangelog(scope, cell, changeLog, migrations);
            });
        } catch (Exception failed) {
            cell.close(scope);
            throw failed;
        } finally {
            cell.release();
        }
    }

    /** Preconditions of the changelog itself stop the whole update, not one changeSet. */
    private static void checkPreconditions(DatabaseChangeLog changeLog, CellDatabase cell, String location)
            throws Exception {
        PreconditionContainer preconditions = changeLog.getPreconditions();
        if (preconditions == null || preconditions.getNestedPreconditions().isEmpty()) {
            return;
        }
        try {
            preconditions.check(cell.database(), changeLog, null, null);
        } catch (PreconditionFailedException failed) {
            if (preconditions.getOnFail() == PreconditionContainer.FailOption.HALT) {
                throw refused(location, StepListener.text(failed), failed);
            }
        } catch (PreconditionErrorException errored) {
            if (preconditions.getOnError() == PreconditionContainer.ErrorOption.HALT) {
                throw refused(location, StepListener.text(errored), errored);
            }
        }
    }

    private static ProblemException refused(String location, String evidence, Exception cause) {
        return ProblemException.migrations(
                "The changelog's own preconditions refuse this database",
                location,
                evidence,
                "Leave this database out for this changelog, or correct the preConditions at its top.",
                cause);
    }

    private static void spareSearchPath(CellDatabase cell, Map<Migration, ChangeSet> migrations) {
        if (cell.database() instanceof StepDatabases.Postgres postgres
                && migrations.entrySet().stream().noneMatch(OpenChangelog::mayMoveSearchPath)) {
            postgres.searchPathNeverChanges();
        }
    }

    /** A schema that bears the user's name moves it, too: the default path starts with "$user". */
    private static boolean mayMoveSearchPath(Map.Entry<Migration, ChangeSet> entry) {
        String text = entry.getKey().text().toLowerCase(Locale.ROOT);
        return text.contains("search_path")
                || text.contains("schema ")
                || entry.getValue().getChanges().stream().anyMatch(CustomChangeWrapper.class::isInstance);
    }
}
