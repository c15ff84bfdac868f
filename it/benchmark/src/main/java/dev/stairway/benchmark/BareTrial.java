package dev.stairway.benchmark;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** {@link BareJdbc} in a JVM of its own, on a fresh database of the shared server. */
final class BareTrial implements Trial {

    private final Settings settings;
    private final SharedServer server;
    private final String name;
    private final String what;
    private final Path statements;

    BareTrial(Settings settings, SharedServer server, String name, String what, Path statements) {
        this.settings = settings;
        this.server = server;
        this.name = name;
        this.what = what;
        this.statements = statements;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String what() {
        return what + ", one JVM on the shared server";
    }

    @Override
    public Map<String, Double> run(int round) throws IOException, InterruptedException {
        String id = name.replace('/', '-') + "-" + round;
        Path directory = settings.work().resolve("bare");
        Login login = server.fresh(id);
        Path file = PrivateFiles.write(
                directory.resolve(id + ".properties"),
                "url=" + login.url() + "\nuser=" + login.user() + "\npassword=" + login.password() + "\n");
        Path log = directory.resolve(id + ".log");
        ExternalProcess.Result result = ExternalProcess.run(
                        directory,
                        log,
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                BareJdbc.class.getName(),
                                file.toString(),
                                statements.toString()))
                .orFail(name);
        Properties told = new Properties();
        try (Reader reader = Files.newBufferedReader(log)) {
            told.load(reader);
        }
        return Map.of(
                "processMillis", result.millis(),
                "loopMillis", Double.valueOf(told.getProperty("loopMillis")),
                "statements", Double.valueOf(told.getProperty("statements")));
    }
}
