package dev.stairway.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The whole stairway as one Maven process, the start of its own embedded server included. */
record WalkTrial(Settings settings, Maven maven, Workload workload) implements Trial {

    @Override
    public String name() {
        return workload.name() + "/stairway";
    }

    @Override
    public Map<String, Double> run(int round) throws Exception {
        Path project = Projects.ours(settings.work().resolve(workload.name() + "-stairway"), settings, workload);
        String goal = "dev.stairway:migration-maven-plugin:" + settings.version() + ":test";
        String log = workload.name() + "-stairway-" + round;
        ExternalProcess.Result result = maven.run(log, project, round > 0, List.of(goal));
        if (result.exitCode() != 0) {
            throw new IOException(name() + " failed:\n" + ExternalProcess.tail(maven.log(log)));
        }
        Map<String, Double> figures = new TreeMap<>(Map.of("processMillis", result.millis()));
        figures.putAll(figures(project.resolve("target/migration/metrics.json")));
        return figures;
    }

    private static Map<String, Double> figures(Path metrics) throws IOException {
        JsonNode cell =
                new ObjectMapper().readTree(metrics.toFile()).get("cells").get(0);
        int steps = cell.get("steps").size();
        return Map.of(
                "walkMillis", cell.get("durationMillis").asDouble(),
                "engineMillis", cell.get("engineMillis").asDouble(),
                "databaseMillis", cell.get("databaseMillis").asDouble(),
                "dataMillis", cell.get("dataMillis").asDouble(),
                "checkMillisPerStep", cell.get("checkMillis").asDouble() / steps);
    }
}
