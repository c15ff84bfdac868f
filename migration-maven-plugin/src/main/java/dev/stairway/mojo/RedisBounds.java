package dev.stairway.mojo;

import dev.stairway.suite.RedisOptions;
import java.io.File;

/** Parameters about Redis, checked. */
final class RedisBounds {

    /** Redisson renews the lease when a third of it has passed; less than this is lost on a busy machine. */
    private static final long LEAST_LEASE = 1000;

    private RedisBounds() {}

    /** @param program null for none */
    static RedisOptions of(File program, long maxBlock, long timeout, long lockWait, long lockLease) {
        atLeast(1, maxBlock, "redisMaxBlockMillis");
        atLeast(1, timeout, "redisTimeoutMillis");
        atLeast(0, lockWait, "redisLockWaitMillis");
        atLeast(LEAST_LEASE, lockLease, "redisLockLeaseMillis");
        return new RedisOptions(
                program == null ? null : program.toPath().toAbsolutePath(), maxBlock, timeout, lockWait, lockLease);
    }

    private static void atLeast(long least, long value, String parameter) {
        if (value < least) {
            throw CheckedSettings.refused(parameter, Long.toString(value), "Use " + least + " milliseconds or more");
        }
    }
}
