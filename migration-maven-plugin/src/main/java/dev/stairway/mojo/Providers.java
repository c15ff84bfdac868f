package dev.stairway.mojo;

import dev.stairway.database.provider.EmbeddedOptions;
import java.nio.file.Path;

/** Where databases come from. */
final class Providers {

    private Providers() {}

    /**
     * @param cache null for the user's cache directory
     * @param work null for the default
     * @param rows that every table will have
     */
    static Path work(Path cache, Path work, long rows) {
        if (work != null) {
            return work;
        }
        // Nothing outside the place that the user named.
        return cache == null ? EmbeddedOptions.defaults(rows).workDirectory() : cache.resolve("run");
    }

    /**
     * The same where what is committed shall reach a disk.
     *
     * @param cache null for the user's cache directory
     * @param work null for the default
     */
    static Path disk(Path cache, Path work) {
        return work == null ? cache(cache).resolve("run") : work;
    }

    /** @param configured null for the user's cache directory */
    static Path cache(Path configured) {
        return configured == null ? EmbeddedOptions.defaults().cacheDirectory() : configured;
    }
}
