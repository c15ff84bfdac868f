package dev.stairway.data.redis;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Writes keys into a file that a server loads as if it had dumped it itself: the simplest of the encodings, which every
 * release since 4.0 reads and turns into its own. https://rdb.fnordig.de/file_format.html
 */
final class DumpWriter implements KeyWriter, Closeable {

    /** Format of 5.0; servers read what is older than they are. */
    private static final String MAGIC = "REDIS0009";

    private static final int BUFFER_BYTES = 1 << 18;
    private static final int RESIZE = 0xFB;
    private static final int EXPIRY = 0xFC;
    private static final int DATABASE = 0xFE;
    private static final int END = 0xFF;

    private static final int STRING = 0;
    private static final int LIST = 1;
    private static final int SET = 2;
    private static final int HASH = 4;
    private static final int SORTED_SET = 5;

    private final OutputStream out;
    private final long now;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int used;

    /**
     * Begins a dump.
     *
     * @param number of the logical database
     * @param now Unix time in milliseconds from which life times count
     * @param keys about how many will come, so that the server makes room for them at once
     * @param mortal how many of them have a life time
     */
    DumpWriter(OutputStream out, int number, long now, long keys, long mortal) {
        this.out = out;
        this.now = now;
        bytes(BulkLoader.latin(MAGIC));
        put(DATABASE);
        length(number);
        put(RESIZE);
        length(keys);
        length(mortal);
    }

    @Override
    public void string(byte[] key, byte[] value, long ttl) {
        begin(STRING, key, ttl);
        text(value);
    }

    @Override
    public void hash(byte[] key, byte[][] pairs, long ttl) {
        begin(HASH, key, ttl);
        length(pairs.length / 2);
        texts(pairs);
    }

    @Override
    public void set(byte[] key, byte[][] members, long ttl) {
        // A server that finds a member twice takes the whole file for damaged.
        Set<String> distinct = new LinkedHashSet<>();
        for (byte[] member : members) {
            distinct.add(KeyShape.text(member));
        }
        begin(SET, key, ttl);
        length(distinct.size());
        distinct.forEach(member -> text(BulkLoader.latin(member)));
    }

    @Override
    public void list(byte[] key, byte[][] elements, long ttl) {
        begin(LIST, key, ttl);
        length(elements.length);
        texts(elements);
    }

    @Override
    public void sortedSet(byte[] key, long[] scores, byte[][] members, long ttl) {
        begin(SORTED_SET, key, ttl);
        length(members.length);
        for (int i = 0; i < members.length; i++) {
            text(members[i]);
            fixed(Double.doubleToLongBits(scores[i]));
        }
    }

    /** Streams have no simple encoding. */
    @Override
    public void stream(byte[] key, byte[][] ids, byte[] field, byte[][] values, long ttl) {
        throw new UnsupportedOperationException("Streams are written by commands");
    }

    private void begin(int type, byte[] key, long ttl) {
        if (ttl > 0) {
            put(EXPIRY);
            fixed(now + ttl);
        }
        put(type);
        text(key);
    }

    private void texts(byte[][] texts) {
        for (byte[] text : texts) {
            text(text);
        }
    }

    private void text(byte[] text) {
        length(text.length);
        bytes(text);
    }

    /** Six bits, fourteen, or 32, as the two highest say. */
    private void length(long length) {
        if (length < 1 << 6) {
            put((int) length);
        } else if (length < 1 << 14) {
            put(0x40 | (int) (length >> 8));
            put((int) length);
        } else {
            put(0x80);
            for (int shift = 24; shift >= 0; shift -= 8) {
                put((int) (length >> shift));
            }
        }
    }

    /** Lowest byte first. */
    private void fixed(long number) {
        room(Long.BYTES);
        for (int shift = 0; shift < Long.SIZE; shift += 8) {
            buffer[used++] = (byte) (number >> shift);
        }
    }

    private void put(int lowestByte) {
        room(1);
        buffer[used++] = (byte) lowestByte;
    }

    private void bytes(byte[] bytes) {
        for (int from = 0; from < bytes.length; ) {
            room(1);
            int count = Math.min(bytes.length - from, BUFFER_BYTES - used);
            System.arraycopy(bytes, from, buffer, used, count);
            used += count;
            from += count;
        }
    }

    private void room(int wanted) {
        if (BUFFER_BYTES - used < wanted) {
            flush();
        }
    }

    private void flush() {
        try {
            out.write(buffer, 0, used);
            used = 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the dump, with the number that stands for no checksum. */
    @Override
    public void close() throws IOException {
        put(END);
        fixed(0);
        try {
            flush();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            out.close();
        }
    }
}
