package dev.stairway.database.redis;

import dev.stairway.problem.ProblemException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits for a server that is about to come up. */
final class RedisStart {

    private static final long SECONDS = 60;

    private RedisStart() {}

    /**
     * Tries until the server answers, has ended, or a minute is over. What forwards a container's port accepts connections
     * before the server does.
     */
    static RedisConnection await(RedisEndpoint endpoint, RedisHost host) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (true) {
            try {
                return RedisConnection.open(endpoint);
            } catch (ProblemException e) {
                if (!host.running() || System.nanoTime() > deadline) {
                    throw e;
                }
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }
}
