package dev.stairway.backup.postgres;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The programs of one major version that dump and restore. An older one refuses a server, and what a newer one writes may hold
 * what the server does not know: https://www.postgresql.org/docs/current/app-pgdump.html#PG-DUMP-NOTES
 *
 * @param dump {@code pg_dump}
 * @param restore {@code pg_restore}
 */
public record PgPrograms(Path dump, Path restore) {

    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");

    private static final String SUFFIX = File.separatorChar == '\\' ? ".exe" : "";

    /** Where packages of Debian, Red Hat, Homebrew and Windows put them. */
    private static final List<String> PLACES = List.of(
            "/usr/lib/postgresql/%s/bin",
            "/usr/pgsql-%s/bin",
            "/opt/homebrew/opt/postgresql@%s/bin",
            "/usr/local/opt/postgresql@%s/bin",
            "C:/Program Files/PostgreSQL/%s/bin");

    /** @param major of the server */
    public static Optional<PgPrograms> find(String major) {
        return find(major, Objects.requireNonNullElse(System.getenv("PATH"), ""));
    }

    /** @param searchPath directories as in the variable PATH, which go first */
    static Optional<PgPrograms> find(String major, String searchPath) {
        List<Path> directories = new ArrayList<>();
        for (String directory : searchPath.split(Pattern.quote(File.pathSeparator))) {
            if (!directory.isBlank()) {
                directories.add(Path.of(directory));
            }
        }
        PLACES.forEach(place -> directories.add(Path.of(place.formatted(major))));
        return directories.stream()
                .map(directory ->
                        new PgPrograms(directory.resolve("pg_dump" + SUFFIX), directory.resolve("pg_restore" + SUFFIX)))
                .filter(programs -> programs.are(major))
                .findFirst();
    }

    private boolean are(String major) {
        return Files.isExecutable(dump)
                && Files.isExecutable(restore)
                && version(dump).equals(major)
                && version(restore).equals(major);
    }

    private static String version(Path program) {
        try {
            Process process = new ProcessBuilder(program.toString(), "--version")
                    .redirectErrorStream(true)
                    .start();
            try {
                process.getOutputStream().close();
                String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                Matcher matcher = VERSION.matcher(text);
                return process.waitFor(10, TimeUnit.SECONDS) && matcher.find() ? matcher.group(1) : "";
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException notRunnable) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
