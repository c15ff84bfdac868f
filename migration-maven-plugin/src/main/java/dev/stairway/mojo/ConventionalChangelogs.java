package dev.stairway.mojo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds a changelog at the places where projects keep it, so that no configuration is needed. */
final class ConventionalChangelogs {

    /** In the order in which they are tried, below each resource root. */
    static final List<String> PLACES = List.of(
            "db/changelog/db.changelog-master",
            "db/changelog/changelog-master",
            "db/changelog/changelog",
            "db/changelog/master",
            "db/changelog",
            "db/master",
            "liquibase/db.changelog-master",
            "liquibase/changelog-master",
            "liquibase/changelog",
            "liquibase/master",
            "config/liquibase/master",
            "db.changelog-master",
            "changelog");

    private static final List<String> ENDINGS = List.of(".xml", ".yaml", ".yml", ".json", ".sql");

    private ConventionalChangelogs() {}

    /** Location relative to its root. */
    static Optional<String> find(List<Path> roots) {
        return roots.stream()
                .filter(Files::isDirectory)
                .flatMap(ConventionalChangelogs::candidates)
                .findFirst();
    }

    private static Stream<String> candidates(Path root) {
        return PLACES.stream()
                .flatMap(place -> ENDINGS.stream().map(ending -> place + ending))
                .filter(location -> exists(root, location));
    }

    private static boolean exists(Path root, String location) {
        Path file = root.resolve(location);
        try {
            return Files.isRegularFile(file) && Files.size(file) > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
