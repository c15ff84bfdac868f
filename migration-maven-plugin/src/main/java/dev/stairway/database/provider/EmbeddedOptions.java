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
 */
public record EmbeddedOptions(Path cacheDirectory, Path workDirectory, Profile profile, ClassLoader drivers) {

    /** The user's own cache, memory or else a part of the cache for the run, tuned for verdicts, the plugin's own drivers. */
    public static EmbeddedOptions defaults() {
        Path cache =
                UserCache.directory(System.getProperty("os.name"), System.getenv(), System.getProperty("user.home"));
        Path work = WorkDirectory.choose(Path.of("/dev/shm"), cache, System.getProperty("user.name"));
        return new EmbeddedOptions(cache, work, Profile.FAST, EmbeddedOptions.class.getClassLoader());
    }

    public EmbeddedOptions withProfile(Profile other) {
        return new EmbeddedOptions(cacheDirectory, workDirectory, other, drivers);
    }
}
