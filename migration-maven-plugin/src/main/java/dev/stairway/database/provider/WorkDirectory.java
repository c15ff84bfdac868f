package dev.stairway.database.provider;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;

/**
 * Where the files of running databases go. They live for minutes and are written all the time, so memory is the place for
 * them where a system offers plenty of it as a directory: making and removing files there costs a tenth of a disk's.
 */
final class WorkDirectory {

    /** Far more than the databases of a walk with sample data take. */
    private static final long PLENTY_BYTES = 4L << 30;

    private static final String PRIVATE = "rwx------";

    private WorkDirectory() {}

    /**
     * @param memory directory that lies in memory, {@code /dev/shm} on Linux
     * @param cache the user's cache; its own part for runs is taken where memory does not do
     * @param expectedBytes about what the databases of the run will take besides those of a walk with sample data
     */
    static Path choose(Path memory, Path cache, String user, long expectedBytes) {
        Path own = memory.resolve("stairway-" + user);
        return plenty(memory, PLENTY_BYTES + expectedBytes) && privately(own) ? own : cache.resolve("run");
    }

    private static boolean plenty(Path memory, long bytes) {
        try {
            FileStore store = Files.getFileStore(memory);
            return store.type().equals("tmpfs") && Files.isWritable(memory) && store.getUsableSpace() >= bytes;
        } catch (IOException absent) {
            return false;
        }
    }

    /** Anybody can make directories there: one that somebody else made, or a link, is not ours. */
    private static boolean privately(Path own) {
        try {
            if (!Files.exists(own, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectory(
                        own, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(PRIVATE)));
            }
            PosixFileAttributes found = Files.readAttributes(own, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            Path probe = Files.createTempFile(own, "probe", "");
            boolean mine = Files.getOwner(probe).equals(found.owner());
            Files.delete(probe);
            return mine
                    && found.isDirectory()
                    && EnumSet.copyOf(PosixFilePermissions.fromString(PRIVATE)).equals(found.permissions());
        } catch (IOException | UnsupportedOperationException notOurs) {
            return false;
        }
    }
}
