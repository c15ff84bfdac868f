package dev.stairway.fingerprint.redis;

import dev.stairway.database.redis.key.KeyPatterns;
import dev.stairway.fingerprint.Digest;
import dev.stairway.fingerprint.TableData;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All known keys, each in the table of its pattern. */
final class Keyspace {

    private final KeyPatterns patterns;
    private final List<PatternTable> tables = new ArrayList<>();
    private final Set<Integer> changed = new HashSet<>();
    private final RowHash row = new RowHash();
    private final Map<Digest, byte[]> streams = new HashMap<>();
    private KeyStore store = new KeyStore();

    Keyspace(Collection<String> declared) {
        patterns = new KeyPatterns(declared, this::merged);
    }

    int pattern(byte[] key) {
        return patterns.of(key);
    }

    /** Stable only after {@link #changed()}. */
    String name(int pattern) {
        return patterns.name(pattern);
    }

    PatternTable table(int pattern) {
        int current = patterns.current(pattern);
        while (tables.size() <= current) {
            tables.add(new PatternTable());
        }
        return tables.get(current);
    }

    KeyStore store() {
        return store;
    }

    /** Names of all streams, since what groups do to them is told by nobody. */
    Map<Digest, byte[]> streams() {
        return streams;
    }

    /** @param key null when it is no stream, or none any more */
    void stream(Digest id, byte[] key) {
        if (key != null) {
            streams.put(id, key);
        } else if (!streams.isEmpty()) {
            streams.remove(id);
        }
    }

    /**
     * Forgets every key but not the patterns; answers what was known.
     *
     * @param expected about how many keys will come
     */
    KeyStore startOver(long expected) {
        KeyStore known = store;
        store = new KeyStore(expected);
        tables.clear();
        changed.clear();
        streams.clear();
        return known;
    }

    /** Puts a key into its table, or takes it away when it holds nothing. */
    void set(Digest id, int pattern, KeyState state) {
        KeyState present = store.get(id);
        if (present != null && present.equals(state)) {
            return;
        }
        int place = patterns.current(pattern);
        if (present != null) {
            place = patterns.current(store.pattern(id));
            table(place).subtract(row.set(id, present));
        }
        if (state == null) {
            store.remove(id);
        } else {
            store.put(id, state, place);
            table(place).add(row.set(id, state));
        }
        changed.add(place);
    }

    /** Ends a reading: the tables that changed, by name; null for one without keys. */
    Map<String, TableData> changed() {
        patterns.settle();
        Map<String, TableData> data = new HashMap<>();
        for (int pattern : changed) {
            int current = patterns.current(pattern);
            String name = patterns.name(current);
            data.put(name, table(current).rows() == 0 ? null : table(current).data(name));
        }
        changed.clear();
        return data;
    }

    private void merged(int from, int into) {
        if (from < tables.size()) {
            table(into).addAll(tables.get(from));
            tables.set(from, new PatternTable());
        }
        if (changed.remove(from)) {
            changed.add(into);
        }
    }
}
