package dev.stairway.measure.traffic;

import java.util.concurrent.locks.LockSupport;

/** Keeps a transaction open from before the step until some time after its begin. */
final class SlowReader implements Runnable {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Clients.Ending held;
    private final long nanos;
    private final StepClock clock;
    private final Thread thread = new Thread(this, "traffic-slow-reader");

    SlowReader(Clients.Ending held, long nanos, StepClock clock) {
        this.held = held;
        this.nanos = nanos;
        this.clock = clock;
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void run() {
        while (!clock.hasBegun() && !clock.hasEnded()) {
            LockSupport.park(this);
        }
        for (long left = left(); left > 0 && !clock.hasEnded(); left = left()) {
            LockSupport.parkNanos(this, left);
        }
        held.close();
    }

    private long left() {
        return clock.hasBegun() ? clock.begin() + nanos - System.nanoTime() : 0;
    }

    /** The clock has changed. */
    void look() {
        LockSupport.unpark(thread);
    }

    boolean join(long waitNanos) throws InterruptedException {
        thread.join(Math.max(1, waitNanos / NANOS_PER_MILLI));
        return !thread.isAlive();
    }
}
