package dev.stairway.report.view;

import dev.stairway.report.document.Cell;
import dev.stairway.report.document.Metrics;
import dev.stairway.report.document.Step;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The document indexed for drawing: who refers to what, so that no builder searches lists. */
final class Matrix {

    private final Metrics metrics;
    private final Names names;
    private final Map<Cell, Map<String, Step>> steps = new LinkedHashMap<>();
    private final Map<String, List<Cell>> cells;
    private final Map<String, Map<String, MigrationLink>> links = new HashMap<>();

    Matrix(Metrics metrics) {
        this.metrics = metrics;
        this.names = new Names(metrics);
        this.cells = metrics.cells().stream().collect(Collectors.groupingBy(Cell::changelog));
        for (Cell cell : metrics.cells()) {
            Map<String, Step> byMigration = new HashMap<>();
            cell.steps().forEach(step -> byMigration.putIfAbsent(step.migration(), step));
            steps.put(cell, byMigration);
        }
        Slugs slugs = new Slugs();
        for (Metrics.Changelog changelog : metrics.changelogs()) {
            Map<String, MigrationLink> byMigration = links.computeIfAbsent(changelog.id(), key -> new HashMap<>());
            for (Metrics.Migration migration : changelog.migrations()) {
                byMigration.computeIfAbsent(
                        migration.id(), id -> new MigrationLink(migration.name(), "#" + slugs.next(migration.name())));
            }
        }
    }

    Metrics metrics() {
        return metrics;
    }

    Names names() {
        return names;
    }

    List<Cell> cells(Metrics.Changelog changelog) {
        return cells.getOrDefault(changelog.id(), List.of());
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

    /** True when no cell lost anything else on this migration's way back. */
    boolean losesOnlyWhatWasDeclared(Metrics.Changelog changelog, String migration) {
        return cells(changelog).stream()
                .map(cell -> step(cell, migration))
                .filter(step -> step != null && Outcome.of(step.verdict()) == Outcome.REVERSIBLE_WITH_DATA_LOSS)
                .allMatch(Step::losesOnlyWhatWasDeclared);
    }

    String migrationName(String changelog, String migration) {
        return link(changelog, migration).label();
    }

    /** Leads nowhere when the changelog has no such migration. */
    MigrationLink link(String changelog, String migration) {
        MigrationLink link = links.getOrDefault(changelog, Map.of()).get(migration);
        return link == null ? new MigrationLink(migration, null) : link;
    }
}
