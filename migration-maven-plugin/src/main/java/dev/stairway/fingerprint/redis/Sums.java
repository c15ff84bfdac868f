package dev.stairway.fingerprint.redis;

import dev.stairway.fingerprint.Digest;

/** Several digests that are added to in place, as {@link Digest#plus} does, without an object per key. */
final class Sums {

    private final long[] high;
    private final long[] low;

    Sums(int count) {
        high = new long[count];
        low = new long[count];
    }

    void add(int place, Digest digest) {
        long sum = low[place] + digest.low();
        high[place] += digest.high() + (Long.compareUnsigned(sum, digest.low()) < 0 ? 1 : 0);
        low[place] = sum;
    }

    void subtract(int place, Digest digest) {
        long was = low[place];
        high[place] -= digest.high() + (Long.compareUnsigned(was, digest.low()) < 0 ? 1 : 0);
        low[place] = was - digest.low();
    }

    Digest get(int place) {
        return new Digest(high[place], low[place]);
    }
}
