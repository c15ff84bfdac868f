package dev.stairway.database.files;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Whole directories: make private, copy, delete. */
public final class FileTrees {

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private FileTrees() {}

    /** True where files have an owner, a group and a mode. */
    public static boolean posix() {
        return POSIX;
    }

    /** Creates the directory and its parents, readable by the owner only; one that exists keeps its mode. */
    public static Path privateDirectories(Path directory) throws IOException {
        return Files.createDirectories(directory, ownerOnly());
    }

    /** Creates a directory with an unguessable name, readable by the owner only. */
    public static Path privateTemp(Path parent, String prefix) throws IOException {
        return Files.createTempDirectory(parent, prefix, ownerOnly());
    }

    private static FileAttribute<?>[] ownerOnly() {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    /** Deletes a file or a whole tree, never following a symbolic link; what is already gone is fine. */
    public static void delete(Path root) throws IOException {
        if (!Files.exists(root, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(root, new Deleter());
    }

    /** Copies a tree to a place that does not exist yet; modes and symbolic links are kept. */
    public static void copy(Path from, Path to) throws IOException {
        if (!POSIX || !copyByTool(from, to)) {
            copyByHand(from, to);
        }
    }

    // One cp takes a fifth of the time of a thousand Files.copy calls, and clones blocks where the file system can.
    private static boolean copyByTool(Path from, Path to) throws IOException {
        Process cp;
        try {
            cp = new ProcessBuilder("cp", "-Rp", from.toString(), to.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException noSuchTool) {
            return false;
        }
        try {
            if (cp.waitFor(5, TimeUnit.MINUTES) && cp.exitValue() == 0) {
                return true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while copying " + from + " to " + to, e);
        } finally {
            cp.destroyForcibly();
        }
        delete(to);
        return false;
    }

    private static void copyByHand(Path from, Path to) throws IOException {
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path source : (Iterable<Path>) tree::iterator) {
                Files.copy(
                        source,
                        to.resolve(from.relativize(source)),
                        java.nio.file.StandardCopyOption.COPY_ATTRIBUTES,
                        java.nio.file.LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    /** Sum of the sizes of all regular files below the directory; bytes. */
    public static long size(Path root) throws IOException {
        try (Stream<Path> tree = Files.walk(root)) {
            return tree.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static final class Deleter extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        // A server that is still going down, or its watchdog, may take files away under our hands.
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
            if (failure != null && !(failure instanceof NoSuchFileException)) {
                throw failure;
            }
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
