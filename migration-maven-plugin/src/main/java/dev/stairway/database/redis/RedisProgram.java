package dev.stairway.database.redis;

import dev.stairway.database.files.ContentCache;
import dev.stairway.database.files.FileTrees;
import dev.stairway.database.files.Manifest;
import dev.stairway.database.files.Sha256;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A server program that runs on this machine.
 *
 * @param file the executable
 * @param product {@code redis} or {@code valkey}
 * @param version as the program reports it, for example {@code 7.0.15}
 */
public record RedisProgram(Path file, String product, String version) {

    /** Raise it when unpacking changes, so that no old directory is taken for a new one. */
    private static final String RECIPE = "1";

    private static final String NAME = "redis-server";

    // Redis server v=7.0.15 sha=00000000:0 malloc=libc bits=64 build=e218535194f921a7
    private static final Pattern BANNER = Pattern.compile("(Redis|Valkey) server v=(\\d+\\.\\d+\\.\\d+)\\S*");

    /**
     * Unpacks the program once into the cache and checks that it runs.
     *
     * @param jar holds the programs of several platforms
     * @param entry name of the one for this platform
     * @throws ProblemException when it cannot run here
     */
    public static RedisProgram unpack(Path jar, String entry, Path cacheDirectory) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry program = zip.getEntry(entry);
            if (program == null) {
                throw new IOException("No " + entry + " in " + jar);
            }
            String key = "redis-" + RECIPE + "-" + Sha256.of(jar).substring(0, 32) + "-" + entry;
            Path home = new ContentCache(cacheDirectory)
                    .obtain(
                            key,
                            program.getSize(),
                            directory -> write(zip, program, directory.resolve(NAME)),
                            RedisProgram::intact);
            return at(home.resolve(NAME));
        } catch (IOException e) {
            throw new UncheckedIOException("The Redis binaries cannot be read: " + jar, e);
        }
    }

    private static void write(ZipFile zip, ZipEntry entry, Path file) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            Files.copy(in, file);
        }
        if (FileTrees.posix()) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        }
    }

    // We are going to execute it: its content counts, not only its size.
    private static boolean intact(Path home) throws IOException {
        return Manifest.sizesMatch(home) && Manifest.digestsMatch(home, NAME);
    }

    /**
     * A program that is installed on this machine.
     *
     * @throws ProblemException when it cannot run or is something else
     */
    public static RedisProgram at(Path file) {
        String output = Banner.of(file);
        Matcher banner = BANNER.matcher(output);
        if (!banner.find()) {
            throw ProblemException.setup(
                    "The program is no Redis server",
                    file.toString(),
                    "asked for its version, it says: "
                            + output.lines().findFirst().orElse("nothing"),
                    "Name the path of redis-server or valkey-server",
                    null);
        }
        return new RedisProgram(file, banner.group(1).toLowerCase(java.util.Locale.ROOT), banner.group(2));
    }

    /** Major and minor number, for example {@code 7.0}. */
    public String release() {
        return version.substring(0, version.lastIndexOf('.'));
    }

    /** True from 7.0 on: functions, protected settings. Valkey began at 7.2. */
    boolean sinceSeven() {
        return Integer.parseInt(version.substring(0, version.indexOf('.'))) >= 7;
    }
}
