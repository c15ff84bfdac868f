package dev.stairway.measure;

import dev.stairway.database.Database;
import dev.stairway.database.redis.RedisDatabase;
import dev.stairway.measure.redis.RedisClients;
import java.util.List;
import java.util.Optional;

/** Clients of one database, as the releases before and after a migration have them. */
public interface LiveClients {

    /** Those of a database; empty where its product has none that are known here. */
    static Optional<LiveClients> on(Database database) {
        return database instanceof RedisDatabase redis ? Optional.of(new RedisClients(redis)) : Optional.empty();
    }

    /** A connection; the caller closes it. */
    ClientLink connect();

    /** What clients write where no key is there to follow. */
    LiveModel plain();

    /**
     * Clients that have not begun yet; the caller closes them.
     *
     * @param source format that is taken away
     * @param clients of each format
     */
    LiveTraffic traffic(List<LiveMapping> mappings, Format source, int clients);
}
