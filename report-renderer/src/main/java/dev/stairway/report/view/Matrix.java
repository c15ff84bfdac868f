package dev.stairway.report.view;

import dev.stairway.report.document.Cell;
import dev.stairway.report.document.Metrics;
import dev.stairway.report.document.Step;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The document indexed for drawing: who refers to what, so that no builder searches lists. */
final class Matrix {

    private final Metrics metrics;
    private final Names names;
    private final Slugs slugs;
    private final Map<Cell, Map<String, Step>> steps = new LinkedHashMap<>();
    private final Map<String, String> migrationNames = new HashMap<>();

    Matrix(Metrics metrics) {
        this.metrics = metrics;
        this.names = new Names(metrics);
        this.slugs = new Slugs(metrics);
        for (Cell cell : metrics.cells()) {
            Map<String, Step> byMigration = new HashMap<>();
            cell.steps().forEach(step -> byMigration.putIfAbsent(step.migration(), step));
            steps.put(cell, byMigration);
        }
        metrics.changelogs()
                .forEach(changelog -> changelog
                        .migrations()
                        .forEach(migration ->
                                migrationNames.put(changelog.id() + '\0' + migration.id(), migration.name())));
    }

    Metrics metrics() {
        return metrics;
    }

    Names names() {
        return names;
    }

    Slugs slugs() {
        return slugs;
    }

    List<Cell> cells(Metrics.Changelog changelog) {
        return metrics.cells().stream()
                .filter(cell -> cell.changelog().equals(changelog.id()))
                .toList();
    }

    /** Null when the cell did not get to this migration. */
    Step step(Cell cell, String migration) {
        return steps.get(cell).get(migration);
    }

    Outcome outcome(Cell cell, String migration) {
        Step step = step(cell, migration);
        return step == null ? Outcome.NOT_RUN : Outcome.of(step.verdict());
    }

    /** The worst over all cells of the changelog; {@code NOT_RUN} without cells. */
    Outcome worst(Metrics.Changelog changelog, String migration) {
        return cells(changelog).stream()
                .map(cell -> outcome(cell, migration))
                .reduce(Outcome::worse)
                .orElse(Outcome.NOT_RUN);
    }

    String migrationName(String changelog, String migration) {
        return migrationNames.getOrDefault(changelog + '\0' + migration, migration);
    }

    MigrationLink link(String changelog, String migration) {
        return new MigrationLink(migrationName(changelog, migration), slugs.href(changelog, migration));
    }
}
