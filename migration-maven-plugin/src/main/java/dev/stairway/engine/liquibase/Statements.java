package dev.stairway.engine.liquibase;

import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.Migration;
import dev.stairway.engine.MigrationStatements;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.AbstractJdbcDatabase;

/** Renders a changelog to the SQL that a product will execute, offline. */
final class Statements {

    private static final OptionalMethod SKIPPED = OptionalMethod.of(DatabaseChangeLog.class, "getSkippedChangeSets");

    private final ChangelogSource source;
    private final String product;
    private final String version;

    Statements(ChangelogSource source, String product, String version) {
        this.source = source;
        this.product = product;
        this.version = version;
    }

    /**
     * A changelog, rendered.
     *
     * @param running those that run on the product, in order
     * @param leftOut the others
     * @param whole false when Liquibase has passed over changeSets of other products while it parsed
     */
    record Rendered(List<MigrationStatements> running, List<MigrationStatements> leftOut, boolean whole) {}

    /** @param everyProduct true to have changeSets of other products parsed, too, for the price of the product's name */
    Rendered read(boolean everyProduct) throws Exception {
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
        List<MigrationStatements> all = scope.call(() -> rendered(changeLog, files, scope, database));
        Map<Boolean, List<MigrationStatements>> runs = all.stream()
                .collect(Collectors.partitioningBy(
                        said -> said.migration().notApplicable().isEmpty()));
        return new Rendered(runs.get(true), runs.get(false), everyProduct || noneSkipped(changeLog));
    }

    private static boolean noneSkipped(DatabaseChangeLog changeLog) {
        return SKIPPED.isThere() && ((Collection<?>) SKIPPED.call(changeLog)).isEmpty();
    }

    private List<MigrationStatements> rendered(
            DatabaseChangeLog changeLog, ChangelogFiles files, LiquibaseScope scope, AbstractJdbcDatabase database) {
        Map<Migration, ChangeSet> migrations =
                Migrations.all(changeLog, source, database, scope.resources(), KnownMigrations.NONE, new Checksums());
        List<MigrationStatements> all = new ArrayList<>();
        migrations.forEach((parsed, changeSet) -> {
            Migration migration = parsed.notApplicable().isPresent()
                    ? parsed
                    : Guards.against(changeSet.getPreconditions(), database)
                            .map(parsed::leftOut)
                            .orElse(parsed);
            all.add(new ChangeSetStatements(migration, changeSet, database, product, files).read());
        });
        return all;
    }
}
