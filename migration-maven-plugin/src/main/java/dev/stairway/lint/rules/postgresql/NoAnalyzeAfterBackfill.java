package dev.stairway.lint.rules.postgresql;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.LockNeed;
import dev.stairway.lint.rules.support.LockNeeds;
import dev.stairway.lint.rules.support.Names;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** P47. */
public final class NoAnalyzeAfterBackfill implements LintRule {

    private static final Facts FACTS = Facts.of("P47", "no-analyze-after-backfill", Severity.INFO)
            .onRequest()
            .about("postgresql")
            .catches("Many rows are changed and the planner is not told")
            .when(
                    "A release fills or changes many rows of a table, and no ANALYZE of it follows. Told once for each table.")
            .effect(
                    "Until autovacuum comes by, queries are planned with the statistics of before: a filled column counts as empty.")
            .instead("ANALYZE the table at the end of the migration")
            .see("https://www.postgresql.org/docs/current/sql-analyze.html")
            .provenBy(Proof.QUERY_SUFFERS);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void release(ReleaseView release, Remarks remarks) {
        List<StatementView> statements = release.statements();
        Map<String, List<Name>> told = new HashMap<>();
        List<Integer> analyzing = analyzing(statements);
        for (int at = 0; at < statements.size(); at++) {
            StatementView statement = statements.get(at);
            int from = at;
            filled(statement)
                    .filter(table -> !Names.contains(told.getOrDefault(Names.key(table), List.of()), table))
                    .filter(table -> later(statements, analyzing, from).noneMatch(next -> analyzes(next.tree(), table)))
                    .ifPresent(table -> {
                        told.computeIfAbsent(Names.key(table), none -> new ArrayList<>())
                                .add(table);
                        remarks.at(
                                statement,
                                0,
                                table.written(),
                                "Many rows of " + table + " change, and its statistics stay as they were",
                                "ANALYZE " + table + " at the end of the migration");
                    });
        }
    }

    /** Places of those that could be what is missing: few, where the others may be thousands. */
    private static List<Integer> analyzing(List<StatementView> statements) {
        return IntStream.range(0, statements.size())
                .filter(at -> statements.get(at).tree() instanceof SqlTree.Analyze
                        || statements.get(at).tree() instanceof SqlTree.Vacuum)
                .boxed()
                .toList();
    }

    /** @param from place of one that is not among them */
    private static Stream<StatementView> later(List<StatementView> statements, List<Integer> places, int from) {
        int next = -1 - Collections.binarySearch(places, from);
        return places.subList(next, places.size()).stream().map(statements::get);
    }

    private static Optional<Name> filled(StatementView statement) {
        if (!changesRows(statement.tree())) {
            return Optional.empty();
        }
        return LockNeeds.of(statement.tree(), statement.schema()).stream()
                .filter(LockNeed::slow)
                .map(LockNeed::table)
                .filter(table -> !statement.isSmall(table))
                .findFirst();
    }

    private static boolean changesRows(SqlTree tree) {
        return tree instanceof SqlTree.Insert
                || tree instanceof SqlTree.Update
                || tree instanceof SqlTree.Delete
                || tree instanceof SqlTree.Copy;
    }

    private static boolean analyzes(SqlTree tree, Name table) {
        if (tree instanceof SqlTree.Analyze analyze) {
            return analyze.tables().isEmpty() || analyze.tables().stream().anyMatch(table::same);
        }
        return tree instanceof SqlTree.Vacuum vacuum
                && vacuum.analyze()
                && (vacuum.tables().isEmpty() || vacuum.tables().stream().anyMatch(table::same));
    }
}
