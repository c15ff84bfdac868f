package dev.stairway.engine.liquibase;

import dev.stairway.database.Database;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.engine.Changelog;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.Engine;
import dev.stairway.engine.EngineRun;
import dev.stairway.engine.Migration;
import dev.stairway.engine.MigrationStatements;
import dev.stairway.engine.liquibase.Statements.Rendered;
import dev.stairway.problem.ProblemException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import liquibase.change.core.TagDatabaseChange;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;

/** Liquibase, whichever release is on the plugin's class path. */
public final class LiquibaseEngine implements Engine {

    /** Of the changelogs that were read; opening one of them is cheaper then. */
    private final Map<ChangelogSource, KnownMigrations> known = new ConcurrentHashMap<>();

    /** Of what was rendered and not yet asked for; parsing once is enough where nothing was passed over. */
    private final Map<List<Object>, List<MigrationStatements>> leftOut = new ConcurrentHashMap<>();

    @Override
    public String name() {
        return "liquibase";
    }

    @Override
    public String version() {
        return LibraryVersion.read();
    }

    /** Whatever speaks SQL. */
    @Override
    public boolean runsOn(String product) {
        return !product.startsWith("redis") && !product.startsWith("valkey");
    }

    @Override
    public void prepare() {
        ClassLoader own = LiquibaseEngine.class.getClassLoader();
        ChangelogSource nothing = new ChangelogSource("", List.of(), own, Map.of(), "", "");
        try {
            new LiquibaseScope(nothing).call(() -> StepDatabases.unconnected("postgresql"));
        } catch (Exception broken) {
            throw new IllegalStateException("Liquibase " + version() + " cannot be loaded", broken);
        }
    }

    @Override
    public Changelog read(ChangelogSource source) {
        return parsed(source, () -> {
            Map<String, String> tags = new LinkedHashMap<>();
            LiquibaseScope scope = new LiquibaseScope(source);
            ChangelogResources resources = scope.resources();
            List<Migration> migrations = scope.call(() -> {
                // Only rollbacks and checksums ask which product it is; PostgreSQL is the one that derives most.
                var database = StepDatabases.unconnected("postgresql");
                ChangelogReader reader = new ChangelogReader(source, resources);
                WatchedParameters parameters = reader.parameters(database);
                DatabaseChangeLog changeLog = reader.read(parameters);
                Checksums checksums = new Checksums();
                Map<Migration, ChangeSet> found =
                        Migrations.of(changeLog, source, database, resources, KnownMigrations.NONE, checksums);
                known.put(source, KnownMigrations.of(found, checksums, database, parameters));
                found.forEach((migration, changeSet) -> tag(changeSet).ifPresent(tag -> tags.put(tag, migration.id())));
                return found.keySet().stream().map(LiquibaseEngine::anywhere).toList();
            });
            return new Changelog(source.location(), migrations, tags);
        });
    }

    @Override
    public List<MigrationStatements> statements(ChangelogSource source, String product, String version) {
        Rendered rendered = parsed(source, () -> new Statements(source, product, version).read(false));
        if (rendered.whole()) {
            leftOut.put(List.of(source, product, version), rendered.leftOut());
        }
        return rendered.running();
    }

    @Override
    public List<MigrationStatements> leftOut(ChangelogSource source, String product, String version) {
        List<MigrationStatements> known = leftOut.remove(List.of(source, product, version));
        return known != null
                ? known
                : parsed(source, () -> new Statements(source, product, version).read(true))
                        .leftOut();
    }

    private static <T> T parsed(ChangelogSource source, LiquibaseScope.Work<T> work) {
        try {
            return work.run();
        } catch (ProblemException told) {
            throw told;
        } catch (Exception broken) {
            throw ParseProblems.of(source.location(), broken);
        }
    }

    @Override
    public EngineRun open(ChangelogSource source, Database database) {
        if (database instanceof JdbcDatabase jdbc) {
            return LiquibaseRun.open(source, jdbc, known.getOrDefault(source, KnownMigrations.NONE));
        }
        throw ProblemException.setup(
                "Liquibase cannot work on " + database.id(), "", "", "Use it with a database that has JDBC.", null);
    }

    /** https://docs.liquibase.com/change-types/tag-database.html */
    private static Optional<String> tag(ChangeSet changeSet) {
        return changeSet.getChanges().stream()
                .filter(TagDatabaseChange.class::isInstance)
                .map(change -> ((TagDatabaseChange) change).getTag())
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Without a database nothing is inapplicable. */
    private static Migration anywhere(Migration migration) {
        return new Migration(
                migration.id(),
                migration.name(),
                migration.author(),
                migration.file(),
                migration.line(),
                migration.description(),
                migration.checksum(),
                migration.rollback(),
                migration.repeats(),
                migration.transactional(),
                migration.text(),
                java.util.Optional.empty());
    }
}
