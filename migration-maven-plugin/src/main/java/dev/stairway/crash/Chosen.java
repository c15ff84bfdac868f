package dev.stairway.crash;

import dev.stairway.engine.Migration;
import dev.stairway.finding.IdPattern;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The migrations in which something is killed.
 *
 * @param ids of them
 * @param excluded ids of those that are recorded as ran and never run
 * @param unmatched patterns that no migration of the changelog matches
 */
public record Chosen(Set<String> ids, Set<String> excluded, List<String> unmatched) {

    public static Chosen of(List<Migration> all, CrashOptions options) {
        Predicate<Migration> left = matching(options.excluded());
        List<Migration> possible = all.stream()
                .filter(m -> m.notApplicable().isEmpty())
                .filter(left.negate())
                .toList();
        List<Migration> chosen = options.migrations().isEmpty()
                ? possible.subList(Math.max(0, possible.size() - options.last()), possible.size())
                : possible.stream().filter(matching(options.migrations())).toList();
        return new Chosen(
                ids(chosen),
                ids(all.stream().filter(left).toList()),
                options.migrations().stream()
                        .filter(pattern -> all.stream().noneMatch(matching(List.of(pattern))))
                        .toList());
    }

    private static Set<String> ids(List<Migration> some) {
        return some.stream().map(Migration::id).collect(Collectors.toSet());
    }

    private static Predicate<Migration> matching(List<String> written) {
        List<IdPattern> patterns = written.stream().map(IdPattern::of).toList();
        return migration -> patterns.stream().anyMatch(pattern -> pattern.matches(migration.id(), migration.name()));
    }

    public boolean contains(Migration migration) {
        return ids.contains(migration.id());
    }

    public boolean excludes(Migration migration) {
        return excluded.contains(migration.id());
    }
}
