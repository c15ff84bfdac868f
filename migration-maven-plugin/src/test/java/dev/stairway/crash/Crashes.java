package dev.stairway.crash;

import dev.stairway.crash.CrashReport.Kill;
import dev.stairway.data.Fillers;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.Profile;
import dev.stairway.database.TestServers;
import dev.stairway.database.provider.EmbeddedOptions;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.Engine;
import dev.stairway.finding.RuleId;
import dev.stairway.matrix.Cell;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.matrix.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Crash drills of changelogs on real servers. */
public final class Crashes {

    private final Path directory;
    private final DatabaseServer server;
    private final Engine engine;
    private Runners runners = Runners.NONE;
    private CrashOptions options =
            new CrashOptions(1, List.of(), List.of(), 7, CrashOptions.USUAL_BOUNDARIES, 0, false);

    public Crashes(Path directory, DatabaseServer server, Engine engine) {
        this.directory = directory;
        this.server = server;
        this.engine = engine;
    }

    /** Durable, as a crash means nothing to a server that keeps nothing; the caller closes it. */
    public static DatabaseServer server(String product, String version) {
        return TestServers.provider(EmbeddedOptions.defaults().withProfile(Profile.PRODUCTION))
                .start(product, version);
    }

    public Crashes with(Runners others) {
        runners = others;
        return this;
    }

    public Crashes with(CrashOptions others) {
        options = others;
        return this;
    }

    /** A formatted SQL changelog of Liquibase. */
    public CrashReport sql(String text) throws IOException {
        Files.writeString(directory.resolve("changelog.sql"), "--liquibase formatted sql\n" + text);
        return of("changelog.sql");
    }

    public CrashReport of(String changelog) {
        ClassLoader loader = getClass().getClassLoader();
        return of(new ChangelogSource(changelog, List.of(directory), loader, java.util.Map.of(), "", ""));
    }

    public CrashReport of(ChangelogSource source) {
        Cell cell = new Cell(
                "changelog",
                engine.name(),
                source,
                new DatabaseRequest(server.id().product(), server.id().version()),
                Scenario.of("sample", 10));
        CrashTools tools = new CrashTools(engine, (database, seed) -> Fillers.open(database, seed, List.of()), runners);
        return new CrashDrill(cell, server, tools, options, CrashProgress.SILENT).play();
    }

    public static List<String> outcomes(CrashReport report) {
        return report.kills().stream()
                .map(kill -> kill.victim() + " " + kill.point().statement() + " " + kill.state() + " " + kill.outcome())
                .toList();
    }

    public static List<RuleId> rules(CrashReport report) {
        return report.findings().stream().map(finding -> finding.rule()).toList();
    }

    /** For people. */
    public static String told(CrashReport report) {
        StringBuilder text = new StringBuilder(report.notDrilled());
        for (Kill kill : report.kills()) {
            text.append("\n%s %s/%d %s %s: %s %s"
                    .formatted(
                            kill.victim(),
                            kill.point(),
                            kill.statements(),
                            kill.state(),
                            kill.outcome(),
                            kill.text(),
                            kill.inEffect() + " " + kill.evidence()));
        }
        report.findings().forEach(finding -> text.append("\n").append(finding));
        return text.append("\n").append(report.notes()).toString();
    }
}
