package dev.stairway.engine.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.TestServers;
import dev.stairway.engine.Migration;
import dev.stairway.engine.StepOutcome.Result;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FlywayFeaturesTest {

    private static final String JAVA_MIGRATION = """
            package db.migration;
            import org.flywaydb.core.api.migration.*;
            public class V3__Fill extends BaseJavaMigration {
                public void migrate(Context context) throws Exception {
                    try (var statement = context.getConnection().createStatement()) {
                        statement.execute("insert into users (id, name) values (1, 'ann')");
                    }
                }
            }
            """;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @MethodSource("dev.stairway.engine.flyway.FlywayStepper#servers")
    void repeatableMigrationsComeLastAndAreTakenBackByAFileOfTheirDescription(DatabaseServer server) throws Exception {
        FlywayProject project = FlywayProject.in(directory)
                .usual()
                .sql("R__names_of_users", "create view names as select name from users;")
                .sql("U__names_of_users", "drop view names;")
                .sql("R__without", "drop view if exists nothing_there;");
        try (FlywayStepper stepper = new FlywayStepper(server, project.source())) {
            assertThat(Migration.ids(stepper.migrations()))
                    .containsExactly("V1__users", "V2__orders", "R__names_of_users", "R__without");
            assertThat(stepper.migration("R__names_of_users").repeats()).isTrue();
            assertThat(stepper.migration("V2__orders").repeats()).isFalse();
            assertThat(stepper.migration("R__without").rollback()).isEqualTo(Migration.Rollback.MISSING);
            assertThat(stepper.upAll()).containsOnly(Result.EXECUTED);
            assertThat(stepper.pending()).isEmpty();
            assertThat(stepper.down("R__without").result()).isEqualTo(Result.IRREVERSIBLE);
            assertThat(stepper.down("R__names_of_users").result()).isEqualTo(Result.EXECUTED);
            assertThat(stepper.pending()).containsExactly("R__names_of_users");
            assertThat(stepper.up("R__names_of_users").result()).isEqualTo(Result.EXECUTED);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.stairway.engine.flyway.FlywayJars#majors")
    void aBaselineMigrationStandsForTheVersionsBeforeIt(int major) throws Exception {
        FlywayProject project = FlywayProject.in(directory, major)
                .usual()
                .sql("B2__all_so_far", "create table users (id int primary key); create table orders (id int);")
                .sql("V3__notes", "alter table users add note varchar(10);");
        try (FlywayStepper stepper = new FlywayStepper(TestServers.sqlite(), project.source())) {
            assertThat(stepper.migration("V1__users").notApplicable())
                    .hasValueSatisfying(why -> assertThat(why).contains("a baseline migration stands for it"));
            assertThat(stepper.migration("B2__all_so_far").notApplicable()).isEmpty();
            assertThat(stepper.pending()).containsExactly("B2__all_so_far", "V3__notes");
            assertThat(stepper.upAll())
                    .containsExactlyInAnyOrder(Result.SKIPPED, Result.SKIPPED, Result.EXECUTED, Result.EXECUTED);
            assertThat(stepper.history()).containsExactly("B2__all_so_far.sql", "V3__notes.sql");
            assertThat(stepper.pending()).isEmpty();
        }
    }

    @Test
    void baselineMigrationsCanBeSkippedForTheVersionsBeforeThem() throws Exception {
        FlywayProject project = FlywayProject.in(directory)
                .usual()
                .sql("B2__all_so_far", "create table users (id int primary key); create table orders (id int);")
                .set("baselineMigrations", "skip");
        try (FlywayStepper stepper = new FlywayStepper(TestServers.sqlite(), project.source())) {
            assertThat(stepper.migration("B2__all_so_far").notApplicable()).isPresent();
            assertThat(stepper.pending()).containsExactly("V1__users", "V2__orders");
            assertThat(stepper.up("V1__users").result()).isEqualTo(Result.EXECUTED);
            assertThat(stepper.up("V2__orders").result()).isEqualTo(Result.EXECUTED);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.stairway.engine.flyway.FlywayJars#majors")
    void javaMigrationsAreFoundOnTheClassPath(int major) throws Exception {
        FlywayProject project = FlywayProject.in(directory, major)
                .usual()
                .java("db.migration.V3__Fill", JAVA_MIGRATION)
                .sql("U3__fill", "delete from users;");
        try (FlywayStepper stepper = new FlywayStepper(TestServers.postgres(18), project.source())) {
            assertThat(Migration.ids(stepper.migrations())).containsExactly("V1__users", "V2__orders", "V3__Fill");
            assertThat(stepper.migration("V3__Fill").checksum()).isNotEmpty();
            assertThat(stepper.upAll()).containsOnly(Result.EXECUTED);
            assertThat(stepper.values("select name from users")).containsExactly("ann");
            assertThat(stepper.down("V3__Fill").result()).isEqualTo(Result.EXECUTED);
            assertThat(stepper.values("select name from users")).isEmpty();
            assertThat(stepper.history()).containsExactly("V1__users.sql", "V2__orders.sql");
        }
    }

    @Test
    void aJavaMigrationThatThrowsFailsWithItsOwnWords() throws Exception {
        FlywayProject project = FlywayProject.in(directory)
                .usual()
                .java("db.migration.V3__Fill", JAVA_MIGRATION.replace("insert into users", "insert into nowhere"));
        try (FlywayStepper stepper = new FlywayStepper(TestServers.postgres(18), project.source())) {
            stepper.up("V1__users");
            stepper.up("V2__orders");
            assertThat(stepper.up("V3__Fill")).satisfies(outcome -> {
                assertThat(outcome.result()).isEqualTo(Result.FAILED);
                assertThat(outcome.reason()).startsWith("ERROR: relation \"nowhere\" does not exist");
            });
        }
    }

    @ParameterizedTest
    @MethodSource("dev.stairway.engine.flyway.FlywayJars#majors")
    void callbacksOfTheProjectRunAroundEachMigration(int major) throws Exception {
        FlywayProject project = FlywayProject.in(directory, major)
                .sql("V1__log", "create table log (entry varchar(50));")
                .sql("V2__users", "create table users (id int primary key);")
                .sql("U2__users", "drop table users;")
                .sql("afterEachMigrate", "insert into log values ('${flyway:filename}');");
        try (FlywayStepper stepper = new FlywayStepper(TestServers.postgres(18), project.source())) {
            assertThat(stepper.upAll()).containsOnly(Result.EXECUTED);
            assertThat(stepper.values("select entry from log")).hasSize(2);
            assertThat(stepper.statements()).hasSize(2).last().asString().startsWith("insert into log");
            assertThat(stepper.down("V2__users").result()).isEqualTo(Result.EXECUTED);
            assertThat(stepper.values("select entry from log")).hasSize(2);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.stairway.engine.flyway.FlywayJars#majors")
    void placeholdersAreReplacedInBothDirections(int major) throws Exception {
        FlywayProject project = FlywayProject.in(directory, major)
                .sql("V1__users", "create table ${table} (id int primary key);")
                .sql("U1__users", "drop table ${table};")
                .set("placeholders.table", "people");
        try (FlywayStepper stepper = new FlywayStepper(TestServers.sqlite(), project.source())) {
            assertThat(stepper.up("V1__users").result()).isEqualTo(Result.EXECUTED);
            assertThat(stepper.values("select count(*) from people")).containsExactly("0");
            assertThat(stepper.down("V1__users").result()).isEqualTo(Result.EXECUTED);
            assertThat(stepper.statements()).containsExactly("drop table people");
        }
    }

    @Test
    void aPlaceholderWithoutAValueFailsItsMigrationAlone() throws Exception {
        FlywayProject project = FlywayProject.in(directory)
                .sql("V1__users", "create table ${nowhere} (id int);")
                .sql("V2__others", "create table others (id int);");
        try (FlywayStepper stepper = new FlywayStepper(TestServers.sqlite(), project.source())) {
            assertThat(stepper.up("V1__users").reason())
                    .startsWith("db/migration/V1__users.sql:1: No value provided for placeholder: ${nowhere}");
            assertThat(stepper.up("V2__others").result()).isEqualTo(Result.EXECUTED);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.stairway.engine.flyway.FlywayJars#majors")
    void aScriptMayAskToRunOutsideATransaction(int major) throws Exception {
        FlywayProject project = FlywayProject.in(directory, major)
                .usual()
                .sql("V3__index", "create index by_name on users (name);")
                .file("db/migration/V3__index.sql.conf", "executeInTransaction=false\n")
                .sql("U3__index", "drop index concurrently by_name;")
                .sql("V4__inside", "create index by_user on orders (user_id);")
                .set("outOfOrder", "true");
        try (FlywayStepper stepper = new FlywayStepper(TestServers.postgres(18), project.source())) {
            assertThat(stepper.migration("V3__index").transactional()).isFalse();
            assertThat(stepper.migration("V4__inside").transactional()).isTrue();
            stepper.up("V1__users");
            stepper.up("V2__orders");
            assertThat(stepper.up("V3__index").result()).isEqualTo(Result.EXECUTED);
            assertThat(stepper.wasDiscardable()).isFalse();
            assertThat(stepper.up("V4__inside").result()).isEqualTo(Result.EXECUTED);
            assertThat(stepper.wasDiscardable()).isTrue();
            assertThat(stepper.down("V3__index").result()).isEqualTo(Result.EXECUTED);
            assertThat(stepper.wasDiscardable()).isFalse();
            assertThat(stepper.pending()).containsExactly("V3__index");
        }
    }

    @Test
    void whatIsAboveTheTargetIsLeftOut() throws Exception {
        FlywayProject project = FlywayProject.in(directory).usual().set("target", "1");
        try (FlywayStepper stepper = new FlywayStepper(TestServers.sqlite(), project.source())) {
            assertThat(stepper.migration("V1__users").notApplicable()).isEmpty();
            assertThat(stepper.migration("V2__orders").notApplicable())
                    .contains("it is above the target that the settings name");
            assertThat(stepper.pending()).containsExactly("V1__users");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.stairway.engine.flyway.FlywayJars#majors")
    void aMigrationThatIsLeftOutIsRecordedWithoutRunning(int major) throws Exception {
        FlywayProject project = FlywayProject.in(directory, major)
                .sql("V1__broken", "this is no sql;")
                .sql("V2__users", "create table users (id int);");
        try (FlywayStepper stepper = new FlywayStepper(TestServers.sqlite(), project.source())) {
            stepper.markRan("V1__broken");
            assertThat(stepper.pending()).containsExactly("V2__users");
            assertThat(stepper.up("V2__users").result()).isEqualTo(Result.EXECUTED);
            assertThat(stepper.history()).isEqualTo(List.of("V1__broken.sql", "V2__users.sql"));
        }
    }

    @Test
    void settingsHaveFlywaysOwnNames() throws Exception {
        FlywayProject project = FlywayProject.in(directory)
                .file("db/migration/M1-users.ddl", "create table users (id int);")
                .set("sqlMigrationPrefix", "M")
                .set("flyway.sqlMigrationSeparator", "-")
                .set("sqlMigrationSuffixes", ".ddl")
                .set("table", "history")
                .set("schemas", "app")
                .set("undoSqlMigrationPrefix", "D")
                .file("db/migration/D1-users.ddl", "drop table users;");
        try (FlywayStepper stepper = new FlywayStepper(TestServers.postgres(18), project.source())) {
            assertThat(stepper.run().bookkeepingTables()).containsExactly("history");
            assertThat(stepper.up("M1-users").result()).isEqualTo(Result.EXECUTED);
            assertThat(stepper.values("select count(*) from app.users")).containsExactly("0");
            assertThat(stepper.down("M1-users").result()).isEqualTo(Result.EXECUTED);
            assertThat(stepper.pending()).containsExactly("M1-users");
        }
    }

    /** Which truly hangs: Flyway's lock is a transaction of another connection, for which the statement waits. */
    @ParameterizedTest
    @CsvSource({
        "create index concurrently by_name on users (name);",
        "CREATE UNIQUE INDEX  CONCURRENTLY by_name ON users (name);",
        "reindex index concurrently users_pkey;"
    })
    void aStatementThatWouldWaitForFlywayItselfFails(String sql) throws Exception {
        FlywayProject project = FlywayProject.in(directory)
                .usual()
                .sql("V3__index", "-- create index concurrently\n" + sql)
                .file("db/migration/V3__index.sql.conf", "executeInTransaction=false");
        try (FlywayStepper stepper = new FlywayStepper(TestServers.postgres(18), project.source())) {
            stepper.up("V1__users");
            stepper.up("V2__orders");
            assertThat(stepper.up("V3__index")).satisfies(outcome -> {
                assertThat(outcome.result()).isEqualTo(Result.FAILED);
                assertThat(outcome.reason())
                        .startsWith("db/migration/V3__index.sql:2: Flyway would wait for itself for ever")
                        .contains("postgresql.transactional.lock");
            });
            assertThat(stepper.pending()).containsExactly("V3__index");
        }
    }

    @Test
    void withALockOfTheSessionItRuns() throws Exception {
        FlywayProject project = FlywayProject.in(directory, 12)
                .usual()
                .sql("V3__index", "create index concurrently by_name on users (name);")
                .set("postgresql.transactional.lock", "false");
        try (FlywayStepper stepper = new FlywayStepper(TestServers.postgres(18), project.source())) {
            assertThat(stepper.upAll()).containsOnly(Result.EXECUTED);
        }
    }
}
