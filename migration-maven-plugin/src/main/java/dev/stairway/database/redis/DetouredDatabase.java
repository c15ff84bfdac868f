package dev.stairway.database.redis;

import dev.stairway.database.Checkpoint;
import dev.stairway.database.DatabaseId;

/** A database to which clients come by another way; what looks at it goes straight there. */
final class DetouredDatabase implements RedisDatabase {

    private final RedisDatabase straight;
    private final RedisEndpoint detour;

    DetouredDatabase(RedisDatabase straight, RedisEndpoint detour) {
        this.straight = straight;
        this.detour = detour;
    }

    @Override
    public DatabaseId id() {
        return straight.id();
    }

    @Override
    public RedisEndpoint endpoint() {
        return detour;
    }

    @Override
    public RedisSession newSession() {
        return straight.newSession();
    }

    @Override
    public Checkpoint checkpoint() {
        return straight.checkpoint();
    }

    @Override
    public void restore(Checkpoint checkpoint) {
        straight.restore(checkpoint);
    }

    @Override
    public boolean cheapCheckpoints() {
        return straight.cheapCheckpoints();
    }

    /** The database stays. */
    @Override
    public void close() {}
}
