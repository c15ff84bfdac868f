package dev.stairway.database.postgres;

import dev.stairway.database.files.FileTrees;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks the tar that sits, compressed by xz, as the only payload in a jar of PostgreSQL binaries. */
final class TarXz {

    /** The largest known archive holds 190 MB; more means that something is wrong with it. */
    private static final long LIMIT_BYTES = 1_000_000_000;

    private TarXz() {}

    static void unpackJar(Path jar, Path directory) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile());
                InputStream in = zip.getInputStream(payload(zip, jar))) {
            unpack(in, directory);
        }
    }

    static void unpack(InputStream txz, Path directory) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(txz))) {
            long left = LIMIT_BYTES;
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                left -= entry.getSize();
                if (left < 0) {
                    throw new IOException("The archive is larger than " + LIMIT_BYTES + " bytes");
                }
                place(tar, entry, directory);
            }
        }
    }

    private static ZipEntry payload(ZipFile zip, Path jar) throws IOException {
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
            ZipEntry entry = entries.nextElement();
            if (entry.getName().endsWith(".txz")) {
                return entry;
            }
        }
        throw new IOException("No .txz archive in " + jar);
    }

    private static void place(TarArchiveInputStream tar, TarArchiveEntry entry, Path root) throws IOException {
        Path target = inside(root, root.resolve(entry.getName()), entry);
        if (entry.isDirectory()) {
            FileTrees.privateDirectories(target);
            return;
        }
        FileTrees.privateDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            inside(root, target.getParent().resolve(entry.getLinkName()), entry);
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(target, inside(root, root.resolve(entry.getLinkName()), entry));
        } else if (entry.isFile()) {
            try (OutputStream out = Files.newOutputStream(target)) {
                tar.transferTo(out);
            }
            setMode(target, entry.getMode());
        } else {
            throw new IOException("Refused, neither file nor directory nor link: " + entry.getName());
        }
    }

    // Nothing may be written outside the directory, neither by ".." nor through a link that was unpacked before.
    private static Path inside(Path root, Path path, TarArchiveEntry entry) throws IOException {
        Path normal = path.normalize();
        if (!normal.startsWith(root) || normal.equals(root) && !entry.isDirectory()) {
            throw new IOException("Refused, leads out of the archive: " + entry.getName());
        }
        for (Path parent = normal.getParent(); !parent.equals(root) && parent.startsWith(root); ) {
            if (Files.isSymbolicLink(parent)) {
                throw new IOException("Refused, leads through a link: " + entry.getName());
            }
            parent = parent.getParent();
        }
        return normal;
    }

    private static void setMode(Path file, int mode) throws IOException {
        if (FileTrees.posix()) {
            boolean executable = (mode & 0100) != 0;
            Files.setPosixFilePermissions(
                    file, PosixFilePermissions.fromString(executable ? "rwx------" : "rw-------"));
        }
    }
}
