package dev.stairway.run;

import dev.stairway.fingerprint.KeySnapshot;
import dev.stairway.fingerprint.KeySnapshot.Key;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The keys that a declared mapping speaks of, at one moment.
 *
 * @param keys only those
 * @param perTable how many of them each table has
 */
record DeclaredKeys(KeySnapshot keys, Map<String, Long> perTable) {

    static final DeclaredKeys NONE = new DeclaredKeys(KeySnapshot.NONE, Map.of());

    /** @param seen found by globs, which are wider than the mapping */
    static DeclaredKeys of(KeyMap map, KeySnapshot seen) {
        SortedMap<String, Key> keys = new TreeMap<>(seen.keys());
        keys.keySet().removeIf(key -> !map.hasOldFormat(key) && !map.hasNewFormat(key));
        Map<String, Long> perTable = new HashMap<>();
        keys.values().forEach(key -> perTable.merge(key.table(), 1L, Long::sum));
        return new DeclaredKeys(new KeySnapshot(keys, seen.rows(), seen.nowMillis(), seen.toleranceMillis()), perTable);
    }

    boolean any(String table) {
        return perTable.containsKey(table);
    }

    /** True when the table has no other rows. */
    boolean areAll(String table) {
        return perTable.getOrDefault(table, 0L).equals(keys.rows().getOrDefault(table, 0L));
    }

    /** Those of the table that are not there later. */
    long goneFrom(String table, DeclaredKeys later) {
        if (!any(table)) {
            return 0;
        }
        return keys.keys().entrySet().stream()
                .filter(key -> key.getValue().table().equals(table))
                .filter(key -> !later.keys.keys().containsKey(key.getKey()))
                .count();
    }
}
