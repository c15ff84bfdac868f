package dev.stairway.compare.cross;

import dev.stairway.compare.behaviour.Side;
import dev.stairway.database.DatabaseId;
import dev.stairway.engine.Migration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Remembers since when a difference is there, and forgets what somebody mended. */
final class Ledger<T> {

    private final Function<T, String> key;
    private final Function<T, List<Side>> sides;
    private final Map<String, Since<T>> open = new LinkedHashMap<>();
    private final Map<String, Since<T>> kept = new LinkedHashMap<>();
    private final Set<String> gone = new HashSet<>();
    private final Set<DatabaseId> out = new HashSet<>();

    /** @param key equal for the same difference, seen again */
    Ledger(Function<T, String> key, Function<T, List<Side>> sides) {
        this.key = key;
        this.sides = sides;
    }

    /** What differs after a migration: all of it, and nothing else. */
    void now(List<T> differences, Migration migration) {
        Map<String, Since<T>> before = new LinkedHashMap<>(open);
        open.clear();
        for (T difference : differences) {
            String name = key.apply(difference);
            Since<T> known = before.remove(name);
            boolean same = known != null && parties(known.difference()).equals(parties(difference));
            open.put(name, new Since<>(difference, same ? known.migration() : migration));
            gone.remove(name);
        }
        gone.addAll(before.keySet());
    }

    /** These take no part any more: what differs between them and the others stays, for nobody can mend it. */
    void leave(Collection<DatabaseId> databases) {
        out.addAll(databases);
        open.forEach((name, since) -> {
            if (parties(since.difference()).size() < 2) {
                kept.putIfAbsent(name, since);
            }
        });
    }

    /** Who says the same as whom, of those that still take part. */
    private Set<Set<DatabaseId>> parties(T difference) {
        return sides.apply(difference).stream()
                .map(side -> side.databases().stream()
                        .filter(database -> !out.contains(database))
                        .collect(Collectors.toSet()))
                .filter(party -> !party.isEmpty())
                .collect(Collectors.toSet());
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
