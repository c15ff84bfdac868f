package dev.stairway.compare.cross;

import dev.stairway.engine.Migration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Remembers since when a difference is there, and forgets what somebody mended. */
final class Ledger<T> {

    private final Function<T, String> key;
    private final Map<String, Since<T>> open = new LinkedHashMap<>();
    private final Map<String, Since<T>> kept = new LinkedHashMap<>();
    private final Set<String> gone = new HashSet<>();

    /** @param key equal for the same difference, seen again */
    Ledger(Function<T, String> key) {
        this.key = key;
    }

    /** What differs after a migration: all of it, and nothing else. */
    void now(List<T> differences, Migration migration) {
        Map<String, Since<T>> before = new LinkedHashMap<>(open);
        open.clear();
        for (T difference : differences) {
            String name = key.apply(difference);
            Since<T> known = before.remove(name);
            open.put(name, new Since<>(difference, known == null ? migration : known.migration()));
            gone.remove(name);
        }
        gone.addAll(before.keySet());
    }

    /** What is open now stays, whoever does not take part any more. */
    void keep() {
        kept.putAll(open);
    }

    List<Since<T>> open() {
        Map<String, Since<T>> all = new LinkedHashMap<>(kept);
        all.putAll(open);
        return new ArrayList<>(all.values());
    }

    /** How many came and went. */
    int passing() {
        Set<String> passed = new HashSet<>(gone);
        passed.removeAll(kept.keySet());
        return passed.size();
    }
}
