package dev.stairway.benchmark;

import dev.stairway.database.JdbcDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A goal of Liquibase's own plugin, as one Maven process on a fresh database. */
record PeerTrial(Settings settings, Server server, Maven maven, Workload workload, String goal) implements Trial {

    @Override
    public String name() {
        return workload.name() + "/" + goal;
    }

    @Override
    public Map<String, Double> run(int round) throws Exception {
        try (JdbcDatabase database = server.fresh()) {
            Path project = Projects.peer(
                    settings.work().resolve(workload.name() + "-" + goal),
                    settings,
                    workload,
                    server.properties(database, workload.root()).getFileName().toString());
            String goals = "org.liquibase:liquibase-maven-plugin:" + settings.liquibaseVersion() + ":" + goal;
            String log = workload.name() + "-" + goal + "-" + round;
            ExternalProcess.Result result = maven.run(log, project, round > 0, List.of(goals));
            if (result.exitCode() != 0) {
                throw new IOException(name() + " failed:\n" + ExternalProcess.tail(maven.log(log)));
            }
            return Map.of("processMillis", result.millis());
        }
    }
}
