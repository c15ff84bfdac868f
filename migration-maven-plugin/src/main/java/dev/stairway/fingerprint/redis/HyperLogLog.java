package dev.stairway.fingerprint.redis;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Takes the registers out of a HyperLogLog string, so that its two encodings are equal and the cached count, which
 * PFCOUNT changes, does not matter. Layout: https://github.com/redis/redis/blob/7.0.15/src/hyperloglog.c
 */
final class HyperLogLog {

    private static final byte[] MAGIC = "HYLL".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = 16;
    private static final int REGISTERS = 16384;
    private static final int BITS = 6;
    private static final int DENSE_SIZE = HEADER + (REGISTERS * BITS + 7) / 8;
    private static final int DENSE = 0;
    private static final int SPARSE = 1;

    private HyperLogLog() {}

    /** One byte per register after the magic word; empty when the string is something else. */
    static Optional<byte[]> registers(byte[] value) {
        if (value.length < HEADER
                || !java.util.Arrays.equals(value, 0, MAGIC.length, MAGIC, 0, MAGIC.length)
                || value[4] == DENSE && value.length != DENSE_SIZE) {
            return Optional.empty();
        }
        byte[] registers = new byte[MAGIC.length + REGISTERS];
        System.arraycopy(MAGIC, 0, registers, 0, MAGIC.length);
        boolean read = value[4] == DENSE ? dense(value, registers) : value[4] == SPARSE && sparse(value, registers);
        return read ? Optional.of(registers) : Optional.empty();
    }

    private static boolean dense(byte[] value, byte[] registers) {
        for (int i = 0; i < REGISTERS; i++) {
            int bit = i * BITS;
            int at = HEADER + bit / 8;
            int low = (value[at] & 0xff) >>> bit % 8;
            int high = at + 1 < value.length ? (value[at + 1] & 0xff) << 8 - bit % 8 : 0;
            registers[MAGIC.length + i] = (byte) ((low | high) & 0x3f);
        }
        return true;
    }

    // 00xxxxxx: zeros; 01xxxxxx yyyyyyyy: many zeros; 1vvvvvxx: a value, repeated.
    private static boolean sparse(byte[] value, byte[] registers) {
        int register = 0;
        for (int i = HEADER; i < value.length; i++) {
            int code = value[i] & 0xff;
            int run;
            int set = 0;
            if (code >= 0x80) {
                run = (code & 3) + 1;
                set = (code >> 2 & 0x1f) + 1;
            } else if (code < 0x40) {
                run = code + 1;
            } else {
                i++;
                if (i == value.length) {
                    return false;
                }
                run = ((code & 0x3f) << 8 | value[i] & 0xff) + 1;
            }
            if (register + run > REGISTERS) {
                return false;
            }
            java.util.Arrays.fill(registers, MAGIC.length + register, MAGIC.length + register + run, (byte) set);
            register += run;
        }
        return register == REGISTERS;
    }
}
