package dev.stairway.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the small projects in which both sides run. */
final class Projects {

    private static final String POM = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>benchmark</groupId>
              <artifactId>%s</artifactId>
              <version>1</version>
              <packaging>pom</packaging>
              <build>
                <plugins>
                  <plugin>
            %s
                  </plugin>
                </plugins>
              </build>
            </project>
            """;

    private Projects() {}

    /** The peer: Liquibase's own plugin with the driver that we use, too. */
    static Path peer(Path directory, Settings settings, Workload workload, String properties) throws IOException {
        return write(directory, """
                    <groupId>org.liquibase</groupId>
                    <artifactId>liquibase-maven-plugin</artifactId>
                    <version>%s</version>
                    <configuration>
                      <changeLogFile>%s</changeLogFile>
                      <searchPath>%s</searchPath>
                      <propertyFile>%s</propertyFile>
                      <showBanner>false</showBanner>
                    </configuration>
                    <dependencies>
                      <dependency>
                        <groupId>org.postgresql</groupId>
                        <artifactId>postgresql</artifactId>
                        <version>%s</version>
                      </dependency>
                    </dependencies>
                """.formatted(
                        settings.liquibaseVersion(),
                        workload.changelog(),
                        workload.root(),
                        properties,
                        settings.driverVersion()));
    }

    /** Ours: the stairway on PostgreSQL alone. */
    static Path ours(Path directory, Settings settings, Workload workload) throws IOException {
        Path project = write(directory, """
                    <groupId>dev.stairway</groupId>
                    <artifactId>migration-maven-plugin</artifactId>
                    <version>%s</version>
                    <configuration>
                      <changelogFile>%s</changelogFile>
                      <databases>postgresql:18</databases>
                      <scenarios>%s</scenarios>
                      <failureIgnore>true</failureIgnore>
                    </configuration>
                """.formatted(settings.version(), workload.changelog(), workload.scenario()));
        Path resources = project.resolve("src/main/resources");
        if (!Files.exists(resources)) {
            Files.createDirectories(resources.getParent());
            Files.createSymbolicLink(resources, workload.root());
        }
        return project;
    }

    private static Path write(Path directory, String plugin) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("pom.xml"), POM.formatted(directory.getFileName(), plugin));
        return directory;
    }
}
