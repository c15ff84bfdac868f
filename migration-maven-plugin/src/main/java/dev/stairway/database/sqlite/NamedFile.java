package dev.stairway.database.sqlite;

import dev.stairway.database.external.ExternalTarget;
import dev.stairway.database.external.Lock;
import dev.stairway.database.external.ProductionNames;
import dev.stairway.database.external.VersionControl;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The SQLite file that the user named, as the file system shows it. It is never opened for writing but to be marked. */
record NamedFile(Path path) {

    /** The mark takes 16 KB. */
    private static final long MAX_BYTES = 1L << 20;

    /** SQLite's locks do not work on them: https://sqlite.org/faq.html#q5 */
    private static final Set<String> OF_NETWORKS =
            Set.of("nfs", "nfs4", "cifs", "smb2", "smb3", "smbfs", "afs", "afpfs", "webdav", "fuse.sshfs", "ceph");

    /** Directories of sources and work trees of branches are called so. */
    private static final Set<String> OF_SOURCES = Set.of("main", "master");

    static NamedFile of(ExternalTarget target) {
        return new NamedFile(target.sqliteFile());
    }

    /** What the path itself says. */
    void requireHarmlessName() {
        for (Path part : path) {
            boolean file = part.equals(path.getFileName());
            ProductionNames.in(part.toString())
                    .filter(word -> file || !OF_SOURCES.contains(word))
                    .ifPresent(word -> {
                        throw inUse(
                                "The name of the file says that it is not for tests",
                                "because of '" + word + "'",
                                "Name a file whose path has no such word");
                    });
        }
    }

    /** The place of the file, before or after there is one. */
    void requirePlace() {
        Path parent = path.getParent();
        try {
            if (parent == null || !Files.isDirectory(parent)) {
                throw Lock.HOST.refuses("There is no such directory", where(), "", "Create it");
            }
            if (!parent.toRealPath().equals(parent)) {
                throw Lock.HOST.refuses(
                        "The path of the named database leads through a link",
                        where(),
                        "the directory is " + parent.toRealPath(),
                        "Write the path without links, so that everybody sees where it leads to");
            }
            FileStore store = Files.getFileStore(parent);
            if (OF_NETWORKS.contains(store.type().toLowerCase(Locale.ROOT))) {
                throw Lock.HOST.refuses(
                        "The named database is on another machine", where(), store.type(), "Name a file on this one");
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** The file, which is there. */
    void requireOurs() {
        try {
            if (Files.isSymbolicLink(path)) {
                throw Lock.HOST.refuses(
                        "The named database is a link to another file",
                        where(),
                        "it leads to " + Files.readSymbolicLink(path),
                        "Name a file of its own");
            }
            BasicFileAttributes found = attributes();
            if (!found.isRegularFile()) {
                throw Lock.HOST.refuses("The named database is no file", where(), "", "Name a file");
            }
            requireUnused(found);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private void requireUnused(BasicFileAttributes found) throws IOException {
        for (String suffix : List.of("-wal", "-shm", "-journal")) {
            if (Files.exists(path.resolveSibling(path.getFileName() + suffix), LinkOption.NOFOLLOW_LINKS)) {
                throw inUse(
                        "Somebody has the named database open, or was killed while writing it",
                        path.getFileName() + suffix + " is there",
                        "Let them end; nothing is recovered or removed here");
            }
        }
        if (found.size() > MAX_BYTES) {
            throw inUse("The named database takes more than a mark", found.size() + " bytes", "Name another file");
        }
        if (posix() && (Integer) Files.getAttribute(path, "unix:nlink") > 1) {
            throw inUse("The named database has a second name", "hard links", "Name a file of its own");
        }
        if (!Files.isWritable(path)) {
            throw inUse("The named database is protected against writing", "", "Name another file");
        }
        VersionControl.keeps(path).ifPresent(tree -> {
            throw inUse(
                    "The named database is under version control",
                    "of " + tree,
                    "Name a file in the build directory, which nobody keeps");
        });
    }

    private static boolean posix() {
        return Path.of("").getFileSystem().supportedFileAttributeViews().contains("unix");
    }

    BasicFileAttributes attributes() throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    /** Tells this very file from a copy of it. */
    String key() throws IOException {
        BasicFileAttributes found = attributes();
        return found.fileKey() == null ? "made at " + found.creationTime().toMillis() : String.valueOf(found.fileKey());
    }

    String where() {
        return path.toString();
    }

    ProblemException inUse(String what, String seen, String next) {
        return Lock.IN_USE.refuses(what, where(), seen, next);
    }

    ProblemException unreadable(IOException e) {
        return ProblemException.setup(
                "The named database cannot be looked at", where(), e.toString(), "Check path and rights", e);
    }
}
