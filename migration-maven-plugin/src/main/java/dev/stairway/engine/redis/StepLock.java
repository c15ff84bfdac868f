package dev.stairway.engine.redis;

import dev.stairway.engine.StepOutcome;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.redisson.api.RLock;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisException;

/**
 * Keeps two runs from working on one database at a time. Whoever asked first is next; the lock's lease is renewed while its
 * holder lives and ends by itself when the holder was killed.
 */
final class StepLock {

    private final RedissonClient redisson;
    private final Duration wait;

    StepLock(RedissonClient redisson, Duration wait) {
        this.redisson = redisson;
        this.wait = wait;
    }

    StepOutcome holding(Supplier<StepOutcome> step) {
        RLock lock = redisson.getFairLock(Reserved.LOCK);
        if (!acquired(lock)) {
            return StepOutcome.failed(
                    "Another run has held the lock " + Reserved.LOCK + " for more than " + Times.text(wait)
                            + "\nNothing was done: run again when the other one has ended; the lock of a run that was killed"
                            + " ends by itself",
                    "");
        }
        try {
            return step.get();
        } finally {
            release(lock);
        }
    }

    private boolean acquired(RLock lock) {
        try {
            return acquire(lock);
        } catch (ReplyException failed) {
            // The pool finds out only now that the server was restarted since the last step; the second try is on a new
            // one.
            return acquire(lock);
        }
    }

    private boolean acquire(RLock lock) {
        try {
            return lock.tryLock(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } catch (RedisException failed) {
            ReplyException.Kind kind = ServerError.is(failed) ? ReplyException.Kind.ERROR : ReplyException.Kind.LOST;
            throw new ReplyException(kind, ServerError.text(failed), "lock " + Reserved.LOCK, failed);
        }
    }

    private static void release(RLock lock) {
        try {
            // A second try to get it may have counted twice.
            do {
                lock.unlockAsync().toCompletableFuture().join();
            } while (lock.isHeldByCurrentThread());
        } catch (RedisException | CompletionException gone) {
            // The server is gone, busy, or was put back to an earlier state: the lease ends by itself.
            return;
        }
    }
}
