package dev.stairway.database.redis;

import dev.stairway.database.Checkpoint;
import dev.stairway.database.DatabaseId;

/**
 * A database of a server that somebody else closes; its state cannot be kept.
 *
 * @param endpoint where migrations connect to
 * @param own where the test looks
 */
public record RedisAt(DatabaseId id, RedisEndpoint endpoint, RedisEndpoint own) implements RedisDatabase {

    /** @param release {@code 6.2} or {@code 7.0} */
    public static RedisAt of(String release, RedisEndpoint endpoint) {
        return of(release, endpoint, endpoint);
    }

    static RedisAt of(String release, RedisEndpoint endpoint, RedisEndpoint own) {
        return new RedisAt(new DatabaseId("redis", release, "own"), endpoint, own);
    }

    @Override
    public RedisConnection connect() {
        return RedisConnection.open(own);
    }

    @Override
    public RedisSession newSession() {
        // No counter is asked for, which a server in trouble would not tell.
        return new RedisSession(connect(), () -> 0, () -> {});
    }

    @Override
    public Checkpoint checkpoint() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void restore(Checkpoint checkpoint) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean cheapCheckpoints() {
        return false;
    }

    @Override
    public void close() {
        // The server is closed by who started it.
    }
}
