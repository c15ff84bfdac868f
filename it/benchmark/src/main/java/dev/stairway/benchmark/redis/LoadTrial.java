package dev.stairway.benchmark.redis;

import dev.stairway.data.redis.KeyGenerator;
import dev.stairway.data.redis.KeySpec;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.redis.RedisDatabase;
import java.time.Duration;
import java.util.List;

/** Generates mixed keys into an empty server. */
final class LoadTrial {

    private static final long SEED = 7;

    /** Out of ten keys six are renamed; the others only have to be looked at. */
    private static final List<KeySpec> MIGRATED = List.of(
            new KeySpec("session:user:{id}", "string", 60, Duration.ofHours(12), Duration.ofHours(24), 6),
            new KeySpec("cache:tool:{id}", "string", 60, Duration.ofHours(12), Duration.ofHours(24), 2),
            new KeySpec("user:profile:{id}", "hash", 5, Duration.ZERO, Duration.ZERO, 2));

    /** As many as a small migration touches. */
    static final int FEW = 1000;

    private LoadTrial() {}

    static void run(Series series, DatabaseServer server, long keys) {
        try (RedisDatabase database = (RedisDatabase) server.fresh("load");
                Meter meter = new Meter(database)) {
            Cost cost = meter.of(() -> new KeyGenerator(KeySpec.TYPICAL, SEED).load(database, 0, keys));
            System.out.println("  load              " + cost);
            series.add("load", cost);
            series.add("load keysPerSecond", keys / cost.wallMillis() * 1000);
        }
    }

    /** Typical keys, a few of which a migration renames. */
    static void typical(RedisDatabase database, long keys) {
        new KeyGenerator(KeySpec.TYPICAL, SEED).load(database, 0, keys - FEW);
        KeySpec few = new KeySpec("flag:old:{id}", "string", 8, Duration.ZERO, Duration.ZERO, 1);
        new KeyGenerator(List.of(few), SEED).load(database, 0, FEW);
    }

    static void toMigrate(RedisDatabase database, long keys) {
        new KeyGenerator(MIGRATED, SEED).load(database, 0, keys);
    }
}
