package dev.stairway.run;

import java.sql.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/**
 * What Liquibase's {@code diff} sees with its default types of objects.
 * Its figures on PostgreSQL are too low: in a run of all cases it leaves out sequences that it sees when a case is alone.
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
            Map<SqlCase, DatabaseSnapshot> snapshots = new HashMap<>();
            for (SqlCase planted : cases) {
                snapshots.put(
                        planted,
                        SnapshotGeneratorFactory.getInstance()
                                .createSnapshot(schema(planted), database, new SnapshotControl(database)));
            }
            return new Seen(snapshots);
        } catch (LiquibaseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a user compares: the time that it takes grows faster than the number of schemas. */
    private static CatalogAndSchema schema(SqlCase planted) {
        return new CatalogAndSchema(null, planted.product().equals("sqlite") ? null : planted.schema());
    }

    /** Snapshots of the schemas of the cases. */
    private record Seen(Map<SqlCase, DatabaseSnapshot> snapshots) implements State {

        @Override
        public Set<String> differences(State later, SqlCase planted) {
            SchemaComparison[] schema = {new SchemaComparison(schema(planted), schema(planted))};
            try {
                DiffResult result = DiffGeneratorFactory.getInstance()
                        .compare(
                                snapshots.get(planted),
                                ((Seen) later).snapshots.get(planted),
                                new CompareControl(schema, (String) null));
                return Stream.of(
                                result.getMissingObjects(),
                                result.getUnexpectedObjects(),
                                result.getChangedObjects().keySet())
                        .flatMap(Set::stream)
                        .map(object -> object.getObjectTypeName() + " " + object.getName())
                        .collect(Collectors.toCollection(TreeSet::new));
            } catch (LiquibaseException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
