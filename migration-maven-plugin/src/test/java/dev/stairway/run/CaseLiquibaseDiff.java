package dev.stairway.run;

import java.sql.Connection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import liquibase.CatalogAndSchema;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.diff.DiffGeneratorFactory;
import liquibase.diff.DiffResult;
import liquibase.diff.compare.CompareControl;
import liquibase.diff.compare.CompareControl.SchemaComparison;
import liquibase.exception.LiquibaseException;
import liquibase.snapshot.DatabaseSnapshot;
import liquibase.snapshot.SnapshotControl;
import liquibase.snapshot.SnapshotGeneratorFactory;
import liquibase.structure.DatabaseObject;

/**
 * What Liquibase's {@code diff} sees with its default types of objects.
 *
 * @see <a href="https://docs.liquibase.com/commands/inspection/diff.html">diff</a>
 */
final class CaseLiquibaseDiff implements CaseOracle {

    @Override
    public String name() {
        return "Liquibase diff";
    }

    @Override
    public State look(Connection connection, List<SqlCase> cases) {
        try {
            Database database =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            boolean sqlite = cases.get(0).product().equals("sqlite");
            CatalogAndSchema[] schemas = sqlite
                    ? new CatalogAndSchema[] {new CatalogAndSchema(null, null)}
                    : cases.stream()
                            .map(planted -> new CatalogAndSchema(null, planted.schema()))
                            .toArray(CatalogAndSchema[]::new);
            return new Seen(
                    SnapshotGeneratorFactory.getInstance()
                            .createSnapshot(schemas, database, new SnapshotControl(database)),
                    schemas);
        } catch (LiquibaseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A snapshot, and what was last compared with it. */
    private static final class Seen implements State {

        private final DatabaseSnapshot snapshot;
        private final CatalogAndSchema[] schemas;
        private State comparedWith;
        private List<DatabaseObject> different;

        Seen(DatabaseSnapshot snapshot, CatalogAndSchema[] schemas) {
            this.snapshot = snapshot;
            this.schemas = schemas;
        }

        @Override
        public Set<String> differences(State later, SqlCase planted) {
            if (comparedWith != later) {
                different = different((Seen) later);
                comparedWith = later;
            }
            return different.stream()
                    .filter(object -> planted.product().equals("sqlite")
                            || object.getSchema() != null
                                    && planted.schema()
                                            .equals(object.getSchema().getName()))
                    .map(object -> object.getObjectTypeName() + " " + object.getName())
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        private List<DatabaseObject> different(Seen later) {
            SchemaComparison[] compared = Stream.of(schemas)
                    .map(schema -> new SchemaComparison(schema, schema))
                    .toArray(SchemaComparison[]::new);
            try {
                DiffResult result = DiffGeneratorFactory.getInstance()
                        .compare(snapshot, later.snapshot, new CompareControl(compared, (String) null));
                return Stream.of(
                                result.getMissingObjects(),
                                result.getUnexpectedObjects(),
                                result.getChangedObjects().keySet())
                        .flatMap(Set::stream)
                        .<DatabaseObject>map(object -> object)
                        .toList();
            } catch (LiquibaseException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
