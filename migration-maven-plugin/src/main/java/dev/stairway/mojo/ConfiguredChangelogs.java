package dev.stairway.mojo;

import dev.stairway.engine.ChangelogSource;
import dev.stairway.matrix.Cell.NamedChangelog;
import dev.stairway.problem.ProblemException;
import dev.stairway.suite.Engines;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The changelogs that the user named, or else the one at a conventional place. */
final class ConfiguredChangelogs {

    private final List<ChangelogParameter> configured;

    /** @param file short form for one more; null for none */
    ConfiguredChangelogs(List<ChangelogParameter> listed, String file) {
        configured = new ArrayList<>(listed);
        if (file != null) {
            configured.add(new ChangelogParameter(file));
        }
    }

    /**
     * @param roots directories that are searched
     * @param loader null when the changelogs are loaded in another JVM
     * @throws ProblemException when there is none, or one that no engine can read
     */
    List<NamedChangelog> named(List<Path> roots, ClassLoader loader) {
        List<ChangelogParameter> wanted =
                configured.isEmpty() ? List.of(new ChangelogParameter(conventional(roots))) : configured;
        return wanted.stream().map(c -> named(c, roots, loader)).toList();
    }

    private static NamedChangelog named(ChangelogParameter c, List<Path> roots, ClassLoader loader) {
        Set<String> engines = new TreeSet<>(Engines.all().keySet());
        if (c.location() == null || !engines.contains(c.engine())) {
            throw ProblemException.setup(
                    c.location() == null ? "A <changelog> has no <location>" : "Unknown engine '" + c.engine() + "'",
                    "<changelogs> in the pom",
                    "",
                    "Give <location>, and leave <engine> out or set it to one of " + String.join(", ", engines),
                    null);
        }
        ChangelogSource source =
                new ChangelogSource(c.location(), roots, loader, c.parameters(), c.contexts(), c.labels());
        return new NamedChangelog(c.id(), c.engine(), source);
    }

    private static String conventional(List<Path> roots) {
        return ConventionalChangelogs.find(roots)
                .orElseThrow(() -> ProblemException.setup(
                        "No changelog found",
                        roots.toString(),
                        "looked for " + String.join(", ", ConventionalChangelogs.PLACES)
                                + " with .xml, .yaml, .yml, .json, .sql",
                        "Set <changelogFile> (-Dmigration.changelogFile) to the changelog's path",
                        null));
    }
}
