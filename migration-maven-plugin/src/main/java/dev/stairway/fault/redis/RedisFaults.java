package dev.stairway.fault.redis;

import dev.stairway.database.redis.RedisDatabase;
import dev.stairway.fault.Fault;
import dev.stairway.fault.Injection;
import dev.stairway.fault.ProductFaults;
import java.util.EnumSet;
import java.util.Set;

/**
 * The memory that the server may use is full (https://redis.io/docs/latest/develop/reference/eviction/), and writes are refused
 * as long as too few replicas are there, as they are when one has become a replica itself or cannot save.
 */
public final class RedisFaults implements ProductFaults {

    private final RedisDatabase database;

    public RedisFaults(RedisDatabase database) {
        this.database = database;
    }

    @Override
    public Set<Fault> known() {
        return EnumSet.of(Fault.NO_ROOM, Fault.WRITES_REFUSED);
    }

    @Override
    public Injection put(Fault fault) {
        return switch (fault) {
            case NO_ROOM -> new ConfigInjection(database, "maxmemory", "1");
            case WRITES_REFUSED -> new ConfigInjection(database, "min-replicas-to-write", "1");
            default -> throw new IllegalArgumentException(fault + " is not known here");
        };
    }
}
