package dev.stairway.benchmark.data;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.provider.EmbeddedOptions;
import dev.stairway.database.provider.EmbeddedProvider;

/** The embedded PostgreSQL 18 and SQLite that all trials share. */
record DataServers(DatabaseServer postgres, DatabaseServer sqlite) implements AutoCloseable {

    static DataServers start(DataSettings settings) {
        EmbeddedProvider provider = new EmbeddedProvider(
                (group, artifact, version) -> settings.binaries(), EmbeddedOptions.defaults(settings.rows()));
        DatabaseServer postgres = provider.start("postgresql", "18");
        try {
            return new DataServers(postgres, provider.start("sqlite", ""));
        } catch (RuntimeException e) {
            postgres.close();
            throw e;
        }
    }

    @Override
    public void close() {
        try (postgres) {
            sqlite.close();
        }
    }
}
