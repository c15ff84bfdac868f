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

    /** The user's own cache and a part of it for the run, tuned for verdicts, the plugin's own drivers. */
    public static EmbeddedOptions defaults() {
        Path cache =
                UserCache.directory(System.getProperty("os.name"), System.getenv(), System.getProperty("user.home"));
        // Not the shared directory for temporary files: nobody else can look in, and copies stay on one file system.
        return new EmbeddedOptions(cache, cache.resolve("run"), Profile.FAST, EmbeddedOptions.class.getClassLoader());
    }

    public EmbeddedOptions withProfile(Profile other) {
        return new EmbeddedOptions(cacheDirectory, workDirectory, other, drivers);
    }
}
