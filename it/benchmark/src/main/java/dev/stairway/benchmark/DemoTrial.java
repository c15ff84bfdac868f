package dev.stairway.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** {@code mvn verify} of the demo, from the command to the verdict, with a warm cache. */
final class DemoTrial implements Trial {

    private final Settings settings;
    private final Maven maven;

    DemoTrial(Settings settings, Maven maven) {
        this.settings = settings;
        this.maven = maven;
    }

    @Override
    public String name() {
        return "demo/verify";
    }

    @Override
    public String what() {
        return "mvn verify of the demo: SQLite and PostgreSQL, empty and sample data, down to the last line";
    }

    @Override
    public Map<String, Double> run(int round) throws IOException, InterruptedException {
        String id = "demo-" + round;
        Path metrics = settings.demo().resolve("target/migration/metrics.json");
        Files.deleteIfExists(metrics);
        ExternalProcess.Result result =
                maven.run(id, settings.demo(), round > 0, List.of("verify", "-Dmigration.failureIgnore=true"));
        if (result.exitCode() != 0 || Files.notExists(metrics)) {
            throw new IOException(name() + " gave no verdict:\n" + ExternalProcess.tail(maven.log(id)));
        }
        return Map.of("processMillis", result.millis());
    }
}
