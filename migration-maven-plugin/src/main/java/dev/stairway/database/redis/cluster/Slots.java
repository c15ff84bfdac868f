package dev.stairway.database.redis.cluster;

/** Slot of a key: https://redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec/#key-distribution-model */
public final class Slots {

    /** How many there are. */
    public static final int COUNT = 16_384;

    /** CRC16 with the polynomial of XMODEM, byte by byte. */
    private static final char[] TABLE = table();

    private static final int POLYNOMIAL = 0x1021;

    private Slots() {}

    /** Only what stands between the first brace and the next closing one counts, unless it is nothing: the hash tag. */
    public static int of(byte[] key) {
        int from = 0;
        int to = key.length;
        int open = indexOf(key, '{', 0);
        int close = open < 0 ? -1 : indexOf(key, '}', open);
        if (close > open + 1) {
            from = open + 1;
            to = close;
        }
        int crc = 0;
        for (int i = from; i < to; i++) {
            crc = (crc << 8 ^ TABLE[(crc >>> 8 ^ key[i]) & 0xff]) & 0xffff;
        }
        return crc % COUNT;
    }

    private static int indexOf(byte[] key, char sought, int from) {
        for (int i = from; i < key.length; i++) {
            if (key[i] == sought) {
                return i;
            }
        }
        return -1;
    }

    private static char[] table() {
        char[] table = new char[256];
        for (int i = 0; i < table.length; i++) {
            int crc = i << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) == 0 ? crc << 1 : crc << 1 ^ POLYNOMIAL;
            }
            table[i] = (char) crc;
        }
        return table;
    }
}
