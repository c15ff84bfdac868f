package dev.stairway.database.redis.key;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Tells the varying part of a key's segment from the fixed one. One key at a time, so only what looks like an identifier
 * is found here: numbers, dates, UUIDs, hashes, long tokens, addresses, and a word that ends in three digits or more.
 */
final class Segments {

    static final byte[] ID = StandardCharsets.US_ASCII.encode("{id}").array();
    static final byte[] TAGGED = StandardCharsets.US_ASCII.encode("{{id}}").array();
    static final byte[] NAME = StandardCharsets.US_ASCII.encode("{name}").array();
    static final byte[] BYTES = StandardCharsets.US_ASCII.encode("{bytes}").array();

    private static final int SHORTEST_HEX = 8;
    private static final int SHORTEST_TOKEN = 16;
    private static final int LONGEST_WORD = 40;
    private static final int TRAILING_DIGITS = 3;

    private Segments() {}

    /**
     * Writes the segment as it stands in the pattern.
     *
     * @param out room for the segment and eight bytes more
     * @return number of bytes written
     */
    static int canonical(byte[] key, int from, int to, byte[] out) {
        int start = from;
        int end = to;
        int used = 0;
        // Hash tags keep keys in one slot: https://redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec/
        if (start < end && key[start] == '{') {
            out[used++] = '{';
            start++;
        }
        boolean closed = start < end && key[end - 1] == '}';
        if (closed) {
            end--;
        }
        used = inner(key, start, end, out, used);
        if (closed) {
            out[used++] = '}';
        }
        return used;
    }

    private static int inner(byte[] key, int from, int to, byte[] out, int used) {
        int digits = 0;
        int letters = 0;
        int hex = 0;
        int others = 0;
        boolean at = false;
        boolean plain = true;
        for (int i = from; i < to; i++) {
            int c = key[i];
            if (c >= '0' && c <= '9') {
                digits++;
                hex++;
            } else if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') {
                letters++;
                hex += (c | 0x20) <= 'f' ? 1 : 0;
            } else {
                others++;
                at |= c == '@';
                plain &= c == '-' || c == '_' || c == '.';
                hex += c == '-' ? 1 : 0;
            }
        }
        int length = to - from;
        if (isId(length, digits, letters, hex, at, plain)) {
            return put(ID, out, used);
        }
        if (digits + letters + others < length || !plain && !isText(key, from, to)) {
            return put(BYTES, out, used);
        }
        int word = to;
        while (word > from && key[word - 1] >= '0' && key[word - 1] <= '9') {
            word--;
        }
        boolean numbered = to - word >= TRAILING_DIGITS;
        int copied = (numbered ? word : to) - from;
        System.arraycopy(key, from, out, used, copied);
        return numbered ? put(ID, out, used + copied) : used + copied;
    }

    private static boolean isId(int length, int digits, int letters, int hex, boolean at, boolean plain) {
        if (length > LONGEST_WORD || at) {
            return true;
        }
        if (digits == 0 || !plain) {
            return false;
        }
        return letters == 0 || length >= SHORTEST_HEX && hex == length || length >= SHORTEST_TOKEN && digits >= 2;
    }

    private static boolean isText(byte[] key, int from, int to) {
        for (int i = from; i < to; i++) {
            if (key[i] >= 0 && key[i] < ' ') {
                return false;
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(key, from, to - from));
            return true;
        } catch (CharacterCodingException broken) {
            return false;
        }
    }

    private static int put(byte[] text, byte[] out, int used) {
        System.arraycopy(text, 0, out, used, text.length);
        return used + text.length;
    }
}
