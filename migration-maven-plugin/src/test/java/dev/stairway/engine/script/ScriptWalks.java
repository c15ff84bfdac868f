package dev.stairway.engine.script;

import dev.stairway.data.Fillers;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.TestServers;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.Engine;
import dev.stairway.fingerprint.Fingerprinters;
import dev.stairway.matrix.Cell;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.matrix.Scenario;
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

    public ChangelogSource source() {
        return new ChangelogSource("changelog", List.of(directory), getClass().getClassLoader(), Map.of(), "", "")
                .with(settings);
    }

    /** @param product {@code postgresql} or {@code sqlite} */
    public CellReport walk(String product) {
        DatabaseServer server = product.equals("sqlite") ? TestServers.sqlite() : TestServers.postgres(17);
        Cell cell = new Cell(
                "changelog",
                engine.name(),
                source(),
                new DatabaseRequest(server.id().product(), server.id().version()),
                Scenario.of("sample", 20));
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
