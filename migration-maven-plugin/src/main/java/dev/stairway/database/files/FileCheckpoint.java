package dev.stairway.database.files;

import dev.stairway.database.Checkpoint;
import dev.stairway.database.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A state that is kept in a file.
 *
 * @param owner whose state it is; no other database can be put back to it
 * @param path deleted with the checkpoint
 */
public record FileCheckpoint(Database owner, Path path) implements Checkpoint {

    /**
     * The file of a checkpoint that this database has made.
     *
     * @throws IllegalArgumentException when another one has
     */
    public static Path pathOf(Checkpoint checkpoint, Database database) {
        if (checkpoint instanceof FileCheckpoint kept && kept.owner == database) {
            return kept.path;
        }
        throw new IllegalArgumentException("The checkpoint belongs to another database");
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("A checkpoint cannot be deleted: " + path, e);
        }
    }
}
