package dev.stairway.database.provider;

import dev.stairway.database.Profile;
import java.nio.file.Path;

/**
 * Where and how embedded databases run.
 *
 * @param cacheDirectory kept between runs and shared by builds
 * @param workDirectory parent of the directories of this run, for example {@code java.io.tmpdir}
 * @param profile how servers are tuned
 * @param drivers class loader that holds the JDBC drivers
 */
public record EmbeddedOptions(Path cacheDirectory, Path workDirectory, Profile profile, ClassLoader drivers) {

    /** The user's cache, the system's directory for temporary files, tuned for verdicts, the plugin's own drivers. */
    public static EmbeddedOptions defaults() {
        return new EmbeddedOptions(
                UserCache.directory(System.getProperty("os.name"), System.getenv(), System.getProperty("user.home")),
                Path.of(System.getProperty("java.io.tmpdir")),
                Profile.FAST,
                EmbeddedOptions.class.getClassLoader());
    }

    public EmbeddedOptions withProfile(Profile other) {
        return new EmbeddedOptions(cacheDirectory, workDirectory, other, drivers);
    }
}
