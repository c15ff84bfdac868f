package dev.stairway.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One changelog on some majors of PostgreSQL in both scenarios: one Maven process that starts and stops all servers. */
final class MatrixTrial implements Trial {

    private static final String POM = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>benchmark</groupId><artifactId>matrix</artifactId><version>1</version><packaging>pom</packaging>
              <build>
                <resources><resource><directory>%s</directory></resource></resources>
                <plugins><plugin>
                  <groupId>dev.stairway</groupId><artifactId>migration-maven-plugin</artifactId><version>%s</version>
                  <configuration>
                    <changelogFile>%s</changelogFile>
                    <postgresqlVersions>%s</postgresqlVersions>
                    <scenarios>%s</scenarios>
                  </configuration>
                </plugin></plugins>
              </build>
            </project>
            """;

    private final Settings settings;
    private final Maven maven;
    private final Workload workload;
    private final List<String> majors;

    MatrixTrial(Settings settings, Maven maven, Workload workload, List<String> majors) {
        this.settings = settings;
        this.maven = maven;
        this.workload = workload;
        this.majors = List.copyOf(majors);
    }

    @Override
    public String name() {
        return "matrix/postgresql-" + String.join("-", majors);
    }

    @Override
    public String what() {
        return "migration-maven-plugin:test, scenarios " + workload.scenario() + " on PostgreSQL "
                + String.join(", ", majors) + ": start of all servers, walks, descents, report, stop";
    }

    @Override
    public Map<String, Double> run(int round) throws IOException, InterruptedException {
        String id = "matrix-" + String.join("-", majors) + "-" + round;
        Path project = settings.work().resolve("matrices").resolve(id);
        Files.createDirectories(project);
        Files.writeString(
                project.resolve("pom.xml"),
                POM.formatted(
                        workload.root(),
                        settings.version(),
                        workload.changelog(),
                        String.join(",", majors),
                        workload.scenario()));
        String goal = "dev.stairway:migration-maven-plugin:" + settings.version() + ":test";
        ProcessMemory memory = new ProcessMemory();
        ExternalProcess.Result result =
                maven.run(id, project, round > 0, List.of(goal), memory::watch).orFail(name());
        Map<String, Double> figures = new HashMap<>(figures(project.resolve("target/migration/metrics.json")));
        figures.put("processMillis", result.millis());
        memory.peakMegabytes().ifPresent(peak -> figures.put("memoryMegabytes", peak));
        return figures;
    }

    /** Every cell has to pass: a walk that stops early would be a cheap one. */
    private Map<String, Double> figures(Path metrics) throws IOException {
        JsonNode document = new ObjectMapper().readTree(metrics.toFile());
        double walked = 0;
        for (JsonNode cell : document.path("cells")) {
            if (!cell.path("result").asText().equals("PASSED")) {
                throw new IOException(name() + ": " + cell.path("id").asText() + " did not pass, see " + metrics);
            }
            walked += cell.path("durationMillis").asDouble();
        }
        int expected = majors.size() * workload.scenario().split(",").length;
        if (document.path("cells").size() != expected) {
            throw new IOException(name() + ": " + expected + " cells were expected in " + metrics);
        }
        return Map.of(
                "runMillis",
                document.path("run").path("durationMillis").asDouble(),
                "sumOfCellsMillis",
                walked,
                "cells",
                (double) expected);
    }
}
