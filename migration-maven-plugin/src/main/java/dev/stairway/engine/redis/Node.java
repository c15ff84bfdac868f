package dev.stairway.engine.redis;

import dev.stairway.database.redis.RedisEndpoint;

/**
 * A server that holds keys.
 *
 * @param endpoint where it is
 * @param wire the connection that the engine works with
 */
record Node(RedisEndpoint endpoint, Wire wire) {

    /**
     * Changes when the server restarts, which makes every cursor of SCAN worthless: the hash tables get another seed. Empty
     * where the server does not tell.
     */
    String runId() {
        return Info.field(wire, "server", "run_id");
    }
}
