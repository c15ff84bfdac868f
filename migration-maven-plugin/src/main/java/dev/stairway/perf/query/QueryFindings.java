package dev.stairway.perf.query;

import dev.stairway.engine.Migration;
import dev.stairway.finding.Finding;
import dev.stairway.finding.Rule;
import dev.stairway.measure.plan.IndexRemark;
import dev.stairway.measure.plan.QueryChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Findings made of what migrations do to queries and of the indexes that they make. Good news is none. */
public final class QueryFindings {

    private final Map<String, Migration> migrations = new HashMap<>();

    /** @param migrations of the changelog */
    public QueryFindings(List<Migration> migrations) {
        migrations.forEach(migration -> this.migrations.put(migration.id(), migration));
    }

    /** In the order of the changes, those of indexes last. */
    public List<Finding> of(List<QueryChange> changes, List<IndexRemark> indexes) {
        List<Finding> findings = new ArrayList<>();
        changes.forEach(change -> of(change).ifPresent(findings::add));
        indexes.forEach(index -> findings.add(of(index)));
        return findings;
    }

    private Optional<Finding> of(QueryChange change) {
        return switch (change.kind()) {
            case FAILS_AFTER ->
                Optional.of(finding(
                        Rule.QUERY_FAILS_AFTER_MIGRATION,
                        change,
                        change.query() + " works before it and fails after it",
                        "Expand first: keep what the query uses, or let a view, a default or a trigger stand in for it,"
                                + " until no release that sends it is left; contract in a later release"));
            case NEVER_WORKS ->
                Optional.of(finding(
                        Rule.QUERY_NEVER_WORKS,
                        change,
                        change.query() + " works neither before any migration nor at head",
                        "Correct the query; if it is for another database, write '-- databases: postgresql' above it"));
            case FAILS_BEFORE ->
                Optional.of(finding(
                        Rule.QUERY_NEEDS_MIGRATION,
                        change,
                        change.query() + " of the new release fails before it",
                        "Apply the migration before the first instance of the new release starts"));
            case INDEX_LOST ->
                Optional.of(finding(
                        Rule.QUERY_LOSES_INDEX,
                        change,
                        change.query() + " no longer uses an index that it used before",
                        "Keep the index, or make one that fits the query as it is planned now"));
            case SEQUENTIAL_SCAN ->
                Optional.of(finding(
                        Rule.QUERY_READS_WHOLE_TABLE,
                        change,
                        change.query() + " reads a whole table that it did not read so before",
                        "Make an index on the columns that the query compares"));
            case COSTLIER ->
                Optional.of(finding(
                        Rule.QUERY_COSTS_MORE,
                        change,
                        change.query() + " costs at least twice as much after it",
                        "Compare the two plans; a table that a migration has rewritten may be larger than it need be,"
                                + " until it is vacuumed"));
            case PLAN_CHANGED ->
                Optional.of(finding(
                        Rule.QUERY_PLAN_CHANGES,
                        change,
                        change.query() + " gets another plan",
                        "Compare the two plans"));
            case NOT_TRIED ->
                Optional.of(finding(
                        Rule.QUERY_NOT_TRIED,
                        change,
                        change.query() + " could not be tried everywhere",
                        "Nothing is said of whether it works; a cast (:id::bigint) tells a type, fixtures bring rows that it can"
                                + " be tried with"));
            case CHEAPER -> Optional.empty();
        };
    }

    private Finding finding(Rule rule, QueryChange change, String title, String remedy) {
        List<String> evidence = new ArrayList<>();
        evidence.add(change.text());
        evidence.add("query: " + change.place());
        plan(evidence, "plan before:", change.before());
        plan(evidence, "plan after:", change.after());
        return new Finding(rule, migrations.get(change.migration()), title, evidence, remedy);
    }

    private static void plan(List<String> evidence, String title, List<String> lines) {
        if (!lines.isEmpty()) {
            evidence.add(title);
            lines.forEach(line -> evidence.add("  " + line));
        }
    }

    private Finding of(IndexRemark index) {
        boolean unused = index.kind() == IndexRemark.Kind.UNUSED;
        return new Finding(
                unused ? Rule.INDEX_UNUSED : Rule.INDEX_REDUNDANT,
                migrations.get(index.migration()),
                unused
                        ? "No query uses the index " + index.index() + " that it makes"
                        : "The index " + index.index() + " that it makes is there already",
                List.of("table " + index.table() + ": " + index.text()),
                unused
                        ? "Leave the index out, or add the query that needs it to <queries>"
                        : "Leave one of them out: each costs every write to " + index.table());
    }
}
