package dev.stairway.lint;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stairway.baseline.Thresholds;
import dev.stairway.baseline.Thresholds.FailOn;
import dev.stairway.database.TestServers;
import dev.stairway.database.provider.DatabaseProviders;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.Migration;
import dev.stairway.engine.MigrationStatements;
import dev.stairway.engine.Position;
import dev.stairway.finding.Observed;
import dev.stairway.finding.Severity;
import dev.stairway.matrix.Cell.NamedChangelog;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.matrix.Scenario;
import dev.stairway.metrics.GateRule;
import dev.stairway.perf.PerfLimits;
import dev.stairway.perf.PerfOptions;
import dev.stairway.run.WalkOptions;
import dev.stairway.safety.RunWitness;
import dev.stairway.script.sql.SqlStatement;
import dev.stairway.suite.Engines;
import dev.stairway.suite.ProgressLines;
import dev.stairway.suite.Suite;
import dev.stairway.suite.SuiteOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Plays the dangerous files for real, each as a changelog of its own: goal {@code test} on the servers that the file names,
 * goal {@code perf} on the newest of them.
 */
final class LabelledRuns {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> TOOL =
            Map.of("cpu", "any", "cores", "2", "os", "any", "java", "17.0.1", "plugin", "0");

    /** Rows of every table: few, so that a run is quick; locks are told whatever they take. */
    private static final int ROWS = 500;

    private final Path directory;
    private final Map<String, Map<String, Migration>> migrations = new TreeMap<>();
    private final Map<String, Facts> rules =
            Catalogue.rules().stream().map(LintRule::facts).collect(Collectors.toMap(Facts::id, facts -> facts));
    private final SquawkNames names;

    LabelledRuns(Path directory, SquawkNames names) {
        this.directory = directory;
        this.names = names;
    }

    void play(List<SquawkFile> files) throws IOException, InterruptedException {
        Map<List<Integer>, List<NamedChangelog>> together = new LinkedHashMap<>();
        for (SquawkFile file : files) {
            Release release = file.release();
            List<Integer> servers = release.setting().targets().versions().stream()
                    // Older ones are not there as embedded servers; 14 stands in for them.
                    .map(version -> Math.max(14, version.major()))
                    .toList();
            together.computeIfAbsent(servers, any -> new ArrayList<>()).add(changelog(file.name(), release));
        }
        for (Map.Entry<List<Integer>, List<NamedChangelog>> group : together.entrySet()) {
            List<Integer> servers = group.getKey();
            Path runs = directory
                    .resolve("runs")
                    .resolve(servers.stream().map(String::valueOf).collect(Collectors.joining("-")));
            run("test", servers, group.getValue(), runs);
            run("perf", servers.subList(servers.size() - 1, servers.size()), group.getValue(), runs);
        }
    }

    private NamedChangelog changelog(String name, Release release) throws IOException {
        List<Object> sets = new ArrayList<>();
        release.history().forEach(said -> sets.add(changeSet(said)));
        release.releases().forEach(group -> group.forEach(said -> sets.add(changeSet(said))));
        Path root = Files.createDirectories(directory.resolve("changelogs").resolve(name));
        Files.writeString(root.resolve("changelog.json"), JSON.writeValueAsString(Map.of("databaseChangeLog", sets)));
        ChangelogSource source =
                new ChangelogSource("changelog.json", List.of(root), getClass().getClassLoader(), Map.of(), "", "");
        Map<String, Migration> byName = new TreeMap<>();
        Engines.all().get("liquibase").read(source).migrations().forEach(m -> byName.put(m.name(), m));
        migrations.put(name, byName);
        return new NamedChangelog(name, "liquibase", source);
    }

    private static Object changeSet(MigrationStatements said) {
        Map<String, Object> set = new LinkedHashMap<>();
        set.put("id", said.migration().name());
        set.put("author", "corpus");
        set.put("runInTransaction", said.migration().transactional());
        set.put("changes", said.up().stream().map(LabelledRuns::sql).toList());
        if (!said.down().isEmpty()) {
            set.put("rollback", said.down().stream().map(LabelledRuns::sql).toList());
        }
        return Map.of("changeSet", set);
    }

    private static Object sql(SqlStatement statement) {
        return Map.of("sql", Map.of("sql", statement.sql(), "splitStatements", false, "stripComments", false));
    }

    private static void run(String goal, List<Integer> servers, List<NamedChangelog> changelogs, Path runs)
            throws InterruptedException {
        Path output = runs.resolve(goal);
        SuiteOptions options = new SuiteOptions(
                goal,
                changelogs,
                servers.stream()
                        .map(major -> DatabaseRequest.parse("postgresql:" + major))
                        .toList(),
                List.of(goal.equals("test") ? Scenario.of("sample", ROWS) : new Scenario(ROWS + " rows", ROWS, 0)),
                new WalkOptions(1, List.of(), List.of(), 0, false, 0),
                1,
                output,
                List.of(),
                new GateRule(Severity.ERROR),
                "g:a:1",
                "corpus",
                TOOL);
        new Suite(
                        goal.equals("test") ? options : options.measuring(measured(), baseline(output)),
                        Engines.all(),
                        DatabaseProviders.of(TestServers.provider()),
                        new ProgressLines(line -> {}),
                        Clock.systemUTC())
                .run();
    }

    private static PerfOptions measured() {
        return new PerfOptions(1, 1, 0, 1, List.of(), PerfLimits.NONE, List.of(), PerfOptions.Clients.NONE);
    }

    private static SuiteOptions.Baseline baseline(Path output) {
        return new SuiteOptions.Baseline(
                output.resolve("baseline.json"), "baseline.json", false, new Thresholds(10, 25, 20, FailOn.NONE));
    }

    /** False where only reading is compared. */
    boolean played() {
        return !migrations.isEmpty();
    }

    /** What runs saw of the danger; empty where they saw nothing. The rule of that name tells what would prove it. */
    List<String> seen(SquawkFile file, SquawkFile.Danger danger) throws IOException {
        if (!played()) {
            return List.of();
        }
        Facts rule = names.ours(danger.name()).stream()
                .filter(rules::containsKey)
                .map(rules::get)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no rule of " + danger.name()));
        Migration migration = migrations.get(file.name()).get(danger.migration());
        Remark remark = new Remark(
                rule, migration.id(), new Position(migration.file(), 1), 0, danger.sql(), "", danger.name(), "");
        List<String> seen = new ArrayList<>();
        try (Stream<Path> groups = Files.list(directory.resolve("runs"))) {
            for (Path runs : groups.sorted().toList()) {
                Observed observed = new RunWitness(runs).of(file.name(), migration, remark);
                if (observed.outcome() == Observed.Outcome.CONFIRMED) {
                    seen.addAll(observed.seen());
                }
            }
        }
        // Some files say nothing of a way back: that is no danger of theirs.
        seen.removeIf(sighting -> sighting.startsWith("test: rollback-missing"));
        return seen;
    }
}
