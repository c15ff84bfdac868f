package dev.stairway.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A goal of the Liquibase Maven plugin, one Maven process on a fresh database of the shared server. */
final class PeerTrial implements Trial {

    // The login is in the file and not on the command line, where every user of the machine could read it.
    private static final String POM = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>benchmark</groupId><artifactId>peer</artifactId><version>1</version><packaging>pom</packaging>
              <build><plugins><plugin>
                <groupId>org.liquibase</groupId><artifactId>liquibase-maven-plugin</artifactId><version>%s</version>
                <configuration>
                  <url>%s</url><username>%s</username><password>%s</password>
                  <searchPath>%s</searchPath><changeLogFile>%s</changeLogFile>
                </configuration>
                <dependencies><dependency>
                  <groupId>org.postgresql</groupId><artifactId>postgresql</artifactId><version>%s</version>
                </dependency></dependencies>
              </plugin></plugins></build>
            </project>
            """;

    private final Settings settings;
    private final Maven maven;
    private final SharedServer server;
    private final Workload workload;
    private final String goal;

    PeerTrial(Settings settings, Maven maven, SharedServer server, Workload workload, String goal) {
        this.settings = settings;
        this.maven = maven;
        this.server = server;
        this.workload = workload;
        this.goal = goal;
    }

    @Override
    public String name() {
        return workload.name() + "/" + goal;
    }

    @Override
    public String what() {
        return "liquibase-maven-plugin:" + settings.liquibaseVersion() + ":" + goal
                + ", one Maven process on the shared server";
    }

    @Override
    public Map<String, Double> run(int round) throws IOException, InterruptedException {
        String id = "peer-" + workload.name() + "-" + goal + "-" + round;
        Path project = settings.work().resolve("peers").resolve(id);
        PrivateFiles.write(project.resolve("pom.xml"), pom(server.fresh(id)));
        String prefix = "org.liquibase:liquibase-maven-plugin:" + settings.liquibaseVersion() + ":";
        ExternalProcess.Result result = maven.run(
                        id, project, round > 0, List.of("-Dliquibase.analytics.enabled=false", prefix + goal))
                .orFail(name());
        return Map.of("processMillis", result.millis());
    }

    private String pom(Login login) {
        return POM.formatted(
                settings.liquibaseVersion(),
                login.url().replace("&", "&amp;"),
                login.user(),
                login.password(),
                workload.root(),
                workload.changelog(),
                settings.driverVersion());
    }
}
