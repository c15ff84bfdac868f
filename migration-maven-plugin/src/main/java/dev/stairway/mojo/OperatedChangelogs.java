package dev.stairway.mojo;

import dev.stairway.engine.Engine;
import dev.stairway.matrix.Cell.NamedChangelog;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.operate.StatusReader;
import dev.stairway.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which changelog, with which engine, a database gets. */
final class OperatedChangelogs {

    private final List<ChangelogParameter> listed;
    private final String file;
    private final List<Path> roots;
    private final Path base;
    private final Map<String, Engine> engines;
    private final ClassLoader loader;

    OperatedChangelogs(
            List<ChangelogParameter> listed,
            String file,
            List<Path> roots,
            Path base,
            Map<String, Engine> engines,
            ClassLoader loader) {
        this.listed = listed;
        this.file = file;
        this.roots = roots;
        this.base = base;
        this.engines = engines;
        this.loader = loader;
    }

    /** Of the project's tests. */
    ClassLoader loader() {
        return loader;
    }

    /** The one for a product; empty where none is known. @throws ProblemException when there are several */
    Optional<NamedChangelog> of(String product) {
        if (listed.isEmpty() && file == null && !conventional(product)) {
            return Optional.empty();
        }
        List<NamedChangelog> fit = new ConfiguredChangelogs(listed, file, List.of(DatabaseRequest.parse(product)))
                .named(base, roots, loader).stream()
                        .filter(changelog -> engines.get(changelog.engine()).runsOn(product))
                        .toList();
        if (fit.size() > 1) {
            throw ProblemException.setup(
                    "Several changelogs can run on " + product,
                    "<changelogs> in the pom",
                    String.join(", ", fit.stream().map(NamedChangelog::id).toList()),
                    "Give each an <execution> of its own, with the <targets> that it is for",
                    null);
        }
        return fit.stream().findFirst();
    }

    private boolean conventional(String product) {
        try {
            new ConfiguredChangelogs(List.of(), null, List.of(DatabaseRequest.parse(product)))
                    .named(base, roots, loader);
            return true;
        } catch (ProblemException none) {
            return false;
        }
    }

    NamedChangelog required(String product) {
        return of(product)
                .orElseThrow(() -> ProblemException.setup(
                        "No changelog for " + product + " is known",
                        "<changelogs> in the pom",
                        "",
                        "Set <changelogFile> (-Dmigration.changelogFile), or add a <changelog> with its <engine>",
                        null));
    }

    Engine engine(NamedChangelog changelog) {
        return engines.get(changelog.engine());
    }

    /** Null where no changelog is known. */
    StatusReader status(String product) {
        return of(product)
                .map(changelog -> new StatusReader(engine(changelog), changelog.source()))
                .orElse(null);
    }
}
