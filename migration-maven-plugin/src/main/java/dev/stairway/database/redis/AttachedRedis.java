package dev.stairway.database.redis;

import dev.stairway.database.Checkpoint;
import dev.stairway.database.DatabaseId;
import dev.stairway.database.Handover;

/**
 * The key space of a server that another process of this machine has started.
 *
 * @param endpoint where migrations connect to
 */
public record AttachedRedis(DatabaseId id, RedisEndpoint endpoint) implements RedisDatabase {

    /** Closing it leaves the server as it is. */
    public static RedisDatabase open(Handover handover) {
        int colon = handover.place().lastIndexOf(':');
        return new AttachedRedis(
                handover.id(),
                new RedisEndpoint(
                        handover.place().substring(0, colon),
                        Integer.parseInt(handover.place().substring(colon + 1)),
                        0,
                        handover.user(),
                        handover.password()));
    }

    /** The other way round. */
    static Handover handover(DatabaseId id, RedisEndpoint endpoint) {
        return new Handover(id, endpoint.host() + ":" + endpoint.port(), endpoint.user(), endpoint.password());
    }

    @Override
    public RedisSession newSession() {
        RedisConnection connection = connect();
        return new RedisSession(connection, () -> Info.changes(connection), () -> {});
    }

    @Override
    public Checkpoint checkpoint() {
        throw new IllegalStateException("Another process keeps the states of " + endpoint);
    }

    @Override
    public void restore(Checkpoint checkpoint) {
        throw new IllegalStateException("Another process keeps the states of " + endpoint);
    }

    @Override
    public boolean cheapCheckpoints() {
        return false;
    }

    @Override
    public void close() {
        // It belongs to the process that made it.
    }
}
