package dev.stairway.fault;

import dev.stairway.data.Fillers;
import dev.stairway.database.DatabaseServer;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.Engine;
import dev.stairway.fault.FaultReport.Trial;
import dev.stairway.finding.RuleId;
import dev.stairway.matrix.Cell;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.matrix.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Fault drills of changelogs on real servers. */
final class FaultDrills {

    private final Path directory;
    private final DatabaseServer server;
    private final Engine engine;
    private List<Fault> faults = List.of(Fault.values());
    private Duration limit = Duration.ofSeconds(20);

    FaultDrills(Path directory, DatabaseServer server, Engine engine) {
        this.directory = directory;
        this.server = server;
        this.engine = engine;
    }

    FaultDrills only(Fault... some) {
        faults = List.of(some);
        return this;
    }

    FaultDrills within(Duration other) {
        limit = other;
        return this;
    }

    /** A formatted SQL changelog of Liquibase. */
    FaultReport sql(String text) throws IOException {
        Files.writeString(directory.resolve("changelog.sql"), "--liquibase formatted sql\n" + text);
        return of("changelog.sql");
    }

    FaultReport of(String changelog) {
        ClassLoader loader = getClass().getClassLoader();
        ChangelogSource source = new ChangelogSource(changelog, List.of(directory), loader, Map.of(), "", "");
        Cell cell = new Cell(
                "changelog",
                engine.name(),
                source,
                new DatabaseRequest(server.id().product(), server.id().version()),
                Scenario.of("sample", 30));
        FaultTools tools = new FaultTools(engine, (database, seed) -> Fillers.open(database, seed, List.of()));
        FaultOptions options = new FaultOptions(1, List.of(), List.of(), faults, 7, limit.toMillis());
        return new FaultDrill(cell, server, tools, options, FaultProgress.SILENT).play();
    }

    static List<RuleId> rules(FaultReport report) {
        return report.findings().stream().map(finding -> finding.rule()).toList();
    }

    static List<Trial> of(FaultReport report, Fault fault) {
        return report.trials().stream().filter(trial -> trial.fault() == fault).toList();
    }

    /** For people. */
    static String told(FaultReport report) {
        StringBuilder text = new StringBuilder(report.notDrilled());
        for (Trial trial : report.trials()) {
            text.append("\n%s %d/%d %s %s %d ms%s: %s <%s> %s"
                    .formatted(
                            trial.fault(),
                            trial.seen().point().statement(),
                            trial.seen().statements(),
                            trial.seen().state(),
                            trial.seen().outcome(),
                            trial.durationNanos() / 1_000_000,
                            trial.ended() ? "" : " STOPPED",
                            trial.seen().text(),
                            trial.told(),
                            trial.seen().inEffect() + " " + trial.seen().evidence()));
        }
        report.findings().forEach(finding -> text.append("\n").append(finding));
        return text.append("\n").append(report.notes()).toString();
    }
}
