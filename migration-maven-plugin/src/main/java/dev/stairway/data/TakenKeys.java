package dev.stairway.data;

import dev.stairway.data.model.UniqueKey;
import dev.stairway.data.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The keys that rows of a table have, those of rows on their way included. */
final class TakenKeys {

    /** Beyond this many the database has the say. */
    private static final int REMEMBERED = 100_000;

    private final List<UniqueKey> keys;
    private final Map<UniqueKey, Set<List<String>>> taken = new HashMap<>();
    private final List<Map<UniqueKey, List<String>>> journal = new ArrayList<>();
    private String conflict = "";

    TakenKeys(List<UniqueKey> keys) {
        this.keys = keys;
        keys.forEach(key -> taken.put(key, new HashSet<>()));
    }

    /** Takes the keys of a row, or none of them when one is taken already. */
    boolean take(Map<String, Value> row) {
        Map<UniqueKey, List<String>> mine = new HashMap<>();
        for (UniqueKey key : keys) {
            List<String> values = values(key, row);
            if (!values.isEmpty()) {
                if (taken.get(key).contains(values)) {
                    conflict = key.name();
                    return false;
                }
                mine.put(key, values);
            }
        }
        mine.forEach((key, values) -> {
            if (taken.get(key).size() < REMEMBERED) {
                taken.get(key).add(values);
            }
        });
        journal.add(mine);
        return true;
    }

    /** Whether a row would repeat a key; takes nothing. */
    boolean repeats(Map<String, Value> row) {
        return keys.stream().anyMatch(key -> {
            List<String> values = values(key, row);
            return !values.isEmpty() && taken.get(key).contains(values);
        });
    }

    /** Name of the key that the last refused row would have repeated. */
    String conflict() {
        return conflict;
    }

    /** What was taken so far stays. */
    void settle() {
        journal.clear();
    }

    /** Gives back what was taken since the last settling. */
    void release() {
        for (Map<UniqueKey, List<String>> mine : journal) {
            mine.forEach((key, values) -> taken.get(key).remove(values));
        }
        journal.clear();
    }

    /** Values of the key; empty where the row cannot collide, because of a NULL or a value that is not known yet. */
    private static List<String> values(UniqueKey key, Map<String, Value> row) {
        List<String> values = new ArrayList<>();
        for (String column : key.columns()) {
            Value value = row.get(column);
            if (value == null || !value.known() || value.isNull() && !key.nullsEqual()) {
                return List.of();
            }
            values.add(value.isNull() ? "null" : "=" + value.text());
        }
        return values;
    }
}
