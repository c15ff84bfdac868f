package dev.stairway.data.redis;

import java.util.Arrays;

/** Deterministic random numbers (SplitMix64) and text made of them, without an object per number. */
final class Bits {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final byte[] HEX = BulkLoader.latin("0123456789abcdef");

    private long state;

    Bits(long seed, long row) {
        state = mix(seed ^ mix(row * GOLDEN));
    }

    long next() {
        state += GOLDEN;
        return mix(state);
    }

    /** From 0 to bound - 1. */
    long below(long bound) {
        return Long.remainderUnsigned(next(), bound);
    }

    /** So many hexadecimal digits. */
    byte[] hex(int length) {
        byte[] text = new byte[length];
        long bits = 0;
        for (int i = 0; i < length; i++) {
            if (i % 16 == 0) {
                bits = next();
            }
            text[i] = HEX[(int) (bits & 15)];
            bits >>>= 4;
        }
        return text;
    }

    /** Letters only, different for every number. */
    static byte[] word(long number) {
        byte[] letters = new byte[14];
        int at = letters.length;
        for (long rest = number; rest > 0 || at > letters.length - 4; rest /= 26) {
            letters[--at] = (byte) ('a' + rest % 26);
        }
        return Arrays.copyOfRange(letters, at, letters.length);
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
