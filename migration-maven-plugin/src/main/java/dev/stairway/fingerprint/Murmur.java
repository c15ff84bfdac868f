package dev.stairway.fingerprint;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * MurmurHash3, 128 bits for 64-bit machines, seed 0: the same as that of Commons Codec, but eight bytes at a time and without
 * an array for the result, since millions of short texts are hashed. https://github.com/aappleby/smhasher/wiki/MurmurHash3
 */
final class Murmur {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long C1 = 0x87c37b91114253d5L;
    private static final long C2 = 0x4cf5ad432745937fL;
    private static final int BLOCK = 16;

    private Murmur() {}

    static Digest of(byte[] bytes, int offset, int length) {
        long[] hash = new long[2];
        put(bytes, offset, length, hash, 0);
        return new Digest(hash[0], hash[1]);
    }

    /** Puts the high half of the hash at an index of an array and the low half behind it. */
    static void put(byte[] bytes, int offset, int length, long[] into, int index) {
        long high = 0;
        long low = 0;
        int at = offset;
        for (int end = offset + length - length % BLOCK; at < end; at += BLOCK) {
            high ^= first((long) LONGS.get(bytes, at));
            high = (Long.rotateLeft(high, 27) + low) * 5 + 0x52dce729;
            low ^= second((long) LONGS.get(bytes, at + Long.BYTES));
            low = (Long.rotateLeft(low, 31) + high) * 5 + 0x38495ab5;
        }
        int rest = length % BLOCK;
        if (rest > Long.BYTES) {
            low ^= second(tail(bytes, at + Long.BYTES, rest - Long.BYTES));
        }
        if (rest > 0) {
            high ^= first(tail(bytes, at, Math.min(rest, Long.BYTES)));
        }
        high ^= length;
        low ^= length;
        high += low;
        low += high;
        high = mixed(high);
        low = mixed(low);
        high += low;
        into[index] = high;
        into[index + 1] = low + high;
    }

    private static long first(long block) {
        return Long.rotateLeft(block * C1, 31) * C2;
    }

    private static long second(long block) {
        return Long.rotateLeft(block * C2, 33) * C1;
    }

    private static long tail(byte[] bytes, int from, int count) {
        if (count == Long.BYTES) {
            return (long) LONGS.get(bytes, from);
        }
        long block = 0;
        for (int i = count - 1; i >= 0; i--) {
            block = block << 8 | bytes[from + i] & 0xffL;
        }
        return block;
    }

    private static long mixed(long value) {
        long hash = value;
        hash ^= hash >>> 33;
        hash *= 0xff51afd7ed558ccdL;
        hash ^= hash >>> 33;
        hash *= 0xc4ceb9fe1a85ec53L;
        return hash ^ hash >>> 33;
    }
}
