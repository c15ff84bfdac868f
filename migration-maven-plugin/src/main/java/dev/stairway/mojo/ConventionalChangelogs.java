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

    /**
     * What was found.
     *
     * @param location relative to its root
     * @param engine that it is for
     */
    record Found(String location, String engine) {}

    /** The first one, a Liquibase changelog before a directory of scripts. */
    static Optional<Found> find(List<Path> roots) {
        List<Path> there = roots.stream().filter(Files::isDirectory).toList();
        return Stream.concat(
                        there.stream().flatMap(ConventionalChangelogs::files),
                        there.stream().flatMap(ScriptDirectories::in))
                .findFirst();
    }

    private static Stream<Found> files(Path root) {
        return PLACES.stream()
                .flatMap(place -> ENDINGS.stream().map(ending -> place + ending))
                .filter(location -> exists(root, location))
                .map(location -> new Found(location, "liquibase"));
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
