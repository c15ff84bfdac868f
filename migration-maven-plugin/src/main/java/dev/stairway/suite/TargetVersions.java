package dev.stairway.suite;

import dev.stairway.database.provider.UsualVersions;
import dev.stairway.engine.Engine;
import dev.stairway.lint.Targets;
import dev.stairway.lint.Targets.Version;
import dev.stairway.matrix.DatabaseRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** In which versions of which product the matrix has an engine's changelogs run. */
final class TargetVersions {

    private final List<DatabaseRequest> databases;
    private final UsualVersions usual;

    /**
     * @param databases the matrix
     * @param usual what a test goal would start where the matrix does not say
     */
    TargetVersions(List<DatabaseRequest> databases, UsualVersions usual) {
        this.databases = List.copyOf(databases);
        this.usual = usual;
    }

    /** By product, in the order of the matrix; products that the engine does not run on are left out. */
    Map<String, Targets> of(Engine engine) {
        Map<String, TreeSet<Version>> versions = new LinkedHashMap<>();
        for (DatabaseRequest request : databases) {
            if (engine.runsOn(request.product())) {
                versions.computeIfAbsent(request.product(), product -> new TreeSet<>())
                        .add(version(request));
            }
        }
        Map<String, Targets> targets = new LinkedHashMap<>();
        versions.forEach((product, all) -> targets.put(product, new Targets(product, List.copyOf(all))));
        return targets;
    }

    private Version version(DatabaseRequest request) {
        boolean said = request.version().matches("\\d.*");
        return Version.of(said ? request.version() : usual.of(request.product()));
    }
}
