package dev.stairway.benchmark.verdict;

import dev.stairway.baseline.Thresholds;
import dev.stairway.baseline.Thresholds.FailOn;
import dev.stairway.benchmark.Workload;
import dev.stairway.benchmark.work.WorkSettings;
import dev.stairway.database.Profile;
import dev.stairway.database.provider.DatabaseProviders;
import dev.stairway.database.provider.EmbeddedOptions;
import dev.stairway.database.provider.EmbeddedProvider;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.finding.Severity;
import dev.stairway.matrix.Cell.NamedChangelog;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.matrix.Scenario;
import dev.stairway.metrics.GateRule;
import dev.stairway.metrics.Performance.ComparisonEntry;
import dev.stairway.perf.PerfLimits;
import dev.stairway.perf.PerfOptions;
import dev.stairway.run.WalkOptions;
import dev.stairway.suite.Engines;
import dev.stairway.suite.ProgressLines;
import dev.stairway.suite.Suite;
import dev.stairway.suite.SuiteOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Goal {@code perf} as a user runs it, but for Maven: servers of its own, five repetitions, the usual thresholds. */
final class Judged {

    private static final int REPETITIONS = 5;

    private final WorkSettings settings;
    private final String database;
    private final Path baseline;

    /** @param database as in the configuration, {@code postgresql:18} */
    Judged(WorkSettings settings, String changelog, String database) {
        this.settings = settings;
        this.database = database;
        this.baseline = settings.work().resolve(changelog + "-" + database.replace(':', '-') + "-baseline.json");
    }

    Path baseline() {
        return baseline;
    }

    /** Records the baseline. */
    void record(Workload changelog) throws InterruptedException {
        run(changelog, true);
    }

    /** What a run says of every figure. */
    List<ComparisonEntry> against(Workload changelog) throws InterruptedException {
        return run(changelog, false).document().performance().comparison().entries();
    }

    private Suite.Result run(Workload changelog, boolean update) throws InterruptedException {
        ChangelogSource source = new ChangelogSource(
                changelog.changelog(), List.of(changelog.root()), Judged.class.getClassLoader(), Map.of(), "", "");
        SuiteOptions options = new SuiteOptions(
                        "perf",
                        List.of(new NamedChangelog(changelog.name(), "liquibase", source)),
                        List.of(DatabaseRequest.parse(database)),
                        List.of(new Scenario(settings.rows() + " rows", settings.rows(), 0)),
                        new WalkOptions(1, List.of(), List.of(), 0, false, 0),
                        1,
                        settings.work().resolve("out"),
                        List.of(),
                        new GateRule(Severity.ERROR),
                        "dev.stairway:benchmark:1",
                        "benchmark",
                        Map.of("cpu", "any", "cores", "2", "os", "any", "java", "17.0.1", "plugin", "1.0.0"))
                .measuring(
                        new PerfOptions(
                                1, REPETITIONS, 0, 1, List.of(), PerfLimits.NONE, List.of(), PerfOptions.Clients.NONE),
                        new SuiteOptions.Baseline(
                                baseline, "baseline", update, new Thresholds(10, 25, 20, FailOn.WORK)));
        EmbeddedProvider servers = new EmbeddedProvider(
                (group, artifact, version) -> settings.binaries(),
                EmbeddedOptions.defaults().withProfile(Profile.MEASURED));
        return new Suite(
                        options,
                        Engines.all(),
                        DatabaseProviders.of(servers),
                        new ProgressLines(line -> {}),
                        Clock.systemUTC())
                .run();
    }
}
