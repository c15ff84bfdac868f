package dev.stairway.backup;

import dev.stairway.engine.Migration;
import dev.stairway.finding.IdPattern;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Before which migrations a backup is tried. */
record Chosen(DrillOptions options) {

    Set<Migration> of(List<Migration> all) {
        List<Migration> possible = all.stream()
                .filter(m -> m.notApplicable().isEmpty() && !options.leavesOut(m))
                .toList();
        return new LinkedHashSet<>(options.migrations().isEmpty() ? last(possible) : named(possible));
    }

    private List<Migration> last(List<Migration> possible) {
        return possible.subList(Math.max(0, possible.size() - options.last()), possible.size());
    }

    private List<Migration> named(List<Migration> possible) {
        List<IdPattern> patterns =
                options.migrations().stream().map(IdPattern::of).toList();
        return possible.stream()
                .filter(m -> patterns.stream().anyMatch(pattern -> pattern.matches(m.id(), m.name())))
                .toList();
    }
}
