package dev.stairway.engine.redis;

import dev.stairway.database.redis.RedisEndpoint;

/**
 * A server that holds keys.
 *
 * @param endpoint where it is
 * @param wire the connection that the engine works with
 * @param runId changes when the server restarts, which makes every cursor of SCAN worthless: the hash tables get another
 *     seed. Empty where the server does not tell
 */
record Node(RedisEndpoint endpoint, Wire wire, String runId) {

    /** Names the server's keys as long as it runs. */
    String key() {
        return runId.isEmpty() ? "" : runId;
    }
}
