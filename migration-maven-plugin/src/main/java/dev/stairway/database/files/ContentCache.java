package dev.stairway.database.files;

import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Directories that are expensive to make, kept between runs under a key of their content.
 *
 * <p>An entry appears by one atomic rename of a complete directory, so a reader never sees half of one. A lock file keeps
 * two builds from doing the same work; the operating system frees it when its holder dies.
 */
public final class ContentCache {

    private final Path root;

    public ContentCache(Path root) {
        this.root = root;
    }

    /** Fills an empty directory. */
    @FunctionalInterface
    public interface Builder {
        void build(Path directory) throws IOException;
    }

    /** Says whether a complete entry is still what was written. */
    @FunctionalInterface
    public interface Check {
        boolean intact(Path directory) throws IOException;
    }

    /**
     * The directory of the key, made when it is missing or no longer intact.
     *
     * @param neededBytes what the entry needs on the disk, for the message when there is no space
     */
    public Path obtain(String key, long neededBytes, Builder builder, Check check) {
        Path entry = root.resolve(key);
        try {
            if (usable(entry, check)) {
                return entry;
            }
            FileTrees.privateDirectories(root);
            return obtainLocked(entry, builder, check);
        } catch (IOException e) {
            throw NoSpace.explain(e, root, neededBytes)
                    .orElseGet(() -> ProblemException.setup(
                            "The cache of database binaries cannot be written",
                            entry.toString(),
                            e.toString(),
                            "Make the directory writable, or choose another cache directory",
                            e));
        }
    }

    private Path obtainLocked(Path entry, Builder builder, Check check) throws IOException {
        // A file lock belongs to the whole JVM, so threads need a lock of their own; one of the whole JVM, too, since
        // Maven
        // loads the plugin once more for modules that configure it with other dependencies.
        synchronized (("stairway-cache:" + entry.toAbsolutePath()).intern()) {
            Path lockFile = root.resolve(entry.getFileName() + ".lock");
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (!lock.isValid()) {
                    throw new IOException("Lock lost: " + lockFile);
                }
                if (!usable(entry, check)) {
                    rebuild(entry, builder);
                }
                return entry;
            }
        }
    }

    private static boolean usable(Path entry, Check check) throws IOException {
        try {
            return Files.isRegularFile(Manifest.of(entry)) && check.intact(entry);
        } catch (NoSuchFileException | UncheckedIOException gone) {
            // Another build is making it anew; whoever holds the lock decides.
            return false;
        }
    }

    private void rebuild(Path entry, Builder builder) throws IOException {
        FileTrees.delete(entry);
        String prefix = "draft-" + entry.getFileName() + "-";
        deleteDrafts(prefix);
        Path draft = FileTrees.privateTemp(root, prefix);
        try {
            builder.build(draft);
            Manifest.write(draft);
            Files.move(draft, entry, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            FileTrees.delete(draft);
        }
    }

    // We hold the lock of this key: whoever began these drafts is dead.
    private void deleteDrafts(String prefix) throws IOException {
        try (DirectoryStream<Path> drafts = Files.newDirectoryStream(root, prefix + "*")) {
            for (Path draft : drafts) {
                FileTrees.delete(draft);
            }
        }
    }
}
