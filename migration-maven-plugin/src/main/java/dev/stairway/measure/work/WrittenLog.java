package dev.stairway.measure.work;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;

/**
 * What SQLite's log holds that was empty before.
 *
 * @param bytes of the file
 * @param pages that are in it, each counted once
 * @see <a href="https://www.sqlite.org/fileformat2.html#walformat">WAL format</a>
 */
record WrittenLog(long bytes, long pages) {

    private static final int FILE_HEADER = 32;
    private static final int FRAME_HEADER = 24;
    private static final int PAGE_SIZE_AT = 8;

    static WrittenLog of(Path log) throws IOException {
        if (Files.notExists(log)) {
            return new WrittenLog(0, 0);
        }
        try (FileChannel file = FileChannel.open(log)) {
            long size = file.size();
            return new WrittenLog(size, size < FILE_HEADER ? 0 : pages(file, size));
        }
    }

    private static long pages(FileChannel file, long size) throws IOException {
        BitSet pages = new BitSet();
        long frame = FRAME_HEADER + number(file, PAGE_SIZE_AT);
        for (long at = FILE_HEADER; at + frame <= size; at += frame) {
            pages.set((int) number(file, at));
        }
        return pages.cardinality();
    }

    private static long number(FileChannel file, long at) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES);
        file.read(bytes, at);
        return Integer.toUnsignedLong(bytes.getInt(0));
    }
}
