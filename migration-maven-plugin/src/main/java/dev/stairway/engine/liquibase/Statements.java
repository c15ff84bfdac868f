package dev.stairway.engine.liquibase;

import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.Migration;
import dev.stairway.engine.MigrationStatements;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.AbstractJdbcDatabase;

/** Renders a changelog to the SQL that a product will execute, offline. */
final class Statements {

    private final ChangelogSource source;
    private final String product;
    private final String version;

    Statements(ChangelogSource source, String product, String version) {
        this.source = source;
        this.product = product;
        this.version = version;
    }

    /** Those that run on the product, in order. */
    List<MigrationStatements> running() throws Exception {
        return of(migration -> migration.notApplicable().isEmpty(), false);
    }

    /** The others. */
    List<MigrationStatements> leftOut() throws Exception {
        return of(migration -> migration.notApplicable().isPresent(), true);
    }

    private List<MigrationStatements> of(Predicate<Migration> wanted, boolean everyProduct) throws Exception {
        LiquibaseScope scope = new LiquibaseScope(source);
        AbstractJdbcDatabase database = scope.call(() -> NoConnection.database(product, version, scope.resources()));
        WatchedParameters[] parameters = new WatchedParameters[1];
        // While it parses, Liquibase asks the history of the database of its scope, and there is none yet.
        DatabaseChangeLog changeLog = scope.call(() -> {
            ChangelogReader reader = new ChangelogReader(source, scope.resources());
            parameters[0] = reader.parameters(database);
            if (everyProduct) {
                parameters[0].everyProduct();
            }
            return reader.read(parameters[0]);
        });
        scope.database(database);
        ChangelogFiles files = new ChangelogFiles(scope.resources(), parameters[0]);
        return scope.call(() -> rendered(changeLog, files, scope, database, wanted));
    }

    private List<MigrationStatements> rendered(
            DatabaseChangeLog changeLog,
            ChangelogFiles files,
            LiquibaseScope scope,
            AbstractJdbcDatabase database,
            Predicate<Migration> wanted) {
        Map<Migration, ChangeSet> migrations =
                Migrations.all(changeLog, source, database, scope.resources(), KnownMigrations.NONE, new Checksums());
        List<MigrationStatements> all = new ArrayList<>();
        migrations.forEach((parsed, changeSet) -> {
            Migration migration = parsed.notApplicable().isPresent()
                    ? parsed
                    : Guards.against(changeSet.getPreconditions(), database)
                            .map(parsed::leftOut)
                            .orElse(parsed);
            ChangeSetStatements statements = new ChangeSetStatements(migration, changeSet, database, product, files);
            if (wanted.test(migration)) {
                all.add(statements.read());
            }
        });
        return all;
    }
}
