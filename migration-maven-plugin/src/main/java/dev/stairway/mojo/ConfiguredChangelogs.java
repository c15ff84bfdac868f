package dev.stairway.mojo;

import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.Engine;
import dev.stairway.matrix.Cell.NamedChangelog;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.problem.ProblemException;
import dev.stairway.suite.Engines;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The changelogs that the user named, or else those at conventional places. */
final class ConfiguredChangelogs {

    /** Relative to the project. */
    static final String REDIS = "src/main/redis";

    /** Keys that are there before the first migration. */
    private static final String REDIS_DATA = "src/test/redis";

    private final Map<String, Engine> engines = new TreeMap<>(Engines.all());
    private final List<ChangelogParameter> configured;
    private final List<DatabaseRequest> databases;

    /**
     * @param file short form for one more; null for none
     * @param databases that the user asked for; empty when the changelogs decide
     */
    ConfiguredChangelogs(List<ChangelogParameter> listed, String file, List<DatabaseRequest> databases) {
        this.databases = List.copyOf(databases);
        configured = new ArrayList<>(listed);
        if (file != null) {
            configured.add(new ChangelogParameter(file));
        }
    }

    /**
     * @param base directory of the project
     * @param roots directories that are searched
     * @param loader null when the changelogs are loaded in another JVM
     * @throws ProblemException when there is none, or one that no engine can read
     */
    List<NamedChangelog> named(Path base, List<Path> roots, ClassLoader loader) {
        List<ChangelogParameter> wanted = configured.isEmpty() ? conventional(base, roots) : configured;
        return wanted.stream().map(c -> named(c, base, roots, loader)).toList();
    }

    private NamedChangelog named(ChangelogParameter c, Path base, List<Path> roots, ClassLoader loader) {
        if (c.location() == null || !engines.containsKey(c.engine())) {
            throw ProblemException.setup(
                    c.location() == null ? "A <changelog> has no <location>" : "Unknown engine '" + c.engine() + "'",
                    "<changelogs> in the pom",
                    "",
                    "Give <location>, and leave <engine> out or set it to one of "
                            + String.join(", ", engines.keySet()),
                    null);
        }
        ChangelogSource source = new ChangelogSource(
                c.location(),
                roots,
                loader,
                c.parameters(),
                c.contexts(),
                c.labels(),
                DataFiles.of(base, c.data()),
                DataFiles.reads(base, c.data(), c.reads()),
                c.settings());
        return new NamedChangelog(c.id(), c.engine(), source);
    }

    private List<ChangelogParameter> conventional(Path base, List<Path> roots) {
        List<ChangelogParameter> found = new ArrayList<>();
        ConventionalChangelogs.find(roots)
                .filter(place -> engines.containsKey(place.engine()) && isWanted(place.engine()))
                .map(place -> new ChangelogParameter(place.location(), place.engine(), List.of()))
                .ifPresent(found::add);
        if (isWanted("redis")) {
            redis(base).ifPresent(found::add);
        }
        if (found.isEmpty()) {
            throw ProblemException.setup(
                    "No changelog found",
                    roots.toString(),
                    "looked for " + String.join(", ", ConventionalChangelogs.PLACES)
                            + " with .xml, .yaml, .yml, .json, .sql, for scripts in "
                            + String.join(", ", ScriptDirectories.PLACES) + ", and for the directory " + REDIS,
                    "Set <changelogFile> (-Dmigration.changelogFile) to the changelog's path",
                    null);
        }
        return found;
    }

    /** Not looked for when the user asked for databases that it cannot run on. */
    private boolean isWanted(String engine) {
        return databases.isEmpty()
                || databases.stream().anyMatch(d -> engines.get(engine).runsOn(d.product()));
    }

    private static Optional<ChangelogParameter> redis(Path base) {
        if (!Files.isDirectory(base.resolve(REDIS))) {
            return Optional.empty();
        }
        File data = base.resolve(REDIS_DATA).toFile();
        return Optional.of(new ChangelogParameter(REDIS, "redis", data.isDirectory() ? List.of(data) : List.of()));
    }
}
