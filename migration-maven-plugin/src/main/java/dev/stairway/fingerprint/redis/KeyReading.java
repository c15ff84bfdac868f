package dev.stairway.fingerprint.redis;

import dev.stairway.fingerprint.Digest;
import dev.stairway.fingerprint.redis.ValueReading.State;

/** One key on its way: which of its parts are known. */
final class KeyReading {

    /** The expiry was not asked for yet. */
    static final long UNREAD = -3;

    /** What the server answers for a key that is not there. */
    static final long GONE = -2;

    final byte[] key;
    final Digest id;
    final int pattern;

    /** True when keys of the pattern were small so far. */
    final boolean small;

    /** As TYPE says it; empty until known. A guess until the value was read by it. */
    String type;

    ValueReading value;
    State state = State.MORE;
    long expiry = UNREAD;
    int tries;

    /** Replies that are still to come in this round, the expiry's not counted. */
    int awaited;

    KeyReading(byte[] key, Digest id, int pattern, String typeGuess, boolean small) {
        this.key = key;
        this.id = id;
        this.pattern = pattern;
        this.type = typeGuess;
        this.small = small;
    }

    boolean complete() {
        return state == State.MISSING || state == State.DONE && expiry != UNREAD;
    }

    /** What was read; null when there is no such key. */
    KeyState result() {
        if (state == State.MISSING || expiry == GONE) {
            return null;
        }
        return value == null
                ? new KeyState(type, Digest.ZERO, expiry, null, 0)
                : new KeyState(type, value.value(), expiry, value.more(), value.members());
    }

    /** Forgets the value, to read it anew as whatever it is. */
    void restart() {
        type = "";
        value = null;
        state = State.MORE;
    }
}
