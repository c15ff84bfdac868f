package dev.stairway.backup;

import dev.stairway.backup.DrillReport.Trial;
import dev.stairway.data.Fillers;
import dev.stairway.database.DatabaseServer;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.Engine;
import dev.stairway.finding.RuleId;
import dev.stairway.matrix.Cell;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.matrix.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Drills of changelogs on real servers. */
final class Drills {

    private final Path directory;
    private final DatabaseServer server;
    private final Engine engine;
    private int last = DrillOptions.USUAL;
    private int rows = 20;
    private List<String> migrations = List.of();
    private List<DrillOptions.Exclusion> exclusions = List.of();
    private DrillLimits limits = DrillLimits.NONE;
    private String only = "";
    private UnaryOperator<BackupTool> spoilt = UnaryOperator.identity();

    Drills(Path directory, DatabaseServer server, Engine engine) {
        this.directory = directory;
        this.server = server;
        this.engine = engine;
    }

    Drills last(int number) {
        last = number;
        return this;
    }

    Drills rows(int number) {
        rows = number;
        return this;
    }

    Drills before(String... patterns) {
        migrations = List.of(patterns);
        return this;
    }

    Drills without(String pattern) {
        exclusions = List.of(new DrillOptions.Exclusion(pattern, "not here"));
        return this;
    }

    Drills within(long millis) {
        limits = new DrillLimits(Map.of(server.id().product(), millis));
        return this;
    }

    Drills only(String tool) {
        only = tool;
        return this;
    }

    /** @param other makes another tool of each */
    Drills with(UnaryOperator<BackupTool> other) {
        spoilt = other;
        return this;
    }

    /** A formatted SQL changelog. */
    DrillReport sql(String text) throws IOException {
        Files.writeString(directory.resolve("changelog.sql"), "--liquibase formatted sql\n" + text);
        return of("changelog.sql", directory, getClass().getClassLoader());
    }

    DrillReport of(String changelog, Path root, ClassLoader loader) {
        ChangelogSource source = new ChangelogSource(changelog, List.of(root), loader, Map.of(), "", "");
        Cell cell = new Cell(
                "changelog",
                engine.name(),
                source,
                new DatabaseRequest(server.id().product(), server.id().version()),
                rows == 0 ? Scenario.of("empty", 0) : Scenario.of("sample", rows));
        DrillTools tools = new DrillTools(
                engine,
                (database, seed) -> Fillers.open(database, seed, List.of()),
                (where, database) -> spoilt(BackupTools.of(where, database, Clock.systemUTC())));
        DrillOptions options = new DrillOptions(last, migrations, exclusions, 1, limits, directory.resolve("backups"));
        return new Drill(cell, server, tools, options, DrillProgress.SILENT).play();
    }

    private BackupTools spoilt(BackupTools good) {
        List<BackupTool> tools = good.tools().stream()
                .filter(tool -> only.isEmpty() || tool.name().equals(only))
                .map(spoilt)
                .toList();
        return new BackupTools(tools, good.notTried());
    }

    static List<String> outcomes(DrillReport report) {
        return report.trials().stream()
                .map(trial -> trial.migration().name() + " " + trial.tool() + " " + trial.outcome())
                .toList();
    }

    static List<RuleId> rules(DrillReport report) {
        return report.findings().stream().map(finding -> finding.rule()).toList();
    }

    /** Sizes and times, for people. */
    static String figures(DrillReport report) {
        StringBuilder text = new StringBuilder(report.database() + ": " + report.notTried());
        report.trials().stream().map(Trial::tool).distinct().forEach(tool -> {
            List<Trial> all = report.trials().stream()
                    .filter(trial -> trial.tool().equals(tool))
                    .toList();
            text.append("\n  %s: %d trials, %s; %d..%d KB in %d..%d files; backup %s ms, restore %s ms"
                    .formatted(
                            tool,
                            all.size(),
                            all.stream()
                                    .map(t -> t.outcome().toString())
                                    .distinct()
                                    .toList(),
                            all.stream().mapToLong(Trial::bytes).min().orElse(0) / 1024,
                            all.stream().mapToLong(Trial::bytes).max().orElse(0) / 1024,
                            all.stream().mapToLong(Trial::files).min().orElse(0),
                            all.stream().mapToLong(Trial::files).max().orElse(0),
                            spread(all.stream().map(Trial::backupNanos).toList()),
                            spread(all.stream().map(Trial::restoreNanos).toList())));
            all.stream()
                    .flatMap(t -> t.evidence().stream())
                    .distinct()
                    .limit(5)
                    .forEach(line -> text.append("\n    ").append(line));
        });
        return text.toString();
    }

    private static String spread(List<Long> nanos) {
        List<Long> sorted = nanos.stream().sorted().map(n -> n / 1_000_000).toList();
        return sorted.get(0) + "/" + sorted.get(sorted.size() / 2) + "/" + sorted.get(sorted.size() - 1);
    }
}
