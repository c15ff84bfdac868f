package dev.stairway.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a database takes of its disk, and what is left there.
 *
 * @param directory where its files are
 * @param usedBytes that its tables and indexes take
 * @param freeBytes that are left for everybody
 * @param memory true when the directory lies in memory
 * @param logBytes most that the log takes besides, through which every row goes
 */
public record Room(Path directory, long usedBytes, long freeBytes, boolean memory, long logBytes) {

    /** Looks at the disk. */
    public static Room of(Path directory, long usedBytes, long logBytes) {
        try {
            FileStore store = Files.getFileStore(directory);
            boolean memory = store.type().equals("tmpfs") || store.type().equals("ramfs");
            return new Room(directory, usedBytes, store.getUsableSpace(), memory, logBytes);
        } catch (IOException e) {
            throw new UncheckedIOException("The disk of " + directory + " cannot be looked at", e);
        }
    }
}
