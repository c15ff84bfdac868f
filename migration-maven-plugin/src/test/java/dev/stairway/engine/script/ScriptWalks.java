package dev.stairway.engine.script;

import dev.stairway.data.Fillers;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.TestServers;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.Engine;
import dev.stairway.engine.MigrationStatements;
import dev.stairway.fingerprint.Fingerprinters;
import dev.stairway.matrix.Cell;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.matrix.Scenario;
import dev.stairway.matrix.UpgradePath;
import dev.stairway.run.CellReport;
import dev.stairway.run.Progress;
import dev.stairway.run.Stairway;
import dev.stairway.run.StepReport;
import dev.stairway.run.Toolbox;
import dev.stairway.run.WalkOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Walks a folder of scripts given as texts on a real database. */
public final class ScriptWalks {

    private final Engine engine;
    private final Path directory;
    private final Map<String, String> settings = new HashMap<>();
    private Scenario scenario = Scenario.of("sample", 20);
    private ClassLoader loader = getClass().getClassLoader();

    /** @param directory that holds folder {@code changelog} */
    public ScriptWalks(Engine engine, Path directory) {
        this.engine = engine;
        this.directory = directory;
    }

    /** @param name may have folders in it */
    public ScriptWalks file(String name, String... lines) {
        try {
            Path file = directory.resolve("changelog").resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, lines.length == 0 ? "" : String.join("\n", lines) + "\n");
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ScriptWalks set(String name, String value) {
        settings.put(name, value);
        return this;
    }

    /** @param other that has what the project's own test class path would have */
    public ScriptWalks loadedBy(ClassLoader other) {
        loader = other;
        return this;
    }

    /** @param release that the walk starts from */
    public ScriptWalks departing(UpgradePath release) {
        scenario = Scenario.of(release, 20);
        return this;
    }

    public ChangelogSource source() {
        return new ChangelogSource("changelog", List.of(directory), loader, Map.of(), "", "").with(settings);
    }

    /** What the scripts send. */
    public List<MigrationStatements> statements(String product, String version) {
        return engine.statements(source(), product, version);
    }

    /** @param product {@code postgresql}, {@code sqlite}, {@code h2} or {@code mariadb} */
    public CellReport walk(String product) {
        return walk(server(product));
    }

    /** @param product {@code postgresql}, {@code sqlite}, {@code h2} or {@code mariadb} */
    public static DatabaseServer server(String product) {
        return switch (product) {
            case "sqlite" -> TestServers.sqlite();
            case "h2" -> TestServers.h2();
            case "mariadb" -> TestServers.mariadb();
            default -> TestServers.postgres(17);
        };
    }

    public CellReport walk(DatabaseServer server) {
        Cell cell = new Cell(
                "changelog",
                engine.name(),
                source(),
                new DatabaseRequest(server.id().product(), server.id().version()),
                scenario);
        Toolbox tools =
                new Toolbox(engine, Fingerprinters::open, (database, seed) -> Fillers.open(database, seed, List.of()));
        return new Stairway(cell, server, tools, options(), Progress.SILENT).walk();
    }

    private static WalkOptions options() {
        return new WalkOptions(1, List.of(), List.of(), 0, true, 0);
    }

    /** {@code id: verdict} of every step. */
    public static List<String> verdicts(CellReport report) {
        return report.steps().stream()
                .map(step -> step.migration().id() + ": " + step.verdict().label())
                .toList();
    }

    public static StepReport step(CellReport report, String id) {
        return report.steps().stream()
                .filter(step -> step.migration().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        report.steps().stream().map(s -> s.migration().id()).collect(Collectors.joining(", "))));
    }
}
