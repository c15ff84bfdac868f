package dev.stairway.database.postgres;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Runs a program of the PostgreSQL installation to its end. */
final class Tool {

    private Tool() {}

    /**
     * @param input written to the program's standard input; may hold a secret, unlike the command line
     * @return what it wrote
     * @throws IOException with what it wrote, when it failed
     */
    static String run(RunAs user, List<String> command, String input) throws IOException {
        Process process = start(new ProcessBuilder(user.command(command)).redirectErrorStream(true));
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

    /** Starts with an environment in which no setting of the user's own PostgreSQL and no language is left. */
    static Process start(ProcessBuilder builder) throws IOException {
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        environment.put("LC_ALL", "C");
        return builder.start();
    }
}
