package dev.stairway.engine.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.TestServers;
import dev.stairway.engine.Migration;
import dev.stairway.engine.Migration.Rollback;
import dev.stairway.engine.StepOutcome.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FlywayDownScriptTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "drop table users;, WRITTEN",
                "-- drop table users;, EMPTY",
                "/* drop table users; */ ;, EMPTY",
                "-- why|, EMPTY",
                "drop table users; -- why, WRITTEN",
                "'', EMPTY",
            })
    void aScriptOfCommentsIsNoWayBack(String text, Rollback expected) throws Exception {
        FlywayProject project = FlywayProject.in(directory)
                .sql("V1__users", "create table users (id int);")
                .sql("U1__users", text.equals("''") ? "" : text);
        assertThat(read(project, "V1__users").rollback()).isEqualTo(expected);
    }

    @Test
    void noScriptIsAMissingWayBack() {
        FlywayProject project = FlywayProject.in(directory)
                .sql("V1__users", "create table users (id int);")
                .sql("U2__users", "drop table users;");
        assertThat(read(project, "V1__users").rollback()).isEqualTo(Rollback.MISSING);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 1.0", "01, 1", "1_2, 1.2", "2024.01.05, 2024_1_5"})
    void versionsAreComparedAsFlywayDoes(String up, String down) {
        FlywayProject project = FlywayProject.in(directory)
                .sql("V" + up + "__users", "create table users (id int);")
                .sql("U" + down + "__users", "drop table users;");
        assertThat(read(project, "V" + up + "__users").rollback()).isEqualTo(Rollback.WRITTEN);
    }

    @ParameterizedTest
    @CsvSource({"1, 10", "1.1, 1.10", "1, 1.0.1"})
    void anotherVersionIsNotTakenBack(String up, String down) {
        FlywayProject project = FlywayProject.in(directory)
                .sql("V" + up + "__users", "create table users (id int);")
                .sql("U" + down + "__users", "drop table users;");
        assertThat(read(project, "V" + up + "__users").rollback()).isEqualTo(Rollback.MISSING);
    }

    @ParameterizedTest
    @CsvSource({"U1__users.sql", "V1__users.sql", "V1__users.down.sql", "V1__users.undo.sql"})
    void downScriptsMayHaveAFolderOfTheirOwn(String name) throws Exception {
        FlywayProject project = FlywayProject.in(directory)
                .sql("V1__users", "create table users (id int);")
                .file("db/down/" + name, "drop table users;")
                .set("downLocations", "db/down");
        try (FlywayStepper stepper = new FlywayStepper(TestServers.sqlite(), project.source())) {
            Migration migration = stepper.migration("V1__users");
            assertThat(migration.rollback()).isEqualTo(Rollback.WRITTEN);
            assertThat(migration.rollbackAt().file()).isEqualTo("db/down/" + name);
            assertThat(stepper.up("V1__users").result()).isEqualTo(Result.EXECUTED);
            assertThat(stepper.down("V1__users").result()).isEqualTo(Result.EXECUTED);
            assertThat(stepper.history()).isEmpty();
            assertThat(stepper.values("select name from sqlite_master where name = 'users'"))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.stairway.engine.flyway.FlywayStepper#servers")
    void aDownScriptThatFailsTellsItsLineAndLeavesTheHistory(DatabaseServer server) throws Exception {
        FlywayProject project = FlywayProject.in(directory)
                .sql("V1__users", "create table users (id int);")
                .sql("U1__users", "-- takes it back\n\ndrop table users;\ndrop table nowhere;\n");
        try (FlywayStepper stepper = new FlywayStepper(server, project.source())) {
            stepper.up("V1__users");
            assertThat(stepper.down("V1__users")).satisfies(outcome -> {
                assertThat(outcome.result()).isEqualTo(Result.FAILED);
                assertThat(outcome.reason())
                        .startsWith("db/migration/U1__users.sql:4: ")
                        .contains("nowhere");
                assertThat(outcome.sql()).isEqualTo("drop table nowhere");
            });
            assertThat(stepper.history()).containsExactly("V1__users.sql");
            assertThat(stepper.values("select count(*) from users")).containsExactly("0");
        }
    }

    @Test
    void bodiesOfFunctionsInADownScriptAreOneStatement() throws Exception {
        FlywayProject project = FlywayProject.in(directory)
                .sql("V1__f", "create function f() returns int language sql return 1;")
                .sql("U1__f", """
                        do $body$ begin
                          execute 'drop function f()';
                        end $body$;
                        """);
        try (FlywayStepper stepper = new FlywayStepper(TestServers.postgres(18), project.source())) {
            stepper.up("V1__f");
            assertThat(stepper.down("V1__f").result()).isEqualTo(Result.EXECUTED);
            assertThat(stepper.statements()).hasSize(1);
        }
    }

    private Migration read(FlywayProject project, String id) {
        return new FlywayEngine()
                .read(project.source()).migrations().stream()
                        .filter(migration -> migration.id().equals(id))
                        .findFirst()
                        .orElseThrow();
    }
}
