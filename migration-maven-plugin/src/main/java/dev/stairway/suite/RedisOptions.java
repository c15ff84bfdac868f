package dev.stairway.suite;

import dev.stairway.engine.redis.RedisLimits;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What the user says about Redis.
 *
 * @param program path of a {@code redis-server} or {@code valkey-server}; null for none
 * @param maxBlockMillis how long one call of a batched script may keep the server from other clients
 * @param timeoutMillis when a script or command is stopped
 * @param lockWaitMillis how long to wait for another run
 * @param lockLeaseMillis how long the lock outlives a run that was killed
 */
public record RedisOptions(
        Path program, long maxBlockMillis, long timeoutMillis, long lockWaitMillis, long lockLeaseMillis) {

    /** No program, and the engine's own bounds. */
    public static final RedisOptions DEFAULT = new RedisOptions(
            null,
            RedisLimits.DEFAULT.maxBlock().toMillis(),
            RedisLimits.DEFAULT.timeout().toMillis(),
            RedisLimits.DEFAULT.lockWait().toMillis(),
            RedisLimits.DEFAULT.lockLease().toMillis());

    /** The bounds as the engine takes them. */
    RedisLimits limits() {
        return new RedisLimits(
                Duration.ofMillis(maxBlockMillis),
                Duration.ofMillis(timeoutMillis),
                Duration.ofMillis(lockWaitMillis),
                Duration.ofMillis(lockLeaseMillis));
    }
}
