package dev.stairway.suite;

import dev.stairway.database.redis.RedisTarget;
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
 * @param target a database of a running server, walked where Redis is asked for without a version; null for none
 */
public record RedisOptions(
        Path program,
        long maxBlockMillis,
        long timeoutMillis,
        long lockWaitMillis,
        long lockLeaseMillis,
        RedisTarget target) {

    /** Without a running server. */
    public RedisOptions(
            Path program, long maxBlockMillis, long timeoutMillis, long lockWaitMillis, long lockLeaseMillis) {
        this(program, maxBlockMillis, timeoutMillis, lockWaitMillis, lockLeaseMillis, null);
    }

    /** @param named null for none */
    public RedisOptions with(RedisTarget named) {
        return new RedisOptions(program, maxBlockMillis, timeoutMillis, lockWaitMillis, lockLeaseMillis, named);
    }

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
