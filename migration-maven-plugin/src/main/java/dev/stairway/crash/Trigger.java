package dev.stairway.crash;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/** Kills at one moment of a step. */
final class Trigger implements StepWatch {

    private final KillPoint point;
    private final Runnable kill;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private boolean pulled;

    Trigger(KillPoint point, Runnable kill) {
        this.point = point;
        this.kill = kill;
    }

    @Override
    public void before(int number, String text) {
        if (number != point.statement() || pulled) {
            return;
        }
        pulled = true;
        if (point.inside()) {
            Thread thread = new Thread(this::later, "stairway-kill");
            thread.setDaemon(true);
            thread.start();
        } else {
            now();
        }
    }

    /** Waits for it; a step that ended before its moment is followed by the kill. */
    void await() {
        if (!pulled) {
            pulled = true;
            now();
        }
        done.join();
    }

    private void later() {
        long end = System.nanoTime() + point.afterNanos();
        for (long left = point.afterNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        now();
    }

    private void now() {
        try {
            kill.run();
            done.complete(null);
        } catch (RuntimeException failed) {
            done.completeExceptionally(failed);
        }
    }
}
