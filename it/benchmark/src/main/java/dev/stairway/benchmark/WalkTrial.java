package dev.stairway.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Our whole stairway, one Maven process that starts and stops its own embedded server. */
final class WalkTrial implements Trial {

    private static final String POM = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>benchmark</groupId><artifactId>walk</artifactId><version>1</version><packaging>pom</packaging>
              <build>
                <resources><resource><directory>%s</directory></resource></resources>
                <plugins><plugin>
                  <groupId>dev.stairway</groupId><artifactId>migration-maven-plugin</artifactId><version>%s</version>
                  <configuration>
                    <changelogFile>%s</changelogFile>
                    <databases><database>postgresql:18</database></databases>
                    <scenarios><scenario>%s</scenario></scenarios>
                    <!-- Findings are no matter here; a walk that does not reach its end is. -->
                    <failureIgnore>true</failureIgnore>
                  </configuration>
                </plugin></plugins>
              </build>
            </project>
            """;

    private final Settings settings;
    private final Maven maven;
    private final Workload workload;

    WalkTrial(Settings settings, Maven maven, Workload workload) {
        this.settings = settings;
        this.maven = maven;
        this.workload = workload;
    }

    @Override
    public String name() {
        return workload.name() + "/walk";
    }

    @Override
    public String what() {
        return "migration-maven-plugin:test, scenario " + workload.scenario()
                + ", one Maven process with its own server: start, walk, descent, report, stop";
    }

    @Override
    public Map<String, Double> run(int round) throws IOException, InterruptedException {
        String id = "walk-" + workload.name() + "-" + round;
        Path project = settings.work().resolve("walks").resolve(id);
        Files.createDirectories(project);
        Files.writeString(
                project.resolve("pom.xml"),
                POM.formatted(workload.root(), settings.version(), workload.changelog(), workload.scenario()));
        String goal = "dev.stairway:migration-maven-plugin:" + settings.version() + ":test";
        ExternalProcess.Result result =
                maven.run(id, project, round > 0, List.of(goal)).orFail(name());
        return figures(result.millis(), cell(project.resolve("target/migration/metrics.json")));
    }

    private JsonNode cell(Path metrics) throws IOException {
        JsonNode cells = new ObjectMapper().readTree(metrics.toFile()).path("cells");
        if (cells.size() != 1 || cells.get(0).path("result").asText().equals("NOT_RUN")) {
            throw new IOException(name() + ": one cell that ran was expected in " + metrics);
        }
        return cells.get(0);
    }

    /** Of the steps that ran; those of other databases cost nothing and would flatter the mean. */
    private static Map<String, Double> figures(double millis, JsonNode cell) {
        double steps = 0;
        for (JsonNode step : cell.path("steps")) {
            steps += step.path("upMillis").isNumber() ? 1 : 0;
        }
        return Map.of(
                "processMillis", millis,
                "walkMillis", cell.path("durationMillis").asDouble(),
                "engineMillis", cell.path("engineMillis").asDouble(),
                "databaseMillis", cell.path("databaseMillis").asDouble(),
                "checkMillis", cell.path("checkMillis").asDouble(),
                "dataMillis", cell.path("dataMillis").asDouble(),
                "checkMillisPerStep", cell.path("checkMillis").asDouble() / steps,
                "steps", steps);
    }
}
