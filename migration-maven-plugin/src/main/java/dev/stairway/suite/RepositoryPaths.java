package dev.stairway.suite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Files of migrations as the repository names them, from its root: what CI servers show notes at. */
final class RepositoryPaths {

    /** Where CI servers say that they have checked out the repository. */
    private static final List<String> VARIABLES =
            List.of("GITHUB_WORKSPACE", "CI_PROJECT_DIR", "BUILD_SOURCESDIRECTORY", "WORKSPACE");

    private final List<Path> roots;
    private final Path repository;

    private RepositoryPaths(List<Path> roots, Path repository) {
        this.roots = roots;
        this.repository = repository;
    }

    /**
     * @param roots directories in which migrations may lie, the likelier first
     * @param environment of the process
     */
    static RepositoryPaths of(List<Path> roots, Map<String, String> environment) {
        List<Path> absolute =
                roots.stream().map(root -> root.toAbsolutePath().normalize()).toList();
        return new RepositoryPaths(absolute, repository(absolute, environment));
    }

    /** Null where there is none. */
    private static Path repository(List<Path> roots, Map<String, String> environment) {
        Stream<Path> said = VARIABLES.stream()
                .map(environment::get)
                .filter(Objects::nonNull)
                .filter(value -> !value.isBlank())
                .map(value -> Path.of(value).toAbsolutePath().normalize())
                .filter(path -> roots.stream().anyMatch(root -> root.startsWith(path)));
        return Stream.concat(said, roots.stream().map(RepositoryPaths::checkout).filter(Objects::nonNull))
                .findFirst()
                .orElse(null);
    }

    /** The nearest directory above that Git has made; null where none has. */
    private static Path checkout(Path root) {
        for (Path at = root; at != null; at = at.getParent()) {
            if (Files.exists(at.resolve(".git"))) {
                return at;
            }
        }
        return null;
    }

    /** With slashes; empty where the file is not in the repository. @param file as the engine names it */
    String of(String file) {
        if (file.isEmpty() || repository == null) {
            return "";
        }
        return roots.stream()
                .map(root -> root.resolve(file).normalize())
                .filter(path -> path.startsWith(repository) && Files.isRegularFile(path))
                .findFirst()
                .map(path -> repository.relativize(path).toString().replace('\\', '/'))
                .orElse("");
    }
}
