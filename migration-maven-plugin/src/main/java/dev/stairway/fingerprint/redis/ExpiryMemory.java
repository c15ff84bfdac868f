package dev.stairway.fingerprint.redis;

import dev.stairway.fingerprint.Digest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * Lets two moments that lie within a tolerance count as the same one. A digest knows no tolerance, and rounding would tell
 * apart two neighbours on both sides of an edge; so the moment that was seen first stands for all that come close to it. It
 * is never moved by a later one, so small steps do not add up unseen.
 */
final class ExpiryMemory {

    /** Earlier moments kept per key: a key whose life time is changed by several migrations comes back to each of them. */
    private static final int KEPT = 8;

    private final long toleranceMillis;
    private final Map<Digest, long[]> earlier = new HashMap<>();

    private final ToLongFunction<Digest> reference;

    /** @param reference what stands for a key elsewhere, {@link KeyState#NEVER} where unknown */
    ExpiryMemory(long toleranceMillis, ToLongFunction<Digest> reference) {
        this.toleranceMillis = toleranceMillis;
        this.reference = reference;
    }

    /**
     * The moment that stands for the one just read.
     *
     * @param present what stands for the key now, or {@link KeyState#NEVER}
     */
    long canonical(Digest key, long read, long present) {
        if (read == KeyState.NEVER || near(read, present)) {
            return read == KeyState.NEVER ? read : present;
        }
        long[] moments = earlier.get(key);
        if (moments != null) {
            for (long moment : moments) {
                if (near(read, moment)) {
                    return moment;
                }
            }
        }
        long elsewhere = reference.applyAsLong(key);
        return near(read, elsewhere) ? elsewhere : read;
    }

    /** Same, where nothing else keeps the present moment. */
    long canonicalAndRemember(Digest key, long read) {
        long moment = canonical(key, read, KeyState.NEVER);
        remember(key, moment);
        return moment;
    }

    /** Keeps a moment that no longer stands for the key, in case it comes back. */
    void remember(Digest key, long moment) {
        if (moment == KeyState.NEVER) {
            return;
        }
        long[] moments = earlier.get(key);
        if (moments == null) {
            earlier.put(key, new long[] {moment});
            return;
        }
        for (long known : moments) {
            if (known == moment) {
                return;
            }
        }
        boolean full = moments.length == KEPT;
        // The very first one stays: it is the state that all rollbacks together must come back to.
        long[] grown = full ? moments.clone() : Arrays.copyOf(moments, moments.length + 1);
        if (full) {
            System.arraycopy(moments, 2, grown, 1, KEPT - 2);
        }
        grown[grown.length - 1] = moment;
        earlier.put(key, grown);
    }

    private boolean near(long read, long moment) {
        return moment != KeyState.NEVER && Math.abs(read - moment) <= toleranceMillis;
    }
}
