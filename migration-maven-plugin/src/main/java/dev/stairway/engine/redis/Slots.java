package dev.stairway.engine.redis;

import java.util.Arrays;
import org.redisson.connection.CRC16;

/** Slot of a key: https://redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec/#key-distribution-model */
final class Slots {

    private static final int COUNT = 16_384;

    private Slots() {}

    static int of(byte[] key) {
        return CRC16.crc16(tag(key)) % COUNT;
    }

    /** What stands between the first brace and the next closing one, unless it is nothing. */
    private static byte[] tag(byte[] key) {
        int open = indexOf(key, '{', 0);
        int close = open < 0 ? -1 : indexOf(key, '}', open);
        return close > open + 1 ? Arrays.copyOfRange(key, open + 1, close) : key;
    }

    private static int indexOf(byte[] key, char sought, int from) {
        for (int i = from; i < key.length; i++) {
            if (key[i] == sought) {
                return i;
            }
        }
        return -1;
    }
}
