package dev.stairway.database.files;

import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Tells a full disk from other failures. */
public final class NoSpace {

    private static final long MEGABYTE = 1_000_000;

    private NoSpace() {}

    /** The problem to throw when the failure means that the disk is full (or nearly so), else empty. */
    public static Optional<ProblemException> explain(IOException failure, Path directory, long neededBytes) {
        try {
            FileStore store = Files.getFileStore(directory);
            long free = store.getUsableSpace();
            if (!saysNoSpace(failure) && free >= neededBytes) {
                return Optional.empty();
            }
            return Optional.of(ProblemException.setup(
                    "No space left for the embedded database",
                    directory.toString(),
                    "about " + megabytes(neededBytes) + " needed (" + neededBytes + " bytes), " + megabytes(free)
                            + " free",
                    "Free some space, or choose a directory on another disk",
                    failure));
        } catch (IOException unknownStore) {
            failure.addSuppressed(unknownStore);
            return Optional.empty();
        }
    }

    private static boolean saysNoSpace(IOException failure) {
        String text = String.valueOf(failure.getMessage());
        return text.contains("No space left") || text.contains("not enough space") || text.contains("quota exceeded");
    }

    private static String megabytes(long bytes) {
        return (bytes + MEGABYTE - 1) / MEGABYTE + " MB";
    }
}
