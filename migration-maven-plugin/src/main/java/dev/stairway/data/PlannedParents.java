package dev.stairway.data;

import dev.stairway.data.model.Column;
import dev.stairway.data.model.ForeignKey;
import dev.stairway.data.model.Store;
import dev.stairway.data.model.Table;
import dev.stairway.data.value.Dice;
import dev.stairway.data.value.Limits;
import dev.stairway.data.value.Value;
import dev.stairway.data.value.ValueMaker;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keys of rows that are stored only later in the transaction: the way into a circle of references that may wait. */
final class PlannedParents {

    private final Store store;
    private final KnownTables tables;
    private final long seed;
    private final boolean allowed;
    private final Map<String, Integer> missing;
    private final Map<String, Map<String, List<Value>>> plans = new HashMap<>();
    private final Map<ForeignKey, List<List<Value>>> promised = new HashMap<>();

    /**
     * @param missing rows that each table is to get, by qualified name
     * @param allowed whether references may point to rows that are stored later
     */
    PlannedParents(Store store, KnownTables tables, long seed, Map<String, Integer> missing, boolean allowed) {
        this.missing = missing;
        this.store = store;
        this.tables = tables;
        this.seed = seed;
        this.allowed = allowed;
    }

    /** True when rows were stored whose parents were only planned, so that the commit may fail. */
    boolean made() {
        return !plans.isEmpty();
    }

    /** Values by column, row by row, that others count on. */
    Map<String, List<Value>> of(String table) {
        return plans.getOrDefault(table, Map.of());
    }

    /** Decides today which keys the parents will have when their turn comes; none where that cannot be said. */
    List<List<Value>> plan(ForeignKey key, int wanted) throws SQLException {
        if (promised.containsKey(key)) {
            return promised.get(key);
        }
        int rows = Math.min(Math.min(wanted, missing.getOrDefault(key.parent(), 0)), TableFill.HEAD);
        Optional<Table> parent = tables.find(key.parent());
        if (!allowed || parent.isEmpty() || plans.containsKey(key.parent())) {
            return List.of();
        }
        Map<String, List<Value>> plan = new HashMap<>();
        for (String name : key.parentColumns()) {
            Column column = parent.get().column(name).orElseThrow();
            List<Value> values = values(parent.get(), column, rows);
            if (column.origin() == Column.Origin.DATABASE || values.size() < rows) {
                return List.of();
            }
            plan.put(name, values);
        }
        store.deferReferences();
        plans.put(key.parent(), plan);
        promised.put(key, rows(key.parentColumns(), plan, rows));
        return promised.get(key);
    }

    private List<Value> values(Table parent, Column column, int rows) {
        List<Value> values = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            Dice dice = Dice.of(seed, parent.plainName(), column.name(), row, 0);
            ValueMaker.unique(column.type(), Limits.NONE, row, dice).ifPresent(values::add);
        }
        return values;
    }

    private static List<List<Value>> rows(List<String> columns, Map<String, List<Value>> plan, int rows) {
        List<List<Value>> planned = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            int each = row;
            planned.add(columns.stream().map(name -> plan.get(name).get(each)).toList());
        }
        return planned;
    }
}
