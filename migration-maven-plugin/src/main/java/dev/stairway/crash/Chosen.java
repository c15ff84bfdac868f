package dev.stairway.crash;

import dev.stairway.engine.Migration;
import dev.stairway.finding.IdPattern;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The migrations in which something is killed.
 *
 * @param ids of them
 */
public record Chosen(Set<String> ids) {

    public static Chosen of(List<Migration> all, CrashOptions options) {
        List<Migration> possible =
                all.stream().filter(m -> m.notApplicable().isEmpty()).toList();
        List<IdPattern> patterns =
                options.migrations().stream().map(IdPattern::of).toList();
        int first = patterns.isEmpty() ? Math.max(0, possible.size() - options.last()) : 0;
        return new Chosen(possible.subList(first, possible.size()).stream()
                .filter(m ->
                        patterns.isEmpty() || patterns.stream().anyMatch(pattern -> pattern.matches(m.id(), m.name())))
                .map(Migration::id)
                .collect(Collectors.toSet()));
    }

    public boolean contains(Migration migration) {
        return ids.contains(migration.id());
    }
}
