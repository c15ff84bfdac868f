package dev.stairway.engine.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.crash.CrashReport.Outcome;
import dev.stairway.crash.CrashReport.State;
import dev.stairway.data.Fillers;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.TestServers;
import dev.stairway.fault.Fault;
import dev.stairway.fault.FaultDrill;
import dev.stairway.fault.FaultOptions;
import dev.stairway.fault.FaultProgress;
import dev.stairway.fault.FaultReport;
import dev.stairway.fault.FaultReport.Trial;
import dev.stairway.fault.FaultTools;
import dev.stairway.matrix.Cell;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.matrix.Scenario;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faults while Flyway's migrations are applied, which keeps its history and its lock in its own way. */
class FlywayFaultTest {

    @TempDir
    private Path directory;

    @Test
    void aTransactionIsWhollyThereOrNotAtAll() {
        FaultReport report = drilled(TestServers.postgres(17), List.of(Fault.ANSWER_LOST, Fault.LOCK_TIMEOUT));

        assertThat(report.notDrilled()).isEmpty();
        assertThat(report.findings()).isEmpty();
        assertThat(report.trials()).extracting(Trial::fault).contains(Fault.ANSWER_LOST);
        assertThat(report.trials()).last().satisfies(trial -> {
            assertThat(trial.fault()).isEqualTo(Fault.LOCK_TIMEOUT);
            assertThat(trial.told()).contains("canceling statement due to lock timeout");
            assertThat(trial.seen().state()).isEqualTo(State.BEFORE);
            assertThat(trial.blockers()).hasSize(1);
        });
        assertThat(report.trials())
                .extracting(trial -> trial.seen().outcome())
                .containsOnly(Outcome.BEFORE, Outcome.AFTER);
    }

    private FaultReport drilled(DatabaseServer server, List<Fault> faults) {
        FlywayProject project =
                FlywayProject.in(directory).usual().sql("V3__notes", "alter table users add note varchar(20);");
        Cell cell = new Cell(
                "changelog",
                "flyway",
                project.source(),
                new DatabaseRequest(server.id().product(), server.id().version()),
                Scenario.of("sample", 10));
        FaultTools tools =
                new FaultTools(new FlywayEngine(), (database, seed) -> Fillers.open(database, seed, List.of()));
        FaultOptions options = new FaultOptions(1, List.of(), List.of(), faults, 7, FaultOptions.USUAL_LIMIT_MILLIS);
        return new FaultDrill(cell, server, tools, options, FaultProgress.SILENT).play();
    }
}
