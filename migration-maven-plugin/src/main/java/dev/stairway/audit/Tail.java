package dev.stairway.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * How a trail ends, as far as the next record has to know. Reads the end of the file only, however long the trail is.
 *
 * @param end last record
 * @param torn what stands behind it; null for nothing
 * @param open true when the file does not end with a line feed
 * @param damage why no record may follow; empty when one may
 */
record Tail(Seal end, Torn torn, boolean open, String damage) {

    private static final int FIRST_BLOCK = 1 << 16;

    static Tail of(FileChannel file) throws IOException {
        long length = file.size();
        for (long size = FIRST_BLOCK; ; size *= 4) {
            long from = Math.max(0, length - size);
            Tail tail = in(read(file, from, (int) (length - from)), from == 0);
            if (tail != null) {
                return tail;
            }
        }
    }

    private static byte[] read(FileChannel file, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && file.read(bytes, from + bytes.position()) >= 0) {
            // The next piece.
        }
        return bytes.array();
    }

    /** Null when the last record lies before these bytes. */
    private static Tail in(byte[] bytes, boolean fromStart) {
        Lines cut = Lines.of(bytes);
        boolean open = cut.rest().length > 0;
        List<byte[]> lines = new ArrayList<>(cut.whole());
        if (open) {
            lines.add(cut.rest());
        }
        List<byte[]> behind = new ArrayList<>();
        int first = fromStart ? 0 : 1;
        for (int i = lines.size() - 1; i >= first; i--) {
            if (Line.isWhole(lines.get(i))) {
                return after(Line.read(lines.get(i)), behind, open);
            }
            behind.add(0, lines.get(i));
        }
        return fromStart ? after(Seal.NONE, behind, open) : null;
    }

    /** @param last null for a line that is not what was written */
    private static Tail after(Line last, List<byte[]> behind, boolean open) {
        return last == null
                ? new Tail(Seal.NONE, null, open, "the last record is not what was written")
                : after(last.seal(), behind, open);
    }

    private static Tail after(Seal end, List<byte[]> behind, boolean open) {
        if (behind.isEmpty()) {
            return new Tail(end, null, open, "");
        }
        return new Tail(
                end,
                Torn.of(Lines.joined(behind)),
                open,
                Beginning.allOf(end, behind)
                        ? ""
                        : "behind the last record is something that is no beginning of the next one");
    }
}
