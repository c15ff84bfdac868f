package dev.stairway.compare;

import dev.stairway.database.DatabaseId;
import dev.stairway.engine.Migration;
import dev.stairway.run.CellReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
        return between(reports.stream().map(VersionCell::of).toList());
    }

    /** The same of cells that may have been walked elsewhere. */
    public static List<VersionGroup> between(List<VersionCell> cells) {
        Map<Key, List<VersionCell>> groups = new LinkedHashMap<>();
        for (VersionCell cell : cells) {
            Key key = new Key(cell.changelog(), cell.database().product(), cell.scenario());
            groups.computeIfAbsent(key, any -> new ArrayList<>()).add(cell);
        }
        return groups.entrySet().stream()
                .filter(group -> group.getValue().size() > 1)
                .map(group -> of(group.getKey(), group.getValue()))
                .toList();
    }

    private static VersionGroup of(Key key, List<VersionCell> cells) {
        List<VersionCell> sorted = cells.stream()
                .sorted(Comparator.comparing(cell -> cell.database().version(), Versions.OLDEST_FIRST))
                .toList();
        Map<String, Migration> migrations = new LinkedHashMap<>();
        Map<String, List<VersionOutcome>> outcomes = new LinkedHashMap<>();
        for (VersionCell cell : sorted) {
            for (VersionCell.Step step : cell.steps()) {
                String id = step.migration().id();
                migrations.putIfAbsent(id, step.migration());
                outcomes.computeIfAbsent(id, any -> new ArrayList<>()).add(step.outcome());
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
        List<DatabaseId> databases = sorted.stream().map(VersionCell::database).toList();
        return new VersionGroup(key.changelog(), key.product(), key.scenario(), databases, compared, differences);
    }
}
