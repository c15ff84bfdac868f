package dev.stairway.suite;

import dev.stairway.database.TestServers;
import dev.stairway.database.provider.DatabaseProviders;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.finding.Severity;
import dev.stairway.matrix.Cell;
import dev.stairway.matrix.Cell.NamedChangelog;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.matrix.Scenario;
import dev.stairway.metrics.GateRule;
import dev.stairway.run.WalkOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Program of a child JVM: walks {@code changelog.sql}, says so when it begins or, when asked to, when it has ended, and waits. */
final class HoldRun {

    static final String ENDED = "ended";

    private HoldRun() {}

    public static void main(String[] arguments) throws InterruptedException, IOException {
        Path directory = Path.of(arguments[0]);
        boolean toTheEnd = arguments[1].equals(ENDED);
        ChangelogSource source = new ChangelogSource(
                "changelog.sql", List.of(directory), HoldRun.class.getClassLoader(), Map.of(), "", "");
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
        SuiteListener listener = new SuiteListener() {
            @Override
            public void started(Cell cell) {
                if (!toTheEnd) {
                    System.out.println("READY 1");
                }
            }
        };
        new Suite(
                        options,
                        Engines.all(),
                        DatabaseProviders.of((product, version) -> TestServers.sqlite()),
                        listener,
                        Clock.systemUTC())
                .run();
        System.out.println("READY 2");
        System.in.transferTo(System.err);
    }
}
