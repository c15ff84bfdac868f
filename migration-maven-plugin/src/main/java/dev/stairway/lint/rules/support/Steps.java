package dev.stairway.lint.rules.support;

import dev.stairway.lint.MigrationView;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.StatementView;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree.CreateIndex;
import dev.stairway.script.sql.tree.SqlTree.Drop;
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

    /**
     * Steps that fail when they are done twice, and could be guarded. What is done last never stands in the way of a later
     * step, but an index whose CONCURRENTLY has failed is there all the same.
     */
    public List<StatementView> unguarded() {
        return steps.size() < 2
                ? List.of()
                : steps.stream()
                        .filter(step ->
                                unguardedIndex(step) || !isLast(step) && Repetition.of(step) == Repetition.UNGUARDED)
                        .toList();
    }

    /** The first step before the last one that cannot be repeated, and that no guard could help. */
    public Optional<StatementView> unrepeatable() {
        return steps.stream()
                .filter(step -> !isLast(step) && Repetition.of(step) == Repetition.FAILS_OR_DIFFERS)
                .findFirst();
    }

    private boolean isLast(StatementView step) {
        return step == steps.get(steps.size() - 1);
    }

    /** Made or dropped concurrently it is no danger of its own, but it cannot be made or dropped twice. */
    public static boolean unguardedIndex(StatementView step) {
        boolean makes = step.as(CreateIndex.class)
                .filter(index -> index.concurrently() && !index.ifNotExists() && !droppedBefore(step, index.index()))
                .isPresent();
        boolean drops = step.as(Drop.class)
                .filter(drop -> drop.concurrently() && !drop.ifExists())
                .isPresent();
        return makes || drops;
    }

    private static boolean droppedBefore(StatementView step, Name index) {
        return index != null
                && step.before().stream()
                        .flatMap(before -> before.as(Drop.class).stream())
                        .anyMatch(drop -> drop.ifExists() && Names.contains(drop.names(), index));
    }
}
