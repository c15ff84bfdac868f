package dev.stairway.lint.rules.changelog;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Names;
import dev.stairway.lint.rules.support.Repetition;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree.CreateIndex;
import dev.stairway.script.sql.tree.SqlTree.Drop;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A changeSet of several statements without a transaction around them. */
public final class RunInTxFalseMulti implements LintRule {

    private static final Facts FACTS = Facts.of("C14", "run-in-tx-false-multi", Severity.WARNING)
            .about("postgresql", "sqlite", "mysql", "mariadb", "h2")
            .catches("Several statements in a changeSet with runInTransaction=\"false\"")
            .when(
                    "A changeSet of Liquibase with runInTransaction=\"false\" has several statements, and one before the last cannot"
                            + " be done twice. Quiet for SET, for an index that is dropped IF EXISTS and then made, and when every"
                            + " statement says IF [NOT] EXISTS.")
            .effect(
                    "When the second statement fails, the first one stays done, and the changeSet is not recorded. The next run"
                            + " fails at the first one, until somebody cleans up by hand.")
            .instead("Make a changeSet of each statement")
            .see("https://docs.liquibase.com/concepts/changelogs/attributes/run-in-transaction.html")
            .provenBy(Proof.REPEAT_DIFFERS);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void release(ReleaseView release, Remarks remarks) {
        Map<String, List<StatementView>> steps = release.statements().stream()
                .filter(statement -> statement.migration().engine().equals("liquibase"))
                .filter(statement -> !statement.migration().transactional())
                .filter(statement -> Repetition.of(statement) != Repetition.NOTHING)
                .collect(Collectors.groupingBy(
                        statement -> statement.migration().id(), LinkedHashMap::new, Collectors.toList()));
        steps.values().forEach(all -> look(all, remarks));
    }

    private static void look(List<StatementView> steps, Remarks remarks) {
        steps.stream()
                .limit(Math.max(0, steps.size() - 1L))
                .filter(step -> Repetition.of(step) != Repetition.SAME || unguardedIndex(step))
                .findFirst()
                .ifPresent(step -> remarks.at(
                        step,
                        0,
                        "",
                        "It has " + steps.size()
                                + " statements and no transaction around them: this one stays done when a later"
                                + " one fails"));
    }

    /** Made concurrently it is no danger of its own, but it cannot be made twice. */
    private static boolean unguardedIndex(StatementView step) {
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
