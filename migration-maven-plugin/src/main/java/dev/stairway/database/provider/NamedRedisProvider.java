package dev.stairway.database.provider;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.redis.ExternalRedisServer;
import dev.stairway.database.redis.RedisTarget;

/** Takes the server that the user named where Redis is asked for without a version; all others come from elsewhere. */
public final class NamedRedisProvider implements DatabaseProvider {

    private final DatabaseProvider others;
    private final RedisTarget target;

    private NamedRedisProvider(DatabaseProvider others, RedisTarget target) {
        this.others = others;
        this.target = target;
    }

    /** @param target null where no server was named */
    public static DatabaseProvider over(DatabaseProvider others, RedisTarget target) {
        return target == null ? others : new NamedRedisProvider(others, target);
    }

    @Override
    public DatabaseServer start(String product, String version) {
        return product.equals("redis") && version.isEmpty()
                ? ExternalRedisServer.open(target)
                : others.start(product, version);
    }
}
