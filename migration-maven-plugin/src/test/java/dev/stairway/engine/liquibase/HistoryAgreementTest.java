package dev.stairway.engine.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.TestServers;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.Migration;
import dev.stairway.engine.StepOutcome;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.RanChangeSet;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the steps write must be what Liquibase itself would have written. */
@Tag("liquibase")
class HistoryAgreementTest {

    private static final String BODY = """
            <changeSet id="1" author="me" context="test or prod" labels="a,b">
              <comment>Makes the table.</comment>
              <createTable tableName="t"><column name="id" type="int"><constraints primaryKey="true"/></column></createTable>
            </changeSet>
            <changeSet id="2" author="me"><addColumn tableName="t"><column name="name" type="varchar(20)"/></addColumn></changeSet>
            <changeSet id="3" author="me">
              <preConditions onFail="MARK_RAN"><tableExists tableName="nope"/></preConditions>
              <sql>delete from nope</sql>
            </changeSet>
            <changeSet id="4" author="me"><tagDatabase tag="one"/></changeSet>
            <changeSet id="5" author="me" logicalFilePath="else/where.xml"><insert tableName="t"><column name="id" valueNumeric="7"/></insert>
              <modifySql><append value=" "/></modifySql></changeSet>
            """;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @MethodSource("dev.stairway.engine.liquibase.Stepper#servers")
    void liquibase_itself_finds_nothing_to_do_and_every_checksum_valid(DatabaseServer server) throws Exception {
        try (Stepper stepper = new Stepper(server, source())) {
            stepper.upAll();
            stepper.down("2");
            stepper.up("2");
            byLiquibase(stepper.database(), liquibase -> {
                assertThat(liquibase.listUnrunChangeSets(new Contexts(), new LabelExpression()))
                        .isEmpty();
                liquibase.validate();
                return null;
            });
        }
    }

    @ParameterizedTest
    @MethodSource("dev.stairway.engine.liquibase.Stepper#servers")
    void the_rows_are_those_that_liquibases_own_update_writes(DatabaseServer server) throws Exception {
        List<String> ours;
        try (Stepper stepper = new Stepper(server, source())) {
            stepper.upAll();
            ours = byLiquibase(stepper.database(), HistoryAgreementTest::rows);
        }
        try (JdbcDatabase fresh = (JdbcDatabase) server.fresh("by-liquibase")) {
            List<String> theirs = byLiquibase(fresh, liquibase -> {
                liquibase.update(new Contexts(), new LabelExpression());
                return rows(liquibase);
            });
            assertThat(ours).isEqualTo(theirs).hasSize(5);
        }
    }

    @Test
    void a_migration_that_takes_prepared_statements_away_is_recorded_all_the_same() throws Exception {
        ChangelogSource source = new Changelogs(directory).xml("db.xml", """
                <changeSet id="1" author="me"><sql>create table a (id int)</sql><rollback/></changeSet>
                <changeSet id="2" author="me"><sql>deallocate all</sql><rollback/></changeSet>
                <changeSet id="3" author="me"><sql>create table b (id int)</sql><rollback/></changeSet>
                """);
        try (Stepper stepper = new Stepper(TestServers.postgres(18), source)) {
            assertThat(stepper.upAll()).containsOnly(StepOutcome.executed());
            assertThat(stepper.down("2")).isEqualTo(StepOutcome.executed());
            assertThat(stepper.up("2")).isEqualTo(StepOutcome.executed());
            assertThat(stepper.pending()).isEmpty();
        }
    }

    @Test
    void four_cells_in_four_threads_give_the_same_ids_and_checksums() throws Exception {
        ChangelogSource source = source();
        List<Callable<List<String>>> cells = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Stepper.servers().forEach(server -> cells.add(() -> walk(server, source)));
        }
        ExecutorService threads = Executors.newFixedThreadPool(cells.size());
        try {
            List<String> expected = null;
            for (Future<List<String>> cell : threads.invokeAll(cells)) {
                expected = expected == null ? cell.get() : expected;
                assertThat(cell.get()).isEqualTo(expected).hasSize(5);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private List<String> walk(DatabaseServer server, ChangelogSource source) throws Exception {
        try (Stepper stepper = new Stepper(server, source)) {
            stepper.upAll();
            assertThat(stepper.pending()).isEmpty();
            for (int i = stepper.migrations().size() - 1; i >= 0; i--) {
                stepper.down(stepper.migrations().get(i).name());
            }
            return stepper.migrations().stream()
                    .map((Migration migration) -> migration.id() + " " + migration.checksum())
                    .toList();
        }
    }

    private ChangelogSource source() {
        return new Changelogs(directory).xml("db.xml", BODY);
    }

    /** Liquibase's public API, in the same silent scope that the engine works in. */
    private <T> T byLiquibase(JdbcDatabase jdbc, Use<T> use) throws Exception {
        LiquibaseScope scope = new LiquibaseScope(source());
        return scope.call(() -> {
            try (Connection connection = jdbc.connect();
                    Database database = DatabaseFactory.getInstance()
                            .findCorrectDatabaseImplementation(new JdbcConnection(connection))) {
                return use.of(new Liquibase("db.xml", scope.resources(), database));
            }
        });
    }

    @FunctionalInterface
    private interface Use<T> {
        T of(Liquibase liquibase) throws Exception;
    }

    private static List<String> rows(Liquibase liquibase) throws Exception {
        List<String> rows = new ArrayList<>();
        for (RanChangeSet ran : liquibase.getDatabase().getRanChangeSetList()) {
            ChangeSet.ExecType type = ran.getExecType();
            rows.add(String.join(
                    "|",
                    ran.getStoredChangeLog(),
                    ran.getId(),
                    ran.getAuthor(),
                    ran.getLastCheckSum().toString(),
                    type.value,
                    ran.getDescription(),
                    ran.getComments(),
                    String.valueOf(ran.getTag()),
                    String.valueOf(ran.getContextExpression()),
                    String.valueOf(ran.getLabels()),
                    String.valueOf(ran.getOrderExecuted()),
                    String.valueOf(ran.getLiquibaseVersion())));
        }
        return rows;
    }
}
