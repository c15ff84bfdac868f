package dev.stairway.data.redis;

/** Numbers as text, without the detour by a string: there are several in every key. */
final class Digits {

    private Digits() {}

    /** Decimal digits of a number that is not negative. */
    static byte[] of(long value) {
        byte[] text = new byte[count(value)];
        long rest = value;
        for (int i = text.length - 1; i >= 0; i--) {
            text[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return text;
    }

    private static int count(long value) {
        int digits = 1;
        for (long rest = value / 10; rest > 0; rest /= 10) {
            digits++;
        }
        return digits;
    }
}
