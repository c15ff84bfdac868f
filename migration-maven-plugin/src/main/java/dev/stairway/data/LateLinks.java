package dev.stairway.data;

import dev.stairway.data.model.ForeignKey;
import dev.stairway.data.model.Store;
import dev.stairway.data.model.Table;
import dev.stairway.data.value.Dice;
import dev.stairway.data.value.Value;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** References that stayed NULL until their parents were there. */
final class LateLinks {

    /** Rows of a table and the references that they lack. */
    private record Later(Table table, Set<ForeignKey> keys, List<String> locators) {}

    private final Store store;
    private final KnownTables tables;
    private final SeenValues seen;
    private final long seed;
    private final List<Later> later = new ArrayList<>();

    LateLinks(Store store, KnownTables tables, SeenValues seen, long seed) {
        this.store = store;
        this.tables = tables;
        this.seen = seen;
        this.seed = seed;
    }

    void add(TableJob job, TableFill.Result result) {
        if (!result.locators().isEmpty()) {
            later.add(new Later(job.table(), job.postponed(), result.locators()));
        }
    }

    /** Sets them all at once. */
    void set() throws SQLException {
        List<Store.Selection> reads = new ArrayList<>();
        for (Later each : later) {
            for (ForeignKey key : each.keys()) {
                TableJob.parents(tables, key).ifPresent(reads::add);
            }
        }
        seen.read(reads);
        List<Store.Update> updates = new ArrayList<>();
        for (Later each : later) {
            updates(each, updates);
        }
        store.update(updates);
        later.forEach(each -> seen.forget(each.table().name()));
    }

    private void updates(Later each, List<Store.Update> updates) throws SQLException {
        Map<ForeignKey, List<List<Value>>> parents = new LinkedHashMap<>();
        for (ForeignKey key : each.keys()) {
            Optional<Store.Selection> selection = TableJob.parents(tables, key);
            parents.put(key, selection.isPresent() ? seen.wholeRows(selection.get()) : List.of());
        }
        for (int row = 0; row < each.locators().size(); row++) {
            Map<String, Value> values = new LinkedHashMap<>();
            for (ForeignKey key : each.keys()) {
                choose(each.table(), key, parents.get(key), row, values);
            }
            if (!values.isEmpty()) {
                updates.add(new Store.Update(each.table(), each.locators().get(row), values));
            }
        }
    }

    private void choose(Table table, ForeignKey key, List<List<Value>> parents, int row, Map<String, Value> values) {
        Dice dice = Dice.of(seed, table.plainName(), key.columns().get(0), row, 1);
        if (parents.isEmpty() || row % 4 == 1) {
            return;
        }
        boolean self = key.parent().equals(table.name());
        int index = self ? dice.below(Math.min(row + 1, parents.size())) : row % parents.size();
        for (int i = 0; i < key.columns().size(); i++) {
            values.putIfAbsent(key.columns().get(i), parents.get(index).get(i));
        }
    }
}
