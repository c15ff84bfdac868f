package dev.stairway.suite;

import dev.stairway.database.TestServers;
import dev.stairway.database.provider.DatabaseProviders;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.finding.Severity;
import dev.stairway.matrix.Cell.NamedChangelog;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.matrix.Scenario;
import dev.stairway.metrics.GateRule;
import dev.stairway.problem.ProblemException;
import dev.stairway.run.WalkOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Walks a changelog with a large value, in a JVM whose heap may be too small for it. */
final class LargeValueProgram {

    private LargeValueProgram() {}

    /** @param arguments directory of changelog.sql, and of the reports */
    public static void main(String[] arguments) throws InterruptedException {
        Path directory = Path.of(arguments[0]);
        ChangelogSource source = new ChangelogSource(
                "changelog.sql", List.of(directory), LargeValueProgram.class.getClassLoader(), Map.of(), "", "");
        SuiteOptions options = new SuiteOptions(
                "test",
                List.of(new NamedChangelog("changelog", "liquibase", source)),
                List.of(new DatabaseRequest("sqlite", "")),
                List.of(Scenario.of("empty", 0)),
                new WalkOptions(1, List.of(), List.of(), 0, true, 0),
                1,
                directory.resolve("out"),
                List.of(),
                new GateRule(Severity.ERROR),
                "g:a:1",
                "name",
                Map.of());
        try {
            Suite.Result result = new Suite(
                            options,
                            Engines.all(),
                            DatabaseProviders.of((product, version) -> TestServers.sqlite()),
                            new ProgressLines(line -> {}),
                            Clock.systemUTC())
                    .run();
            System.out.println("WALKED " + result.document().gate().failed());
        } catch (ProblemException problem) {
            System.out.println(problem.getMessage());
            System.exit(3);
        }
    }
}
