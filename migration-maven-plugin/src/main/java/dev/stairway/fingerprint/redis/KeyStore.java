package dev.stairway.fingerprint.redis;

import dev.stairway.fingerprint.Digest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of every key, in 80 to 160 bytes each: enough to take a key's part out of a sum again. A plain hash table
 * over arrays, since a million small objects would cost several times that.
 */
final class KeyStore {

    /** Hash of the name, digest of the value, expiry, members, and pattern with type: side by side in memory. */
    private static final int WORDS = 7;

    private static final int META = 6;
    private static final int TYPE_BITS = 8;

    /** The table's first size; more keys than these make it grow. */
    private static final long MOST_AT_ONCE = 10_000_000;

    /** Set in a key's number of the type when there is more to know of it. */
    private static final int MORE = 0x80;

    private final List<String> types = new ArrayList<>(List.of(""));
    private final Map<Digest, Digest[]> more = new HashMap<>();
    private long[] data;
    private int slots;
    private int size;

    KeyStore() {
        this(0);
    }

    /** @param keys about how many will come: each time the table grows, all keys move to places far apart */
    KeyStore(long keys) {
        long slots = Math.min(keys, MOST_AT_ONCE) * 10 / 7;
        allocate(Math.max(1024, Integer.highestOneBit((int) slots) * 2));
    }

    int size() {
        return size;
    }

    /** What is kept of a key; null when unknown. */
    KeyState get(Digest key) {
        int slot = find(key.high(), key.low());
        return meta(slot) == 0 ? null : state(slot);
    }

    boolean contains(Digest key) {
        return meta(find(key.high(), key.low())) != 0;
    }

    /** The expiry alone; {@link KeyState#NEVER} also when unknown. */
    long expiry(Digest key) {
        int slot = find(key.high(), key.low());
        return meta(slot) == 0 ? KeyState.NEVER : data[slot * WORDS + 4];
    }

    /** Number of the pattern under which a known key was put. */
    int pattern(Digest key) {
        return meta(find(key.high(), key.low())) >>> TYPE_BITS;
    }

    void put(Digest key, KeyState state, int pattern) {
        int slot = find(key.high(), key.low());
        if (meta(slot) == 0) {
            size++;
            if (size * 10L > slots * 7L) {
                grow();
                slot = find(key.high(), key.low());
            }
        }
        int at = slot * WORDS;
        data[at] = key.high();
        data[at + 1] = key.low();
        data[at + 2] = state.value().high();
        data[at + 3] = state.value().low();
        data[at + 4] = state.expiryMillis();
        data[at + 5] = state.members();
        if (state.more() != null) {
            more.put(key, state.more());
        } else if ((meta(slot) & MORE) != 0) {
            more.remove(key);
        }
        data[at + META] = pattern << TYPE_BITS | type(state.type()) | (state.more() == null ? 0 : MORE);
    }

    void remove(Digest key) {
        int hole = find(key.high(), key.low());
        if (meta(hole) == 0) {
            return;
        }
        if ((meta(hole) & MORE) != 0) {
            more.remove(key);
        }
        size--;
        // What follows moves up, so that no search ends at the hole before it reaches its key.
        int mask = slots - 1;
        for (int slot = hole + 1 & mask; meta(slot) != 0; slot = slot + 1 & mask) {
            int home = (int) data[slot * WORDS + 1] & mask;
            if ((slot - home & mask) >= (slot - hole & mask)) {
                System.arraycopy(data, slot * WORDS, data, hole * WORDS, WORDS);
                hole = slot;
            }
        }
        data[hole * WORDS + META] = 0;
    }

    /** Sees every key. */
    interface Visitor {
        void key(Digest key, KeyState state, int pattern);
    }

    /** The store must not change meanwhile. */
    void forEach(Visitor visitor) {
        for (int slot = 0; slot < slots; slot++) {
            if (meta(slot) != 0) {
                Digest key = new Digest(data[slot * WORDS], data[slot * WORDS + 1]);
                visitor.key(key, state(slot), meta(slot) >>> TYPE_BITS);
            }
        }
    }

    private KeyState state(int slot) {
        int at = slot * WORDS;
        String type = types.get(meta(slot) & MORE - 1);
        Digest[] rest = (meta(slot) & MORE) == 0 ? null : more.get(new Digest(data[at], data[at + 1]));
        return new KeyState(type, new Digest(data[at + 2], data[at + 3]), data[at + 4], rest, data[at + 5]);
    }

    private int type(String type) {
        int index = types.indexOf(type);
        if (index < 0) {
            index = types.size();
            types.add(type);
        }
        return index;
    }

    private int find(long high, long low) {
        int mask = slots - 1;
        int slot = (int) low & mask;
        while (meta(slot) != 0 && (data[slot * WORDS + 1] != low || data[slot * WORDS] != high)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private int meta(int slot) {
        return (int) data[slot * WORDS + META];
    }

    private void grow() {
        long[] old = data;
        allocate(Math.multiplyExact(slots, 2));
        for (int at = 0; at < old.length; at += WORDS) {
            if (old[at + META] != 0) {
                System.arraycopy(old, at, data, find(old[at], old[at + 1]) * WORDS, WORDS);
            }
        }
    }

    private void allocate(int count) {
        slots = count;
        data = new long[Math.multiplyExact(count, WORDS)];
    }
}
