package dev.stairway.data;

import dev.stairway.data.model.Store;
import dev.stairway.data.postgres.PostgresStore;
import dev.stairway.data.redis.RedisData;
import dev.stairway.data.redis.RedisFiller;
import dev.stairway.data.sqlite.SqliteStore;
import dev.stairway.database.Database;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.redis.RedisDatabase;
import java.nio.file.Path;
import java.util.List;

/** Opens the {@link Filler} that suits a database. */
public final class Fillers {

    private Fillers() {}

    /**
     * A filler for the database; it connects when first used.
     *
     * @param data files of the user; JDBC databases generate all their rows
     *
     * @throws IllegalArgumentException for a product that has no filler
     */
    public static Filler open(Database database, long seed, List<Path> data) {
        if (database instanceof RedisDatabase redis) {
            return RedisFiller.open(redis, seed, new RedisData(data, List.of()));
        }
        if (!(database instanceof JdbcDatabase jdbc)) {
            throw new IllegalArgumentException("no filler for " + database.id());
        }
        return new SchemaFiller(store(jdbc), seed);
    }

    private static Store store(JdbcDatabase database) {
        return switch (database.id().product()) {
            case "postgresql" -> new PostgresStore(database);
            case "sqlite" -> new SqliteStore(database);
            default -> throw new IllegalArgumentException("no filler for " + database.id());
        };
    }
}
