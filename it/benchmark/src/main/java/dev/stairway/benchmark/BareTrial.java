package dev.stairway.benchmark;

import dev.stairway.database.JdbcDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The same statements up, down, up through bare JDBC in one JVM, each committed by itself. */
record BareTrial(Settings settings, Server server, int size) implements Trial {

    @Override
    public String name() {
        return "trivial-" + size + "/bare-jdbc";
    }

    @Override
    public Map<String, Double> run(int round) throws Exception {
        try (JdbcDatabase database = server.fresh()) {
            Path result = settings.work().resolve("bare.txt");
            Path log = settings.work().resolve("logs/bare-" + size + "-" + round + ".log");
            ExternalProcess.Result process = ExternalProcess.run(
                    settings.work(),
                    log,
                    List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            BareJdbc.class.getName(),
                            server.properties(database, settings.work()).toString(),
                            String.valueOf(size),
                            result.toString()));
            if (process.exitCode() != 0) {
                throw new IOException(name() + " failed:\n" + ExternalProcess.tail(log));
            }
            return Map.of("processMillis", process.millis(), "loopMillis", Double.valueOf(Files.readString(result)));
        }
    }
}
