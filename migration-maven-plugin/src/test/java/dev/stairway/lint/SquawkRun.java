package dev.stairway.lint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stairway.engine.MigrationStatements;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another linter of PostgreSQL migrations, <a href="https://squawkhq.com">squawk</a>, as its users run it: one file after the other. */
final class SquawkRun {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param line of the file, from 1 @param rule its name there */
    record Said(int line, String rule) {}

    private final Path program;
    private final Path directory;

    /** @param program the executable @param directory an empty one: a file of settings beside the scripts would count */
    SquawkRun(Path program, Path directory) {
        this.program = program;
        this.directory = directory;
    }

    /** {@code squawk 2.66.0}. */
    String version() throws IOException, InterruptedException {
        return run(List.of("--version")).strip();
    }

    /**
     * What it says of a way up, told what a user can tell it: the oldest server, and whether the runner opens a transaction.
     *
     * @param oldest server of the matrix, {@code 14}
     */
    List<Said> judge(MigrationStatements migration, String oldest) throws IOException, InterruptedException {
        Path script = Files.writeString(
                directory.resolve("migration.sql"), migration.migration().text());
        List<String> arguments = new ArrayList<>(List.of("--reporter", "json", "--pg-version", oldest + ".0"));
        if (migration.migration().transactional()) {
            arguments.add("--assume-in-transaction");
        }
        arguments.add(script.getFileName().toString());
        List<Said> said = new ArrayList<>();
        for (JsonNode one : JSON.readTree(run(arguments))) {
            // It counts lines from 0.
            said.add(
                    new Said(one.path("line").asInt() + 1, one.path("rule_name").asText()));
        }
        return said;
    }

    private String run(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        // 1 says that there is something to tell.
        if (process.waitFor() > 1) {
            throw new IOException(command + " ended with " + process.exitValue());
        }
        return text;
    }
}
