package dev.stairway.data;

import dev.stairway.data.model.Store;
import dev.stairway.data.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts rows that give the same columns together: those that leave columns to their defaults name fewer. */
final class RowGroups {

    private RowGroups() {}

    /** The whole rows first, the others after them in order. */
    static List<Store.Rows> of(List<String> columns, List<Map<String, Value>> rows) {
        Map<List<String>, List<List<Value>>> groups = new LinkedHashMap<>();
        groups.put(columns, new ArrayList<>());
        for (Map<String, Value> row : rows) {
            List<String> named = row.containsValue(Value.DEFAULT) ? named(row) : columns;
            groups.computeIfAbsent(named, names -> new ArrayList<>()).add(values(row, named));
        }
        return groups.entrySet().stream()
                .filter(group -> !group.getValue().isEmpty())
                .map(group -> new Store.Rows(group.getKey(), group.getValue()))
                .toList();
    }

    private static List<Value> values(Map<String, Value> row, List<String> columns) {
        List<Value> values = new ArrayList<>(columns.size());
        columns.forEach(column -> values.add(row.get(column)));
        return values;
    }

    private static List<String> named(Map<String, Value> row) {
        return row.entrySet().stream()
                .filter(entry -> entry.getValue().known())
                .map(Map.Entry::getKey)
                .toList();
    }
}
