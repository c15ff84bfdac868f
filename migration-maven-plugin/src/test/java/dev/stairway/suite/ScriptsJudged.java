package dev.stairway.suite;

import dev.stairway.engine.ChangelogSource;
import dev.stairway.finding.Severity;
import dev.stairway.matrix.Cell.NamedChangelog;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.metrics.GateRule;
import dev.stairway.metrics.MetricsDocument;
import dev.stairway.run.WalkOptions;
import dev.stairway.safety.SafetyOptions;
import dev.stairway.secret.Mask;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** A folder of plain scripts for PostgreSQL 16, each a release of its own, that goal safety reads. */
final class ScriptsJudged {

    private final Path directory;

    ScriptsJudged(Path directory) {
        this.directory = directory;
    }

    /** The file, to be filled by whoever has more to write than memory holds. */
    Path file(String name) throws IOException {
        return Files.createDirectories(directory.resolve("scripts")).resolve(name);
    }

    void write(String name, String text) throws IOException {
        write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    void write(String name, byte[] bytes) throws IOException {
        Files.write(file(name), bytes);
    }

    MetricsDocument judged() {
        ChangelogSource source =
                new ChangelogSource("scripts", List.of(directory), getClass().getClassLoader(), Map.of(), "", "");
        SuiteOptions options = new SuiteOptions(
                "safety",
                List.of(new NamedChangelog("scripts", "sql", source)),
                List.of(DatabaseRequest.parse("postgresql:16")),
                List.of(),
                new WalkOptions(1, List.of(), List.of(), 0, false, 0),
                1,
                directory.resolve("out"),
                List.of(),
                new GateRule(Severity.ERROR),
                "g:a:1",
                "a",
                Map.of());
        SafetyOptions safety = new SafetyOptions(List.of(), Map.of(), directory.resolve("runs"), Map.of());
        return new SafetySuite(
                        options, safety, Engines.all(), new ProgressLines(line -> {}), Clock.systemUTC(), Mask.NONE)
                .run()
                .document();
    }
}
