package dev.stairway.fingerprint;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Some of the keys at one moment.
 *
 * @param keys by name; bytes that are no UTF-8 text are read one by one as Latin-1
 * @param nowMillis the server's clock, Unix time in milliseconds
 * @param toleranceMillis two moments of expiry this close are one
 */
public record KeySnapshot(SortedMap<String, Key> keys, long nowMillis, long toleranceMillis) {

    public static final KeySnapshot NONE = new KeySnapshot(new TreeMap<>(), 0, 0);

    public KeySnapshot {
        keys = Collections.unmodifiableSortedMap(keys);
    }

    /**
     * What a key holds, as far as it can be compared with another key.
     *
     * @param table that it is a row of
     * @param type string, hash and so on
     * @param content attribute to digest: the value, what streams and hashes have besides, and {@link #MEMBERS}
     * @param expiryMillis Unix time at which it goes, or {@link #NEVER}
     */
    public record Key(String table, String type, Map<String, Digest> content, long expiryMillis) {

        /** Expiry of a key that stays. */
        public static final long NEVER = -1;

        /** What a collection consists of, whatever its order, scores or values; follows from the value. */
        public static final String MEMBERS = "members";

        /** What tells two collections of the same members apart. */
        private static final Map<String, String> BESIDES =
                Map.of("list", " (order)", "zset", " (scores)", "hash", " (of the same fields)");

        public Key {
            content = Map.copyOf(content);
        }

        /** Attributes whose content differs from that of a key of the same type, each with the part that does, if known. */
        public SortedMap<String, String> different(Key other) {
            TreeSet<String> names = new TreeSet<>(content.keySet());
            names.addAll(other.content.keySet());
            names.removeIf(name -> name.equals(MEMBERS) || same(name, other));
            SortedMap<String, String> different = new TreeMap<>();
            names.forEach(name -> different.put(name, name.equals("value") ? part(other) : ""));
            return different;
        }

        private String part(Key other) {
            return content.containsKey(MEMBERS) && same(MEMBERS, other) ? BESIDES.getOrDefault(type, "") : "";
        }

        private boolean same(String name, Key other) {
            return Objects.equals(content.get(name), other.content.get(name));
        }

        /** True when its time had come by then, so that nobody needs to have removed it. */
        public boolean expiredAt(long millis) {
            return expiryMillis != NEVER && expiryMillis <= millis;
        }
    }
}
