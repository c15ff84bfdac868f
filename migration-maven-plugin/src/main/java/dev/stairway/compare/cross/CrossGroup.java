package dev.stairway.compare.cross;

import dev.stairway.matrix.Cell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Cells that differ in nothing but their database.
 *
 * @param cells at least one, as the user listed their databases
 */
public record CrossGroup(List<Cell> cells) {

    public CrossGroup {
        cells = List.copyOf(cells);
    }

    private record Key(String changelog, String scenario) {}

    /** In the order of the cells. */
    public static List<CrossGroup> of(List<Cell> cells) {
        Map<Key, List<Cell>> groups = new LinkedHashMap<>();
        for (Cell cell : cells) {
            Key key = new Key(cell.changelogId(), cell.scenario().name());
            groups.computeIfAbsent(key, any -> new ArrayList<>()).add(cell);
        }
        return groups.values().stream().map(CrossGroup::new).toList();
    }

    /** Any of them: changelog, engine and scenario are the same. */
    public Cell first() {
        return cells.get(0);
    }
}
