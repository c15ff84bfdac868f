package dev.stairway.lint.rules.changelog;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Repetition;
import dev.stairway.lint.rules.support.Steps;
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
                    "A changeSet of Liquibase with runInTransaction=\"false\" has several statements, and one before the last, or an"
                            + " index made CONCURRENTLY, cannot be done twice. Quiet for SET, for an index that is dropped IF EXISTS and then made, and when every"
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
        if (steps.size() < 2) {
            return;
        }
        StatementView last = steps.get(steps.size() - 1);
        steps.stream()
                .filter(step -> Steps.unguardedIndex(step) || step != last && Repetition.of(step) != Repetition.SAME)
                .findFirst()
                .ifPresent(
                        step -> remarks.at(
                                step,
                                0,
                                "",
                                "It has " + steps.size()
                                        + " statements and no transaction around them, and when one fails this one cannot be done again"));
    }
}
