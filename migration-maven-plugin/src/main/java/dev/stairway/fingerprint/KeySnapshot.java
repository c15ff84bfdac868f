package dev.stairway.fingerprint;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Some of the keys at one moment.
 *
 * @param keys by name; bytes that are no UTF-8 text are read one by one as Latin-1
 * @param rows number of all keys per table, those included that are not among the wanted ones
 * @param nowMillis the server's clock, Unix time in milliseconds
 * @param toleranceMillis two moments of expiry this close are one
 */
public record KeySnapshot(SortedMap<String, Key> keys, Map<String, Long> rows, long nowMillis, long toleranceMillis) {

    public static final KeySnapshot NONE = new KeySnapshot(new TreeMap<>(), Map.of(), 0, 0);

    public KeySnapshot {
        keys = Collections.unmodifiableSortedMap(keys);
        rows = Map.copyOf(rows);
    }

    /**
     * What a key holds, as far as it can be compared with another key.
     *
     * @param table that it is a row of
     * @param type string, hash and so on
     * @param content attribute to digest: the value, and what streams and hashes have besides
     * @param expiryMillis Unix time at which it goes, or {@link #NEVER}
     */
    public record Key(String table, String type, Map<String, Digest> content, long expiryMillis) {

        /** Expiry of a key that stays. */
        public static final long NEVER = -1;

        public Key {
            content = Map.copyOf(content);
        }

        /** True when its time had come by then, so that nobody needs to have removed it. */
        public boolean expiredAt(long millis) {
            return expiryMillis != NEVER && expiryMillis <= millis;
        }
    }
}
