package dev.stairway.run;

import dev.stairway.fingerprint.KeySnapshot;
import dev.stairway.fingerprint.KeySnapshot.Key;
import dev.stairway.fingerprint.RowChange;
import dev.stairway.fingerprint.RowChanges;
import dev.stairway.judge.Globs;
import dev.stairway.judge.KeyMap;
import dev.stairway.judge.RowNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The keys that a declared mapping must be asked about, at each stage of a step: those that were touched, what has their
 * other name, and those that stayed in an old format. A key that nobody touched is at every stage what it is now.
 */
final class MappedKeys {

    private final Bench bench;
    private final KeyMap map;
    private final List<SortedMap<String, Key>> stages = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    /** Known keys of whose other names nobody has asked. */
    private final List<String> unasked = new ArrayList<>();

    private final Set<String> touchedTables = new HashSet<>();
    private final Set<String> otherTables = new HashSet<>();
    private int thinned;
    private KeySnapshot clock = KeySnapshot.NONE;

    MappedKeys(Bench bench, KeyMap map) {
        this.bench = bench;
        this.map = map;
        stages.add(new TreeMap<>());
    }

    /** Goes on to the stage after these changes, which are the last that were made. */
    void then(RowChanges changes) {
        thinOut(changes.thinned());
        stages.add(new TreeMap<>(stages.get(stages.size() - 1)));
        clock = bench.keys(Set.of());
        changes.thinnedTo(thinned).byRow().values().forEach(this::take);
        if (stages.size() == 2) {
            left(changes);
        }
        List<String> asking = new ArrayList<>(unasked);
        unasked.clear();
        asking.stream().filter(known::contains).forEach(this::relatives);
    }

    /** @return false when the key was known before */
    private boolean learn(String name) {
        return known.add(name) && unasked.add(name);
    }

    /** What is there now, at the stage that was reached last, without the keys whose time has come. */
    KeySnapshot at(int stage) {
        if (stage >= stages.size()) {
            return KeySnapshot.NONE;
        }
        SortedMap<String, Key> keys = stages.get(stage);
        boolean now = stage == stages.size() - 1;
        if (now) {
            keys = new TreeMap<>(keys);
            keys.values().removeIf(key -> key.expiredAt(clock.nowMillis()));
        }
        return new KeySnapshot(keys, clock.nowMillis(), clock.toleranceMillis());
    }

    /** True when the mapping speaks of every key of the table that was touched. */
    boolean covers(String table) {
        return touchedTables.contains(table) && !otherTables.contains(table);
    }

    /** Keys of the table that are there at the first stage, but not at the second. */
    long gone(String table) {
        if (stages.size() < 2 || !touchedTables.contains(table)) {
            return 0;
        }
        return stages.get(0).entrySet().stream()
                .filter(key -> key.getValue().table().equals(table))
                .filter(key -> !stages.get(1).containsKey(key.getKey()))
                .count();
    }

    /** False when there were so many that only some were looked at. */
    boolean complete() {
        return thinned == 0;
    }

    /** All readings must have chosen the same keys, or one that the later left out would look unchanged. */
    private void thinOut(int zeros) {
        if (zeros > thinned) {
            thinned = zeros;
            known.removeIf(name -> !RowChanges.chosen(name, zeros));
            stages.forEach(keys -> keys.keySet().removeIf(name -> !RowChanges.chosen(name, zeros)));
        }
    }

    private void take(RowChange row) {
        if (!map.speaksOf(row.row())) {
            otherTables.add(row.table());
            return;
        }
        touchedTables.add(row.table());
        if (learn(row.row())) {
            stages.subList(0, stages.size() - 1).forEach(keys -> put(keys, row.row(), row.before()));
        }
        put(stages.get(stages.size() - 1), row.row(), row.after());
    }

    private static void put(Map<String, Key> keys, String name, Key key) {
        if (key == null) {
            keys.remove(name);
        } else {
            keys.put(name, key);
        }
    }

    private void relatives(String name) {
        map.forward(name).ifPresent(place -> untouched(place.name()));
        map.backward(name).ifPresent(place -> untouched(place.name()));
    }

    private void untouched(String name) {
        if (learn(name)) {
            Key key = bench.key(name);
            if (key != null) {
                stages.forEach(keys -> keys.put(name, key));
            }
        }
    }

    /** Keys of an old format that up did not touch; nothing is asked of the server where the numbers leave none. */
    private void left(RowChanges up) {
        for (String glob : map.movedGlobs()) {
            if (untouchedRows(glob, up) > 0) {
                bench.keys(Set.of(glob)).keys().forEach((name, key) -> {
                    if (map.hasOldFormat(name) && RowChanges.chosen(name, thinned) && learn(name)) {
                        stages.forEach(keys -> keys.put(name, key));
                    }
                });
            }
        }
    }

    private long untouchedRows(String glob, RowChanges up) {
        Map<String, Long> rows = new TreeMap<>();
        bench.fingerprinter().tables().forEach((table, data) -> {
            if (Globs.overlap(glob, RowNames.glob(table))) {
                rows.put(table, data.rows());
            }
        });
        up.byRow().values().stream()
                .filter(row -> !row.removed())
                .forEach(row -> rows.computeIfPresent(row.table(), (table, count) -> count - 1));
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }
}
