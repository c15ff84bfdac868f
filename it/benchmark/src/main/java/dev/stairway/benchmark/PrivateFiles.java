package dev.stairway.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes files that hold a password: readable by their owner only where the file system can say so. */
final class PrivateFiles {

    private PrivateFiles() {}

    static Path write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
        Files.createFile(file);
        // On Windows this has no effect; the password dies with the server anyway.
        file.toFile().setReadable(false, false);
        file.toFile().setReadable(true, true);
        return Files.writeString(file, text);
    }
}
