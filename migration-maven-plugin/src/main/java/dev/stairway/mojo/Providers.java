package dev.stairway.mojo;

import dev.stairway.database.provider.BinaryResolver;
import dev.stairway.database.provider.DatabaseProvider;
import dev.stairway.database.provider.EmbeddedOptions;
import dev.stairway.database.provider.EmbeddedProvider;
import java.nio.file.Path;

/** Where databases come from. */
final class Providers {

    private Providers() {}

    /** @param cache null for the user's cache directory */
    static DatabaseProvider embedded(BinaryResolver resolver, Path cache) {
        EmbeddedOptions defaults = EmbeddedOptions.defaults();
        Path directory = cache(cache);
        // Both on one file system, and nothing in the user's home when another place is named.
        return new EmbeddedProvider(
                resolver,
                new EmbeddedOptions(directory, directory.resolve("run"), defaults.profile(), defaults.drivers()));
    }

    /** @param configured null for the user's cache directory */
    static Path cache(Path configured) {
        return configured == null ? EmbeddedOptions.defaults().cacheDirectory() : configured;
    }
}
