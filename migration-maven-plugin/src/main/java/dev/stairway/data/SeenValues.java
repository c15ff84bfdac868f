package dev.stairway.data;

import dev.stairway.data.model.Store;
import dev.stairway.data.value.Value;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Values that were read from tables, kept until rows of the table come or go. */
final class SeenValues {

    /** What was read of a table. */
    private record Key(List<String> columns, int limit) {}

    private final Store store;
    private final Map<String, Map<Key, List<List<Value>>>> seen = new HashMap<>();

    SeenValues(Store store) {
        this.store = store;
    }

    /** Reads all of it at once, except what was seen before. */
    void read(Collection<Store.Selection> wanted) throws SQLException {
        Map<String, Map<Key, Store.Selection>> unseen = new HashMap<>();
        for (Store.Selection selection : wanted) {
            if (!of(selection.table().name()).containsKey(key(selection))) {
                unseen.computeIfAbsent(selection.table().name(), table -> new HashMap<>())
                        .put(key(selection), selection);
            }
        }
        List<Store.Selection> selections =
                unseen.values().stream().flatMap(each -> each.values().stream()).toList();
        List<List<List<Value>>> values = store.values(selections);
        for (int i = 0; i < selections.size(); i++) {
            Store.Selection selection = selections.get(i);
            of(selection.table().name()).put(key(selection), values.get(i));
        }
    }

    /** The rows of the selection. */
    List<List<Value>> rows(Store.Selection selection) throws SQLException {
        read(List.of(selection));
        return of(selection.table().name()).get(key(selection));
    }

    /** The rows of the selection that have no NULL. */
    List<List<Value>> wholeRows(Store.Selection selection) throws SQLException {
        return rows(selection).stream()
                .filter(values -> values.stream().noneMatch(Value::isNull))
                .toList();
    }

    private Map<Key, List<List<Value>>> of(String table) {
        return seen.computeIfAbsent(table, name -> new HashMap<>());
    }

    private static Key key(Store.Selection selection) {
        return new Key(selection.columns(), selection.limit());
    }

    void forget(String table) {
        seen.remove(table);
    }

    void forgetAll() {
        seen.clear();
    }
}
