package dev.stairway.database.postgres;

import dev.stairway.database.files.ContentCache;
import dev.stairway.database.files.FileTrees;
import dev.stairway.database.files.Manifest;
import dev.stairway.database.files.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * Unpacked binaries of one PostgreSQL version.
 *
 * @param home directory with {@code bin}, {@code lib} and {@code share}
 * @param key names the content of the jar that it came from
 */
record Installation(Path home, String key) {

    /** Raise it when unpacking changes, so that no old directory is taken for a new one. */
    private static final String RECIPE = "1";

    private static final long UNPACKED_TO_PACKED = 5;

    static Installation of(Path jar, ContentCache cache) {
        try {
            String key = "postgresql-" + RECIPE + "-" + Sha256.of(jar).substring(0, 32);
            long needed = jar.toFile().length() * UNPACKED_TO_PACKED;
            Path home = cache.obtain(key, needed, directory -> TarXz.unpackJar(jar, directory), Installation::intact);
            return new Installation(home, key);
        } catch (IOException e) {
            throw new UncheckedIOException("The PostgreSQL binaries cannot be read: " + jar, e);
        }
    }

    // The programs are what we are going to execute: their content counts, not only their size.
    private static boolean intact(Path home) throws IOException {
        return Manifest.sizesMatch(home) && Manifest.digestsMatch(home, "bin/");
    }

    Path program(String name) {
        return home.resolve("bin").resolve(FileTrees.posix() ? name : name + ".exe");
    }
}
