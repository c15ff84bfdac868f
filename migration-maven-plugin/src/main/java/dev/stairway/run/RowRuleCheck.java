package dev.stairway.run;

import dev.stairway.engine.Migration;
import dev.stairway.finding.Finding;
import dev.stairway.finding.IdPattern;
import dev.stairway.finding.Rule;
import dev.stairway.fingerprint.Change;
import dev.stairway.fingerprint.Difference;
import dev.stairway.fingerprint.TableData;
import dev.stairway.run.RowRule.Holds;
import dev.stairway.run.StateChecks.Way;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The user's rules about numbers of rows, by what the fingerprint knows; nothing is read for them. */
final class RowRuleCheck {

    private final Bench bench;
    private final List<RowRule> all;
    private final Set<String> reported = new LinkedHashSet<>();
    private List<RowRule> rules = List.of();
    /** Rows before the present migration; absent where there was no such table. */
    private final Map<String, Long> before = new HashMap<>();

    private final Map<String, Long> written = new HashMap<>();

    RowRuleCheck(Bench bench, List<RowRule> all) {
        this.bench = bench;
        this.all = all;
    }

    void begin(Migration migration) {
        rules = all.stream()
                .filter(rule -> IdPattern.of(rule.migrations()).matches(migration.id(), migration.name()))
                .toList();
        reported.clear();
        before.clear();
        written.clear();
        if (!rules.isEmpty()) {
            bench.fingerprinter().tables().forEach((table, data) -> before.put(table, data.rows()));
        }
    }

    void written(Difference rows) {
        rows.data().forEach((table, change) -> written.put(table, rows(change.after()) - rows(change.before())));
    }

    List<Finding> after(Way way, Migration migration, Difference change) {
        Map<Rule, List<String>> lines = new LinkedHashMap<>();
        change.data()
                .forEach((table, rows) -> rules.stream()
                        .filter(rule -> rule.concerns(table))
                        .forEach(rule -> {
                            String wrong = wrong(way, rule, table, rows);
                            if (!wrong.isEmpty() && reported.add(rule + table)) {
                                lines.computeIfAbsent(
                                                rule.holds() == Holds.SAME_ROWS
                                                        ? Rule.UNCHANGED_TABLE_CHANGES
                                                        : Rule.ROW_COUNT_RULE_BROKEN,
                                                any -> new ArrayList<>())
                                        .add(wrong);
                            }
                        }));
        List<Finding> found = new ArrayList<>();
        lines.forEach((rule, evidence) -> found.add(finding(way, migration, rule, evidence)));
        return found;
    }

    private static Finding finding(Way way, Migration migration, Rule rule, List<String> evidence) {
        return rule == Rule.UNCHANGED_TABLE_CHANGES
                ? new Finding(
                        rule,
                        migration,
                        way.words() + " changes a table that must not change",
                        evidence,
                        "Leave the table alone, or take it out of <unchangedTables>")
                : new Finding(
                        rule,
                        migration,
                        way.words() + " leaves another number of rows than the rules say",
                        evidence,
                        "Correct the migration, or the rule in <rowCountRules>");
    }

    private String wrong(Way way, RowRule rule, String table, Change<TableData> rows) {
        long now = rows(rows.after());
        long then = way == Way.UP ? rows(rows.before()) : before.getOrDefault(table, 0L);
        long expected = way == Way.DOWN ? then + written.getOrDefault(table, 0L) : then;
        String counts = table + ": " + then + " rows before, " + now + " after";
        boolean existed = before.containsKey(table);
        return switch (rule.holds()) {
            case NEVER_FEWER -> now < then ? counts + "; never fewer" : "";
            case SAME_NUMBER -> way != Way.UP_AGAIN && existed && now != expected ? counts + "; always as many" : "";
            case SAME_ROWS -> way != Way.UP_AGAIN && existed ? changed(way, table, rows, counts) : "";
            case BOUNDS -> rows.after() == null ? "" : outside(rule, existed, then, now, counts);
        };
    }

    private static String outside(RowRule rule, boolean existed, long then, long now, String counts) {
        if (existed && !inside(rule, then) || inside(rule, now)) {
            return "";
        }
        return counts + "; " + (now < rule.atLeast() ? "at least " + rule.atLeast() : "at most " + rule.atMost());
    }

    private static boolean inside(RowRule rule, long rows) {
        return rows >= rule.atLeast() && (rule.atMost() < 0 || rows <= rule.atMost());
    }

    private static String changed(Way way, String table, Change<TableData> rows, String counts) {
        if (rows.before() == null
                || rows.after() == null
                || rows.before().rows() != rows.after().rows()) {
            return counts;
        }
        List<String> columns = new ArrayList<>();
        rows.before().columns().forEach((column, data) -> {
            TableData.ColumnData now = rows.after().columns().get(column);
            if (now == null ? way == Way.UP : !now.equals(data)) {
                columns.add(column);
            }
        });
        return columns.isEmpty() ? "" : table + ": values changed in " + String.join(", ", columns);
    }

    private static long rows(TableData data) {
        return data == null ? 0 : data.rows();
    }
}
