package dev.stairway.database.redis;

/** A session on a server that no database handle of ours made, such as a node of a cluster. */
public final class BareSession {

    private BareSession() {}

    /** Closing it closes the connection. It does not watch what other connections write. */
    public static RedisSession on(RedisEndpoint endpoint) {
        return new RedisSession(RedisConnection.open(endpoint), () -> 0, () -> {});
    }
}
