package dev.stairway.database.postgres;

import dev.stairway.database.process.NeutralEnvironment;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs a program of the PostgreSQL installation to its end. */
final class Tool {

    /** Of all programs of PostgreSQL: https://www.postgresql.org/docs/current/libpq-envars.html and PGDATA, PGPORT. */
    static final List<String> VARIABLES = List.of("PG");

    private Tool() {}

    /**
     * @param input written to the program's standard input; may hold a secret, unlike the command line
     * @return what it wrote
     * @throws IOException with what it wrote, when it failed
     */
    static String run(RunAs user, List<String> command, String input) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(user.command(command)).redirectErrorStream(true);
        NeutralEnvironment.apply(builder.environment(), VARIABLES);
        Process process = builder.start();
        try {
            try (OutputStream out = process.getOutputStream()) {
                out.write(input.getBytes(StandardCharsets.UTF_8));
            }
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exit = process.waitFor();
            if (exit != 0) {
                throw new IOException(command.get(0) + " ended with " + exit + ": " + output.strip());
            }
            return output;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for " + command.get(0), e);
        } finally {
            process.destroyForcibly();
        }
    }
}
