package dev.stairway.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** {@code mvn verify} of the demo shop from start to verdict; its build fails, as it should. */
record DemoTrial(Settings settings, Maven maven) implements Trial {

    @Override
    public String name() {
        return "demo/verify";
    }

    @Override
    public Map<String, Double> run(int round) throws Exception {
        Path project = settings.demo();
        ExternalProcess.Result result = maven.run("demo-" + round, project, round > 0, List.of("verify"));
        if (!Files.exists(project.resolve("target/migration/metrics.json"))) {
            throw new IOException(name() + " gave no verdict:\n" + ExternalProcess.tail(maven.log("demo-" + round)));
        }
        return Map.of("processMillis", result.millis());
    }
}
