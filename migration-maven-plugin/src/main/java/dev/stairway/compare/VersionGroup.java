package dev.stairway.compare;

import dev.stairway.database.DatabaseId;
import dev.stairway.engine.Migration;
import dev.stairway.finding.Finding;
import dev.stairway.finding.Severity;
import dev.stairway.run.CellReport;
import dev.stairway.run.StepReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Cells that differ in nothing but the version of their database, or where it comes from.
 *
 * @param changelog its id
 * @param databases at least two, oldest first
 * @param migrations that were walked on at least two of them
 * @param differences in the order of the changelog
 */
public record VersionGroup(
        String changelog,
        String product,
        String scenario,
        List<DatabaseId> databases,
        int migrations,
        List<VersionDifference> differences) {

    private record Key(String changelog, String product, String scenario) {}

    public VersionGroup {
        databases = List.copyOf(databases);
        differences = List.copyOf(differences);
    }

    /** All groups of a run, in the order of its cells. */
    public static List<VersionGroup> of(List<CellReport> reports) {
        Map<Key, List<CellReport>> groups = new LinkedHashMap<>();
        for (CellReport report : reports) {
            Key key = new Key(
                    report.cell().changelogId(),
                    report.database().product(),
                    report.cell().scenario().name());
            groups.computeIfAbsent(key, any -> new ArrayList<>()).add(report);
        }
        return groups.entrySet().stream()
                .filter(group -> group.getValue().size() > 1)
                .map(group -> of(group.getKey(), group.getValue()))
                .toList();
    }

    private static VersionGroup of(Key key, List<CellReport> reports) {
        List<CellReport> sorted = reports.stream()
                .sorted(Comparator.comparing(report -> report.database().version(), Versions.OLDEST_FIRST))
                .toList();
        Map<String, Migration> migrations = new LinkedHashMap<>();
        Map<String, List<VersionOutcome>> outcomes = new LinkedHashMap<>();
        for (CellReport report : sorted) {
            Map<String, SortedSet<String>> rules = rules(report);
            for (StepReport step : report.steps()) {
                String id = step.migration().id();
                migrations.putIfAbsent(id, step.migration());
                outcomes.computeIfAbsent(id, any -> new ArrayList<>()).add(outcome(report, step, rules));
            }
        }
        List<VersionDifference> differences = new ArrayList<>();
        outcomes.forEach((id, seen) -> {
            if (!seen.stream().allMatch(outcome -> outcome.same(seen.get(0)))) {
                differences.add(new VersionDifference(migrations.get(id), seen));
            }
        });
        int compared =
                (int) outcomes.values().stream().filter(seen -> seen.size() > 1).count();
        List<DatabaseId> databases = sorted.stream().map(CellReport::database).toList();
        return new VersionGroup(key.changelog(), key.product(), key.scenario(), databases, compared, differences);
    }

    private static VersionOutcome outcome(CellReport report, StepReport step, Map<String, SortedSet<String>> rules) {
        SortedSet<String> own = rules.get(step.migration().id());
        return new VersionOutcome(
                report.database(),
                step.verdict(),
                step.reason().lines().findFirst().orElse(""),
                own == null ? List.of() : List.copyOf(own));
    }

    private static Map<String, SortedSet<String>> rules(CellReport report) {
        Map<String, SortedSet<String>> rules = new LinkedHashMap<>();
        report.findings().stream()
                .filter(finding -> Objects.nonNull(finding.migration()))
                .filter(finding -> finding.rule().severity() != Severity.INFO)
                .forEach(finding -> add(rules, finding));
        return rules;
    }

    private static void add(Map<String, SortedSet<String>> rules, Finding finding) {
        rules.computeIfAbsent(finding.migration().id(), any -> new TreeSet<>())
                .add(finding.rule().id());
    }
}
