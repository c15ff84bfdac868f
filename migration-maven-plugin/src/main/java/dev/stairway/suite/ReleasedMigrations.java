package dev.stairway.suite;

import dev.stairway.engine.Changelog;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.Engine;
import dev.stairway.engine.Migration;
import dev.stairway.git.GitState;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The migrations that a changelog had in another state of the repository, read by the same engine from the files of that
 * state. Closed, its copies of these files are gone.
 */
public final class ReleasedMigrations implements AutoCloseable {

    private final GitState state;
    private final Path basedir;
    private final Path copies;

    private ReleasedMigrations(GitState state, Path basedir, Path copies) {
        this.state = state;
        this.basedir = basedir;
        this.copies = copies;
    }

    /**
     * What a changelog had then.
     *
     * @param checksums by id, in order
     */
    public record Earlier(Map<String, String> checksums) {

        /** Nothing at all. */
        public static final Earlier NOTHING = new Earlier(Map.of());

        public Earlier {
            checksums = Collections.unmodifiableMap(new LinkedHashMap<>(checksums));
        }

        public Set<String> ids() {
            return checksums.keySet();
        }

        /** Those that are new since, in order. */
        public List<Migration> added(Changelog now) {
            return now.migrations().stream()
                    .filter(migration -> !checksums.containsKey(migration.id()))
                    .toList();
        }

        /** Those that say something else than then, in order. */
        public List<Migration> edited(Changelog now) {
            return now.migrations().stream().filter(this::isEdited).toList();
        }

        /** True when it was there and said something else. */
        public boolean isEdited(Migration migration) {
            String then = checksums.get(migration.id());
            return then != null && !then.equals(migration.checksum());
        }
    }

    /**
     * Looks a state up.
     *
     * @param ref branch, tag or commit: {@code origin/main}
     * @param basedir of the project
     * @throws ProblemException when git, the repository or the state is not there
     */
    public static ReleasedMigrations at(String ref, Path basedir) {
        GitState state = GitState.of(ref, basedir);
        try {
            return new ReleasedMigrations(state, basedir, Files.createTempDirectory("migration-released"));
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** What the changelog had then; nothing where it was not there. */
    public Earlier of(Engine engine, ChangelogSource source) {
        try {
            Path copy = Files.createTempDirectory(copies, "changelog");
            List<Path> roots = roots(source, copy);
            if (roots.stream().noneMatch(root -> anyThere(root, source))) {
                return Earlier.NOTHING;
            }
            try (ProjectThen then = ProjectThen.of(source.loader(), roots)) {
                return read(engine, then(source, roots, then));
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private static ChangelogSource then(ChangelogSource source, List<Path> roots, ClassLoader loader) {
        return new ChangelogSource(
                source.location(),
                roots,
                loader,
                source.parameters(),
                source.contexts(),
                source.labels(),
                List.of(),
                List.of(),
                source.settings());
    }

    private Earlier read(Engine engine, ChangelogSource source) {
        Map<String, String> checksums = new LinkedHashMap<>();
        try {
            engine.read(source).migrations().forEach(migration -> checksums.put(migration.id(), migration.checksum()));
        } catch (ProblemException broken) {
            throw ProblemException.setup(
                    "The changelog of '" + state.name() + "' cannot be read",
                    source.location(),
                    broken.problem().text(),
                    "Name a state in which the changelog is whole.",
                    broken);
        }
        return new Earlier(checksums);
    }

    /** Every root as it was then. Of the project itself only the directory at its top that the changelog is in. */
    private List<Path> roots(ChangelogSource source, Path copy) throws IOException {
        List<Path> roots = new ArrayList<>();
        for (Path root : source.roots()) {
            Path to = copy.resolve(Integer.toString(roots.size()));
            Files.createDirectories(to);
            if (root.toAbsolutePath()
                    .normalize()
                    .equals(basedir.toAbsolutePath().normalize())) {
                for (String first : tops(root, source)) {
                    state.copy(root.resolve(first), to.resolve(first));
                }
            } else {
                state.copy(root, to);
            }
            roots.add(to);
        }
        return roots;
    }

    /** First parts of the paths; empty, which is everything, for a file at the top, as it may include any other. */
    private static Set<String> tops(Path root, ChangelogSource source) {
        Set<String> tops = new LinkedHashSet<>();
        for (String place : places(source)) {
            String first = place.contains("/") ? place.substring(0, place.indexOf('/')) : place;
            tops.add(place.equals(first) && !Files.isDirectory(root.resolve(place)) ? "" : first);
        }
        return tops;
    }

    /** Flyway may have several locations, each with a word in front of it. */
    private static List<String> places(ChangelogSource source) {
        return Stream.of(source.location().split(","))
                .map(place -> place.strip().replaceFirst("^(classpath|filesystem):/*", ""))
                .filter(place -> !place.isEmpty() && !Path.of(place).isAbsolute())
                .toList();
    }

    private static boolean anyThere(Path root, ChangelogSource source) {
        return places(source).stream().anyMatch(place -> Files.exists(root.resolve(place)));
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(copies)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private static ProblemException unwritable(IOException cause) {
        return ProblemException.setup(
                "Files of an earlier state cannot be kept while they are read",
                System.getProperty("java.io.tmpdir"),
                String.valueOf(cause),
                "Give the build a directory for temporary files that it can write to (-Djava.io.tmpdir).",
                cause);
    }
}
