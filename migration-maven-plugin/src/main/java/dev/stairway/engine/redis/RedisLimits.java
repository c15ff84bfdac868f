package dev.stairway.engine.redis;

import java.time.Duration;

/**
 * Bounds of a Redis changelog; a script may declare its own for the first two.
 *
 * @param maxBlock how long one call of a batched script may keep the server from other clients; the batches adapt to it
 * @param timeout when a script or command is stopped. Servers listen to a kill only after their own
 *     {@code busy-reply-threshold}, five seconds unless configured
 * @param lockWait how long to wait for another run
 * @param lockLease how long the lock outlives a run that was killed; it is renewed while the run lives
 */
public record RedisLimits(Duration maxBlock, Duration timeout, Duration lockWait, Duration lockLease) {

    public static final RedisLimits DEFAULT = new RedisLimits(
            Duration.ofMillis(5), Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofSeconds(30));
}
