package dev.stairway.fingerprint.redis;

import dev.stairway.fingerprint.Difference;
import dev.stairway.fingerprint.Digest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Keeps, key by key, what the last readings found, and the names of the keys of small tables. */
final class Evidence {

    private static final int READINGS = 6;
    private static final int NAMES = 100_000;

    private final int limit;
    private final Deque<Kept> readings = new ArrayDeque<>();
    private final Map<Digest, byte[]> names = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Digest, byte[]> eldest) {
            return size() > NAMES;
        }
    };
    private SortedMap<String, KeyChange> present = new TreeMap<>();
    private long leftOut;

    private record Kept(Difference reading, KeyChanges changes) {}

    Evidence(int limit) {
        this.limit = limit;
    }

    void name(Digest id, byte[] key) {
        names.put(id, key);
    }

    /**
     * Notes one change.
     *
     * @param key null where only the digest is known
     */
    void changed(Digest id, byte[] key, Supplier<String> pattern, KeyState before, KeyState after) {
        byte[] name = key == null ? names.get(id) : key;
        if (name == null || present.size() >= limit) {
            leftOut++;
        } else {
            String text = KeyText.of(name);
            present.put(text, new KeyChange(text, pattern.get(), before, after));
        }
    }

    void end(Difference reading) {
        readings.addFirst(new Kept(reading, new KeyChanges(present, leftOut)));
        if (readings.size() > READINGS) {
            readings.removeLast();
        }
        present = new TreeMap<>();
        leftOut = 0;
    }

    KeyChanges of(Difference reading) {
        return readings.stream()
                .filter(kept -> kept.reading() == reading)
                .map(Kept::changes)
                .findFirst()
                .orElse(KeyChanges.NONE);
    }
}
