package dev.stairway.lint.rules.postgresql;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Names;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.ObjectKind;
import dev.stairway.script.sql.tree.SqlTree.Drop;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** P02: an index dropped under the strongest lock of its table. */
public final class DropIndexNotConcurrent implements LintRule {

    private static final Facts FACTS = Phrases.facts("P02", "drop-index-not-concurrent", Severity.WARNING)
            .catches("DROP INDEX without CONCURRENTLY")
            .when(
                    "An index is dropped without CONCURRENTLY. Quiet when the index or its table was made in this release, when"
                            + " the table is known to be small, and on tables with partitions, whose indexes cannot be dropped"
                            + " otherwise.")
            .effect(
                    "Dropping takes an ACCESS EXCLUSIVE lock of the table: it waits for every query that runs on it, and all"
                            + " later ones wait behind it, readers too.")
            .instead("DROP INDEX CONCURRENTLY, one index in each statement, " + Phrases.OUTSIDE + ".")
            .see(Phrases.manual("sql-dropindex"))
            .provenBy(Proof.BLOCKS_READS);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        look(statement, index -> !Relations.harmlessIndex(statement, index), remarks);
    }

    /** What the way up has made may be new; the table that it is dropped from is not. */
    @Override
    public void back(StatementView statement, Remarks remarks) {
        look(statement, index -> ofLargeTable(statement, index), remarks);
    }

    private static boolean ofLargeTable(StatementView statement, Name index) {
        return statement
                .schema()
                .index(index)
                .filter(known -> statement.isLarge(known.table()) && !statement.isNew(known.table()))
                .isPresent();
    }

    private static void look(StatementView statement, Predicate<Name> hurts, Remarks remarks) {
        statement
                .as(Drop.class)
                .filter(drop -> drop.kind() == ObjectKind.INDEX && !drop.concurrently())
                .ifPresent(drop -> {
                    List<Name> used = drop.names().stream()
                            .filter(hurts)
                            .filter(index -> !Relations.partitionedIndex(statement, index))
                            .toList();
                    if (!used.isEmpty()) {
                        say(statement, drop, used, remarks);
                    }
                });
    }

    private static void say(StatementView statement, Drop drop, List<Name> used, Remarks remarks) {
        String table = statement
                .schema()
                .index(used.get(0))
                .map(index -> index.table().written())
                .orElse("its table");
        String exists = drop.ifExists() ? "IF EXISTS " : "";
        remarks.at(
                statement,
                0,
                used.get(0).written(),
                "Dropping " + Names.list(used) + " keeps readers and writers away from " + table
                        + ", and first waits for all that are at work",
                used.stream()
                                .map(index -> "DROP INDEX CONCURRENTLY " + exists + index + ";")
                                .collect(Collectors.joining(" "))
                        + " " + Phrases.OUTSIDE);
    }
}
