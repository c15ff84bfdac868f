package dev.stairway.mojo;

import dev.stairway.mojo.ConventionalChangelogs.Found;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Recognises directories of scripts by what is in them. */
final class ScriptDirectories {

    /** In the order in which they are tried, below each resource root and the project. */
    static final List<String> PLACES =
            List.of("db/migrations", "src/main/migrations", "migrations", "src/main/mybatis");

    private ScriptDirectories() {}

    static Stream<Found> in(Path root) {
        return PLACES.stream()
                .filter(place -> Files.isDirectory(root.resolve(place)))
                .flatMap(place -> engine(root.resolve(place)).map(engine -> new Found(place, engine)).stream());
    }

    private static Optional<String> engine(Path directory) {
        if (Files.isDirectory(directory.resolve("environments")) && Files.isDirectory(directory.resolve("scripts"))) {
            return Optional.of("mybatis");
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.anyMatch(ScriptDirectories::plain) ? Optional.of("sql") : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A half of golang-migrate, or a file of dbmate. */
    private static boolean plain(Path file) {
        String name = file.getFileName().toString();
        return name.matches("\\d+_.*\\.up\\.sql") || name.matches("\\d+.*\\.sql") && marked(file);
    }

    private static boolean marked(Path file) {
        try {
            // Only the mark is looked for, which has the same bytes in every encoding that a script is likely to have.
            return Files.readString(file, StandardCharsets.ISO_8859_1)
                    .lines()
                    .anyMatch(line -> line.matches("--\\s*migrate:up\\b.*"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
