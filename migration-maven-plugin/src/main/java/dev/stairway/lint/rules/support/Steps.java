package dev.stairway.lint.rules.support;

import dev.stairway.lint.MigrationView;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.StatementView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a migration does outside any transaction, step by step.
 *
 * @param steps in order; each stays done when a later one fails
 */
public record Steps(List<StatementView> steps) {

    public Steps {
        steps = List.copyOf(steps);
    }

    /** Those of each migration of a release that its runner does not wrap in a transaction. */
    public static List<Steps> ofMigrations(ReleaseView release) {
        Map<MigrationView, List<StatementView>> steps = release.statements().stream()
                .filter(statement -> !statement.migration().transactional())
                .filter(statement -> !statement.migration().engine().equals("liquibase"))
                .filter(statement -> !statement.transaction() && Repetition.of(statement) != Repetition.NOTHING)
                .collect(Collectors.groupingBy(StatementView::migration, LinkedHashMap::new, Collectors.toList()));
        return steps.values().stream().map(Steps::new).toList();
    }

    /** The first step before the last one that fails when it is done twice, and could be guarded. */
    public Optional<StatementView> unguarded() {
        return first(Repetition.UNGUARDED);
    }

    /** The first step before the last one that cannot be repeated; empty where one could be guarded. */
    public Optional<StatementView> unrepeatable() {
        return unguarded().isPresent() ? Optional.empty() : first(Repetition.FAILS_OR_DIFFERS);
    }

    private Optional<StatementView> first(Repetition wanted) {
        return steps.stream()
                .limit(Math.max(0, steps.size() - 1L))
                .filter(step -> Repetition.of(step) == wanted)
                .findFirst();
    }
}
