package dev.stairway.suite;

import dev.stairway.engine.Engine;
import dev.stairway.matrix.Cell.NamedChangelog;
import dev.stairway.suite.ReleasedMigrations.Earlier;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Earlier states of the repository that changelogs are held against.
 *
 * @param baseRef what was released, {@code origin/main}; empty where nobody has said so
 * @param onlyChangedSince what is not changed since is not told about; empty for everything
 * @param basedir of the project
 */
public record Since(String baseRef, String onlyChangedSince, Path basedir) {

    /** Nothing is known of earlier. */
    public static final Since NEVER = new Since("", "", Path.of(""));

    public Since {
        baseRef = baseRef == null ? "" : baseRef.strip();
        onlyChangedSince = onlyChangedSince == null ? "" : onlyChangedSince.strip();
    }

    /** True when an earlier state says what is released. */
    public boolean knowsReleased() {
        return !released().isEmpty();
    }

    private String released() {
        return baseRef.isEmpty() ? onlyChangedSince : baseRef;
    }

    /**
     * What was released of each changelog, by its id.
     *
     * @param engines by name
     */
    public Map<String, Earlier> released(List<NamedChangelog> changelogs, Map<String, Engine> engines) {
        return at(released(), changelogs, engines);
    }

    /** What each changelog had in the state since which only changes count; empty where everything counts. */
    Map<String, Earlier> unchanged(List<NamedChangelog> changelogs, Map<String, Engine> engines) {
        return at(onlyChangedSince, changelogs, engines);
    }

    private Map<String, Earlier> at(String ref, List<NamedChangelog> changelogs, Map<String, Engine> engines) {
        if (ref.isEmpty()) {
            return Map.of();
        }
        Map<String, Earlier> earlier = new HashMap<>();
        try (ReleasedMigrations released = ReleasedMigrations.at(ref, basedir)) {
            for (NamedChangelog named : changelogs) {
                earlier.put(named.id(), released.of(engines.get(named.engine()), named.source()));
            }
        }
        return earlier;
    }
}
