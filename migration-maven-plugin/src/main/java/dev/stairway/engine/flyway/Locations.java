package dev.stairway.engine.flyway;

import dev.stairway.engine.ChangelogSource;
import dev.stairway.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Where Flyway looks. A location on the class path is looked for among the sources, too, which are the files that people
 * edit: what is found there stands for its copy on the class path.
 *
 * @param names as Flyway writes them, the sources first
 * @param sources directories among them
 */
record Locations(List<String> names, List<Path> sources) {

    private static final String CLASS_PATH = "classpath:";
    private static final String FILES = "filesystem:";

    Locations {
        names = List.copyOf(names);
        sources = List.copyOf(sources);
    }

    /** @param wanted as the user wrote them */
    static Locations of(ChangelogSource source, List<String> wanted) {
        Set<Path> directories = new LinkedHashSet<>();
        List<String> others = new ArrayList<>();
        for (String location : wanted) {
            if (location.startsWith(FILES)) {
                directories.addAll(directories(source, location.substring(FILES.length())));
            } else if (location.indexOf(':') > 1 && !location.startsWith(CLASS_PATH)) {
                others.add(location);
            } else {
                String path = location.startsWith(CLASS_PATH) ? location.substring(CLASS_PATH.length()) : location;
                directories.addAll(directories(source, path));
                if (!Path.of(path).isAbsolute() || location.startsWith(CLASS_PATH)) {
                    others.add(CLASS_PATH + path);
                }
            }
        }
        List<String> names = new ArrayList<>();
        directories.forEach(directory -> names.add(FILES + directory));
        names.addAll(others);
        return new Locations(names, List.copyOf(directories));
    }

    static ProblemException nothingFound(ChangelogSource source) {
        List<String> roots = source.roots().stream().map(Path::toString).toList();
        return ProblemException.setup(
                "No Flyway migration was found at '" + source.location() + "'",
                String.join(", ", roots) + (roots.isEmpty() ? "" : ", ") + "class path",
                "",
                "Name the folder relative to one of these directories or on the class path; migrations are called"
                        + " V1__create_table.sql unless the settings say otherwise.",
                null);
    }

    /** A wildcard is for the class path alone. */
    private static List<Path> directories(ChangelogSource source, String path) {
        if (path.contains("*") || path.contains("?")) {
            return List.of();
        }
        String relative = Path.of(path).isAbsolute() ? path : path.replaceFirst("^/+", "");
        return source.roots().stream()
                .map(root -> root.resolve(relative).toAbsolutePath().normalize())
                .filter(Files::isDirectory)
                .distinct()
                .toList();
    }
}
