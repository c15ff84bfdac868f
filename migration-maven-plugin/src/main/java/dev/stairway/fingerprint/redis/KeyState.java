package dev.stairway.fingerprint.redis;

import dev.stairway.fingerprint.Digest;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a key holds, as far as two readings can be compared by it. */
public final class KeyState {

    /** {@link #expiryMillis()} of a key that stays. */
    public static final long NEVER = -1;

    private static final Digest[] NO_MORE = new Digest[Columns.MORE.size()];

    private final String type;
    private final Digest value;
    private final long expiryMillis;
    private final Digest[] more;

    KeyState(String type, Digest value, long expiryMillis, Digest[] more) {
        this.type = type;
        this.value = value;
        this.expiryMillis = expiryMillis;
        this.more = more == null ? NO_MORE : more;
    }

    /** As TYPE says it: {@code string}, {@code hash}, {@code list}, {@code set}, {@code zset}, {@code stream}. */
    public String type() {
        return type;
    }

    /** Over the value, whatever its encoding; equal values of one type have equal digests. */
    public Digest value() {
        return value;
    }

    /** Unix time at which the key goes, in milliseconds, or {@link #NEVER}. */
    public long expiryMillis() {
        return expiryMillis;
    }

    /** Digest of a stream's or hash's further attribute; null where it has none. */
    Digest more(int index) {
        return more[index];
    }

    Digest[] more() {
        return more == NO_MORE ? null : more;
    }

    KeyState withExpiry(long millis) {
        return millis == expiryMillis ? this : new KeyState(type, value, millis, more);
    }

    /** Attribute name to readable value; digests for what is large. */
    public SortedMap<String, String> attributes() {
        SortedMap<String, String> all = new TreeMap<>(Map.of("type", type, "value", value.hex()));
        if (expiryMillis != NEVER) {
            all.put("expiry", java.time.Instant.ofEpochMilli(expiryMillis).toString());
        }
        for (int i = 0; i < more.length; i++) {
            if (more[i] != null) {
                all.put(Columns.MORE.get(i), more[i].hex());
            }
        }
        return Collections.unmodifiableSortedMap(all);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeyState state
                && type.equals(state.type)
                && value.equals(state.value)
                && expiryMillis == state.expiryMillis
                && Arrays.equals(more, state.more);
    }

    @Override
    public int hashCode() {
        return value.hashCode() * 31 + Long.hashCode(expiryMillis);
    }

    @Override
    public String toString() {
        return attributes().toString();
    }
}
