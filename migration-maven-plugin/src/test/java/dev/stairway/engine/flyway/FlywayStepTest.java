package dev.stairway.engine.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.TestServers;
import dev.stairway.engine.Migration;
import dev.stairway.engine.Migration.Rollback;
import dev.stairway.engine.StepOutcome;
import dev.stairway.engine.StepOutcome.Result;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FlywayStepTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @MethodSource("dev.stairway.engine.flyway.FlywayJars#majors")
    void everyMajorStepsUpAndDownOnPostgresql(int major) throws Exception {
        stepsUpAndDown(TestServers.postgres(18), major);
    }

    @ParameterizedTest
    @MethodSource("dev.stairway.engine.flyway.FlywayJars#majors")
    void everyMajorStepsUpAndDownOnSqlite(int major) throws Exception {
        stepsUpAndDown(TestServers.sqlite(), major);
    }

    private void stepsUpAndDown(DatabaseServer server, int major) throws Exception {
        FlywayProject project = FlywayProject.in(directory, major).usual();
        try (FlywayStepper stepper = new FlywayStepper(server, project.source())) {
            assertThat(Migration.ids(stepper.migrations())).containsExactly("V1__users", "V2__orders");
            assertThat(stepper.migrations()).extracting(Migration::rollback).containsOnly(Rollback.WRITTEN);
            assertThat(stepper.pending()).containsExactly("V1__users", "V2__orders");

            assertThat(stepper.up("V1__users")).isEqualTo(StepOutcome.executed());
            assertThat(stepper.statements()).hasSize(1).allMatch(sql -> sql.startsWith("create table users"));
            assertThat(stepper.wasDiscardable()).isTrue();
            assertThat(stepper.up("V2__orders")).isEqualTo(StepOutcome.executed());
            assertThat(stepper.pending()).isEmpty();
            assertThat(stepper.history()).containsExactly("V1__users.sql", "V2__orders.sql");

            assertThat(stepper.down("V2__orders")).isEqualTo(StepOutcome.executed());
            assertThat(stepper.statements()).hasSize(1).allMatch(sql -> sql.startsWith("drop table orders"));
            assertThat(stepper.wasDiscardable()).isTrue();
            assertThat(stepper.history()).containsExactly("V1__users.sql");
            assertThat(stepper.pending()).containsExactly("V2__orders");

            assertThat(stepper.up("V2__orders").result()).isEqualTo(Result.EXECUTED);
            assertThat(stepper.down("V2__orders").result()).isEqualTo(Result.EXECUTED);
            assertThat(stepper.down("V1__users").result()).isEqualTo(Result.EXECUTED);
            assertThat(stepper.history()).isEmpty();
            assertThat(stepper.upAll()).isEqualTo(List.of(Result.EXECUTED, Result.EXECUTED));
        }
    }
}
