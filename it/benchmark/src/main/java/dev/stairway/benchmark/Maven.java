package dev.stairway.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * Runs Maven as a user would: one process per build, batch mode, offline once everything is there. Both sides get the same
 * Maven, the same local repository and the same JVM options.
 */
final class Maven {

    /**
     * The local repository holds only the plugin under test at first; the user's answers for the rest, offline, too. Given
     * as the global settings, so that mirrors and proxies of the user's own settings still hold.
     */
    private static final String SETTINGS = """
            <settings xmlns="http://maven.apache.org/SETTINGS/1.0.0">
              <profiles>
                <profile>
                  <id>local-first</id>
                  <activation><activeByDefault>true</activeByDefault></activation>
                  <repositories>
                    <repository><id>local-first</id><url>%1$s</url><snapshots><enabled>false</enabled></snapshots></repository>
                  </repositories>
                  <pluginRepositories>
                    <pluginRepository><id>local-first</id><url>%1$s</url><snapshots><enabled>false</enabled></snapshots></pluginRepository>
                  </pluginRepositories>
                </profile>
              </profiles>
            </settings>
            """;

    private final Path home;
    private final Path repository;
    private final Path settings;
    private final Path logs;

    Maven(Settings options) throws IOException {
        this.home = options.mavenHome();
        this.repository = options.repository();
        this.settings = options.work().resolve("settings.xml");
        this.logs = options.work().resolve("logs");
        Files.createDirectories(options.work());
        Files.writeString(settings, SETTINGS.formatted(options.userRepository().toUri()));
    }

    /**
     * @param name of the log
     * @param offline false for the first run, which may have to fetch
     * @param goals and properties
     */
    ExternalProcess.Result run(String name, Path project, boolean offline, List<String> goals)
            throws IOException, InterruptedException {
        return run(name, project, offline, goals, process -> {});
    }

    /** @param started looks at the process while it runs */
    ExternalProcess.Result run(
            String name, Path project, boolean offline, List<String> goals, Consumer<Process> started)
            throws IOException, InterruptedException {
        // A .mvn of our own keeps the one of this repository, with its JVM options, away.
        Files.createDirectories(project.resolve(".mvn"));
        List<String> command = new ArrayList<>();
        Collections.addAll(command, executable(), "-B", "-gs", settings.toString());
        Collections.addAll(command, "-Dmaven.repo.local=" + repository, "-Daether.offline.protocols=file");
        if (offline) {
            command.add("-o");
        }
        command.addAll(goals);
        return ExternalProcess.run(project, log(name), command, started);
    }

    Path log(String name) {
        return logs.resolve(name + ".log");
    }

    private String executable() {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        return home.resolve("bin").resolve(windows ? "mvn.cmd" : "mvn").toString();
    }
}
