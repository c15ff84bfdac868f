package dev.stairway.compare;

import dev.stairway.database.DatabaseId;
import dev.stairway.engine.Migration;
import dev.stairway.finding.Severity;
import dev.stairway.run.CellReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What one cell has to say when versions are compared.
 *
 * @param steps in order
 */
public record VersionCell(String changelog, String scenario, DatabaseId database, List<Step> steps) {

    public VersionCell {
        steps = List.copyOf(steps);
    }

    /** A migration, and what became of it here. */
    public record Step(Migration migration, VersionOutcome outcome) {}

    /** Of a cell that was walked just now. */
    static VersionCell of(CellReport report) {
        Map<String, SortedSet<String>> rules = new LinkedHashMap<>();
        report.findings().stream()
                .filter(finding -> Objects.nonNull(finding.migration()))
                .filter(finding -> finding.rule().severity() != Severity.INFO)
                .forEach(finding -> rules.computeIfAbsent(finding.migration().id(), any -> new TreeSet<>())
                        .add(finding.rule().id()));
        return new VersionCell(
                report.cell().changelogId(),
                report.cell().scenario().name(),
                report.database(),
                report.steps().stream()
                        .map(step -> new Step(
                                step.migration(),
                                new VersionOutcome(
                                        report.database(),
                                        step.verdict(),
                                        step.reason().lines().findFirst().orElse(""),
                                        List.copyOf(rules.getOrDefault(
                                                step.migration().id(), new TreeSet<>())))))
                        .toList());
    }
}
