package dev.stairway.data;

import dev.stairway.data.jdbc.JdbcStores;
import dev.stairway.data.profile.Profile;
import dev.stairway.data.redis.RedisData;
import dev.stairway.data.redis.RedisFiller;
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
        return open(database, seed, data, Profile.NONE);
    }

    /**
     * The same with rows that are spread as elsewhere.
     *
     * @param profile of tables; keys have none
     */
    public static Filler open(Database database, long seed, List<Path> data, Profile profile) {
        if (database instanceof RedisDatabase redis) {
            return RedisFiller.open(redis, seed, new RedisData(data, List.of()));
        }
        if (!(database instanceof JdbcDatabase jdbc)) {
            throw new IllegalArgumentException("no filler for " + database.id());
        }
        return new SchemaFiller(JdbcStores.of(jdbc), seed, profile);
    }
}
