package dev.stairway.suite;

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

    /** Where the matrix does not say: what a test goal would start. */
    private static final Map<String, String> NEWEST = Map.of(
            "postgresql", "18", "sqlite", "3.54", "redis", "7.0", "mariadb", "11.4", "mysql", "8.4", "h2", "2.3");

    private TargetVersions() {}

    /** By product, in the order of the matrix; products that the engine does not run on are left out. */
    static Map<String, Targets> of(List<DatabaseRequest> databases, Engine engine) {
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

    private static Version version(DatabaseRequest request) {
        boolean said = request.version().matches("\\d.*");
        return Version.of(said ? request.version() : NEWEST.getOrDefault(request.product(), "1"));
    }
}
