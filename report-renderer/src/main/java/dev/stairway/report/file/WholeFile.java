package dev.stairway.report.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Writes a file of which others only ever see the old or the new whole: a process that is killed and a disk that is full leave no
 * half report, which some servers take for a good one.
 */
public final class WholeFile {

    private WholeFile() {}

    /**
     * Replaces an older file.
     *
     * @throws IOException when it cannot be written; then the older one is still there
     */
    public static void write(Path file, String text) throws IOException {
        Path neighbour = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.writeString(neighbour, text, StandardCharsets.UTF_8);
            move(neighbour, file);
        } finally {
            Files.deleteIfExists(neighbour);
        }
    }

    private static void move(Path neighbour, Path file) throws IOException {
        try {
            Files.move(neighbour, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(neighbour, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
