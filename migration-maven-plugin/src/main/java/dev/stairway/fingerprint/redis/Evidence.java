package dev.stairway.fingerprint.redis;

import dev.stairway.fingerprint.Difference;
import dev.stairway.fingerprint.Digest;
import dev.stairway.fingerprint.RowChange;
import dev.stairway.fingerprint.RowChanges;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** Keeps, key by key, what the last readings found, and the names of the keys of small tables. */
final class Evidence {

    private static final int READINGS = 8;
    private static final int NAMES = 100_000;

    private final int limit;
    private final long toleranceMillis;
    private final Deque<Kept> readings = new ArrayDeque<>();
    private final Map<Digest, byte[]> names = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Digest, byte[]> eldest) {
            return size() > NAMES;
        }
    };
    private Map<Digest, Noted> present = new HashMap<>();
    private Choice choice = Choice.ALL;

    /**
     * One change.
     *
     * @param name null where only the digest is known
     */
    private record Noted(byte[] name, int pattern, KeyState before, KeyState after) {

        Noted then(Noted later) {
            return new Noted(later.name == null ? name : later.name, later.pattern, before, later.after);
        }
    }

    private record Kept(Difference reading, Map<Digest, Noted> changes, Choice choice) {}

    /**
     * Which keys are kept where there are too many: those whose digest begins with so many zeros, since only when all
     * readings choose the same keys do their changes compose to what is there.
     */
    private record Choice(int zeros) {

        static final Choice ALL = new Choice(0);

        boolean takes(Digest id) {
            return Long.numberOfLeadingZeros(id.high()) >= zeros;
        }
    }

    /**
     * Nothing yet.
     *
     * @param limit changes that are kept of one reading
     */
    Evidence(int limit, long toleranceMillis) {
        this.limit = limit;
        this.toleranceMillis = toleranceMillis;
    }

    void name(Digest id, byte[] key) {
        names.put(id, key);
    }

    /**
     * Notes one change.
     *
     * @param key null where only the digest is known
     */
    void changed(Digest id, byte[] key, int pattern, KeyState before, KeyState after) {
        if (!choice.takes(id)) {
            return;
        }
        if (present.size() >= limit) {
            choice = new Choice(choice.zeros() + 1);
            present.keySet().removeIf(other -> !choice.takes(other));
            changed(id, key, pattern, before, after);
            return;
        }
        present.put(id, new Noted(key == null ? names.get(id) : key, pattern, before, after));
    }

    void end(Difference reading) {
        readings.addFirst(new Kept(reading, present, choice));
        if (readings.size() > READINGS) {
            readings.removeLast();
        }
        present = new HashMap<>();
        choice = Choice.ALL;
    }

    /** @param table name of a pattern */
    RowChanges of(List<Difference> wanted, IntFunction<String> table) {
        Map<Digest, Noted> composed = new HashMap<>();
        Choice common = Choice.ALL;
        boolean complete = true;
        for (Difference reading : wanted) {
            Kept kept = kept(reading);
            if (kept == null) {
                complete &= reading.isEmpty();
            } else {
                common = kept.choice().zeros() > common.zeros() ? kept.choice() : common;
                kept.changes().forEach((id, change) -> composed.merge(id, change, Noted::then));
            }
        }
        Choice choice = common;
        composed.entrySet()
                .removeIf(change -> !choice.takes(change.getKey())
                        || Objects.equals(
                                change.getValue().before(), change.getValue().after()));
        return listed(composed, complete, choice.zeros(), table);
    }

    private Kept kept(Difference reading) {
        return readings.stream()
                .filter(kept -> kept.reading() == reading)
                .findFirst()
                .orElse(null);
    }

    private RowChanges listed(Map<Digest, Noted> changes, boolean complete, int zeros, IntFunction<String> table) {
        TreeMap<String, RowChange> rows = new TreeMap<>();
        boolean all = complete && zeros == 0;
        for (Noted change : changes.values()) {
            if (change.name() == null) {
                all = false;
            } else {
                String name = KeyText.plain(change.name());
                String in = table.apply(change.pattern());
                rows.put(
                        name,
                        new RowChange(name, KeyStates.key(in, change.before()), KeyStates.key(in, change.after())));
            }
        }
        return new RowChanges(rows, all, zeros, toleranceMillis);
    }
}
