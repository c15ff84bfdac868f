package dev.stairway.fingerprint.redis;

import dev.stairway.fingerprint.Digest;
import java.util.Arrays;

/** What a key holds, as far as two readings can be compared by it. */
public final class KeyState {

    /** {@link #expiryMillis()} of a key that stays. */
    public static final long NEVER = -1;

    private static final Digest[] NO_MORE = new Digest[Columns.MORE.size()];

    private final String type;
    private final Digest value;
    private final long expiryMillis;
    private final Digest[] more;
    private final long members;

    KeyState(String type, Digest value, long expiryMillis, Digest[] more, long members) {
        this.members = members;
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

    /** Hash over what a collection consists of, whatever its order, scores or values; zero for what is none. */
    long members() {
        return members;
    }

    KeyState withExpiry(long millis) {
        return millis == expiryMillis ? this : new KeyState(type, value, millis, more, members);
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
        return KeyStates.key("", this).toString();
    }
}
