package dev.stairway.report.view;

import dev.stairway.report.document.Metrics.Changelog;
import dev.stairway.report.document.Metrics.Migration;
import dev.stairway.report.document.Performance;
import dev.stairway.report.document.Performance.Cell;
import dev.stairway.report.document.Performance.ComparisonEntry;
import dev.stairway.report.document.Performance.Query;
import dev.stairway.report.document.Performance.Scaling;
import dev.stairway.report.document.Performance.Step;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What was measured, by migration and database, so that no builder searches lists. */
final class Costs {

    private record Key(String changelog, String database, String migration) {}

    private final Performance performance;
    private final Map<Key, Cost> all = new LinkedHashMap<>();
    private final Map<Key, List<Cost.Sized>> steps = new HashMap<>();
    private final Map<Key, List<Scaling>> scalings = new HashMap<>();
    private final Map<Key, List<ComparisonEntry>> entries = new HashMap<>();
    private final Map<Key, List<Query>> queries = new HashMap<>();
    private final Map<String, Set<String>> databases = new LinkedHashMap<>();

    private Costs(Performance performance) {
        this.performance = performance;
        performance.cells().forEach(this::index);
        performance.scaling().forEach(one -> add(scalings, one.changelog(), one.database(), one.migration(), one));
        performance.queries().forEach(one -> add(queries, one.changelog(), one.database(), one.migration(), one));
        if (performance.comparison() != null) {
            performance
                    .comparison()
                    .entries()
                    .forEach(one -> add(entries, one.changelog(), one.database(), one.migration(), one));
        }
    }

    /** Without anything when nothing was measured. */
    static Costs of(Matrix matrix) {
        Performance measured = matrix.metrics().performance();
        Costs costs = new Costs(measured == null ? new Performance(0, 0, 0, null, null, null, null) : measured);
        for (Changelog changelog : matrix.metrics().changelogs()) {
            for (Migration migration : changelog.migrations()) {
                costs.databases
                        .getOrDefault(changelog.id(), Set.of())
                        .forEach(database -> costs.add(changelog.id(), database, migration.id()));
            }
        }
        return costs;
    }

    private void index(Cell cell) {
        databases
                .computeIfAbsent(cell.changelog(), key -> new LinkedHashSet<>())
                .add(cell.database());
        for (Step step : cell.steps()) {
            add(steps, cell.changelog(), cell.database(), step.migration(), new Cost.Sized(cell.rows(), step));
        }
    }

    private static <T> void add(
            Map<Key, List<T>> index, String changelog, String database, String migration, T element) {
        index.computeIfAbsent(new Key(changelog, database, migration), key -> new ArrayList<>())
                .add(element);
    }

    private void add(String changelog, String database, String migration) {
        Key key = new Key(changelog, database, migration);
        Cost cost = new Cost(
                changelog,
                database,
                migration,
                steps.getOrDefault(key, List.of()),
                scalings.getOrDefault(key, List.of()),
                entries.getOrDefault(key, List.of()),
                queries.getOrDefault(key, List.of()));
        if (!cost.sizes().isEmpty()) {
            all.put(key, cost);
        }
    }

    Performance performance() {
        return performance;
    }

    /** In the order of the changelogs, each migration on one database after the other. */
    Collection<Cost> all() {
        return all.values();
    }

    /** One for each database on which it was measured. */
    List<Cost> of(String changelog, String migration) {
        return databases.getOrDefault(changelog, Set.of()).stream()
                .map(database -> all.get(new Key(changelog, database, migration)))
                .filter(Objects::nonNull)
                .toList();
    }
}
