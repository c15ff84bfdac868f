package dev.stairway.fingerprint.redis;

import dev.stairway.fingerprint.Digest;
import dev.stairway.fingerprint.Hashing;
import java.nio.ByteBuffer;

/** Folds the elements of a collection into one digest, with or without their order. */
final class Sum {

    private static final int DIGEST = 16;

    private final ByteBuffer pair = ByteBuffer.allocate(2 * DIGEST);
    private Digest sum = Digest.ZERO;
    private long count;

    /** One element of which only the presence counts. */
    void add(Digest element) {
        sum = sum.plus(element);
        count++;
    }

    /** One element whose place counts too. */
    void append(Digest element) {
        sum = pair(sum, element);
        count++;
    }

    long count() {
        return count;
    }

    /** Ties two parts of one element together. */
    Digest pair(Digest first, Digest second) {
        pair.clear();
        pair.putLong(first.high()).putLong(first.low()).putLong(second.high()).putLong(second.low());
        return Hashing.of(pair.array());
    }

    Digest result() {
        return pair(sum, new Digest(0, count));
    }
}
