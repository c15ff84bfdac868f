package dev.stairway.audit;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Bytes cut at every line feed and nowhere else.
 *
 * @param whole lines that end with a line feed, without it
 * @param rest what stands behind the last line feed; empty in a file that nobody has cut
 */
record Lines(List<byte[]> whole, byte[] rest) {

    static Lines of(byte[] bytes) {
        List<byte[]> whole = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                whole.add(Arrays.copyOfRange(bytes, start, i));
                start = i + 1;
            }
        }
        return new Lines(whole, Arrays.copyOfRange(bytes, start, bytes.length));
    }

    /** Puts them together again, without a line feed at the end. */
    static byte[] joined(List<byte[]> lines) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < lines.size(); i++) {
            if (i > 0) {
                bytes.write('\n');
            }
            bytes.writeBytes(lines.get(i));
        }
        return bytes.toByteArray();
    }
}
