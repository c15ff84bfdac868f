package dev.stairway.database.redis;

import dev.stairway.database.Database;

/** A database that speaks the protocol of Redis. */
public interface RedisDatabase extends Database {

    /** Where a client library connects to. It stays the same as long as the database is open. */
    RedisEndpoint endpoint();

    /** Number of the logical database. */
    default int number() {
        return endpoint().number();
    }

    /** A connection for reading and filling; the caller closes it. */
    default RedisConnection connect() {
        return RedisConnection.open(endpoint());
    }

    /** Same, in RESP3: the server can send messages on its own account, see {@link RedisConnection#pushes()}. */
    default RedisConnection connectForPushes() {
        return RedisConnection.openForPushes(endpoint());
    }

    @Override
    RedisSession newSession();
}
