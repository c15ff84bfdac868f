package dev.stairway.database.provider;

import dev.stairway.database.Profile;
import java.nio.file.Path;

/**
 * Where and how embedded databases run.
 *
 * @param cacheDirectory kept between runs and shared by builds
 * @param workDirectory parent of the directories of this run, closed to other users
 * @param profile how servers are tuned
 * @param drivers class loader that holds the JDBC drivers
 * @param redisProgram path of a {@code redis-server} or {@code valkey-server} that the user named; null for none
 */
public record EmbeddedOptions(
        Path cacheDirectory, Path workDirectory, Profile profile, ClassLoader drivers, Path redisProgram) {

    /** Of a schema of twenty tables: 300 bytes each with indexes, and the same for the log or a copy. */
    private static final long BYTES_PER_ROW = 20 * 300 * 2;

    /** Without a program of the user's own. */
    public EmbeddedOptions(Path cacheDirectory, Path workDirectory, Profile profile, ClassLoader drivers) {
        this(cacheDirectory, workDirectory, profile, drivers, null);
    }

    /** The user's own cache, memory or else a part of the cache for the run, tuned for verdicts, the plugin's own drivers. */
    public static EmbeddedOptions defaults() {
        return defaults(0);
    }

    /**
     * The same for databases in which every table has so many rows: those of millions of rows belong on a disk.
     *
     * @param rows of every table; 0 for those of a walk with sample data
     */
    public static EmbeddedOptions defaults(long rows) {
        Path cache =
                UserCache.directory(System.getProperty("os.name"), System.getenv(), System.getProperty("user.home"));
        Path work =
                WorkDirectory.choose(Path.of("/dev/shm"), cache, System.getProperty("user.name"), rows * BYTES_PER_ROW);
        return new EmbeddedOptions(cache, work, Profile.FAST, EmbeddedOptions.class.getClassLoader());
    }

    public EmbeddedOptions withProfile(Profile other) {
        return new EmbeddedOptions(cacheDirectory, workDirectory, other, drivers, redisProgram);
    }

    /** @param program null for none */
    public EmbeddedOptions withRedisProgram(Path program) {
        return new EmbeddedOptions(cacheDirectory, workDirectory, profile, drivers, program);
    }
}
