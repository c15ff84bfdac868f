package dev.stairway.perf;

import dev.stairway.data.Fillers;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.TestServers;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.liquibase.LiquibaseEngine;
import dev.stairway.finding.RuleId;
import dev.stairway.matrix.Cell;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.matrix.Scenario;
import dev.stairway.measure.plan.QueryFile;
import dev.stairway.perf.PerfReport.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Measures a formatted SQL changelog given as text on a real database. */
final class Measurings {

    private final Path directory;
    private final DatabaseServer server;
    private final List<String> told = new ArrayList<>();
    private List<PerfOptions.Exclusion> exclusions = List.of();
    private PerfLimits limits = PerfLimits.NONE;
    private PerfOptions.Clients clients = PerfOptions.Clients.NONE;
    private List<QueryFile> queries = List.of();
    private int repetitions = 2;

    private Measurings(Path directory, DatabaseServer server) {
        this.directory = directory;
        this.server = server;
    }

    static Measurings on(String product, Path directory) {
        return new Measurings(directory, product.equals("sqlite") ? TestServers.sqlite() : TestServers.postgres(18));
    }

    Measurings within(PerfLimits others) {
        limits = others;
        return this;
    }

    Measurings excluding(String migration) {
        exclusions = List.of(new PerfOptions.Exclusion(migration, "slow"));
        return this;
    }

    Measurings besideClients() {
        clients = new PerfOptions.Clients(50, 10_000, 0, List.of());
        return this;
    }

    Measurings with(String present, String before) {
        queries = List.of(
                new QueryFile("queries/app.sql", present, QueryFile.Release.PRESENT),
                new QueryFile("queriesBefore/app.sql", before, QueryFile.Release.BEFORE));
        return this;
    }

    Measurings times(int passes) {
        repetitions = passes;
        return this;
    }

    List<PerfReport> measure(String changelog, int... rows) throws IOException, InterruptedException {
        Files.writeString(directory.resolve("changelog.sql"), "--liquibase formatted sql\n" + changelog);
        ChangelogSource source = new ChangelogSource(
                "changelog.sql", List.of(directory), getClass().getClassLoader(), Map.of(), "", "");
        DatabaseRequest database =
                new DatabaseRequest(server.id().product(), server.id().version());
        List<Cell> cells = IntStream.of(rows)
                .mapToObj(size ->
                        new Cell("changelog", "liquibase", source, database, new Scenario(size + " rows", size, 0)))
                .toList();
        return new PerfRun(
                        Map.of(database, server),
                        cell -> new PerfTools(new LiquibaseEngine(), (db, seed) -> Fillers.open(db, seed, List.of())),
                        new PerfOptions(1, repetitions, 0, 1, exclusions, limits, queries, clients),
                        new Heard())
                .measure(cells);
    }

    /** What was told of the progress, in order. */
    List<String> told() {
        return told;
    }

    static Step step(PerfReport report, String name) {
        return report.steps().stream()
                .filter(step -> step.migration().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No step " + name + " in " + report.steps()));
    }

    static List<RuleId> rules(PerfReport report) {
        return report.findings().stream().map(finding -> finding.rule()).toList();
    }

    private final class Heard implements PerfProgress {

        @Override
        public void round(int round, int rounds, String what, int cells) {
            told.add(what);
        }

        @Override
        public void passBegins(Cell cell) {
            told.add(cell.scenario().name());
        }
    }
}
