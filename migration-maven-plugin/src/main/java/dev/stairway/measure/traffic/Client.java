package dev.stairway.measure.traffic;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Calls at fixed times, each in turn: a call that is kept waiting does not move those after it. */
final class Client implements Runnable {

    /** Until the code of driver and server is warm. */
    private static final int WARM_UP_CALLS = 5;

    static final int IDLE_CALLS = 50;
    static final long IDLE_NANOS = 200_000_000;

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Probe probe;
    private final long interval;
    private final StepClock clock;
    private final Samples idle = new Samples();
    private final Samples samples = new Samples();
    private final CountDownLatch ready = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean cancelled;
    private volatile RuntimeException defect;

    Client(Probe probe, long intervalNanos, StepClock clock) {
        this.probe = probe;
        this.interval = intervalNanos;
        this.clock = clock;
        String name = "traffic-" + probe.kind().name().toLowerCase(java.util.Locale.ROOT) + "-" + probe.table();
        this.thread = new Thread(this, name);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Waits until it knows what an idle server does. False when that took too long. */
    boolean ready(long nanos) throws InterruptedException {
        return ready.await(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void run() {
        try (probe) {
            boolean able = warmUp() && idle();
            ready.countDown();
            if (able) {
                work();
            }
        } catch (RuntimeException own) {
            defect = own;
        } finally {
            ready.countDown();
        }
    }

    private boolean warmUp() {
        for (int i = 0; i < WARM_UP_CALLS; i++) {
            if (given(0, 0, probe.call())) {
                return false;
            }
        }
        return true;
    }

    // True when the client cannot go on, which is worth telling although the step has not begun.
    private boolean given(long at, long took, Outcome outcome) {
        if (outcome.last()) {
            samples.add(at, took, outcome);
        }
        return outcome.last();
    }

    private boolean idle() {
        long start = System.nanoTime();
        for (int i = 0; i < IDLE_CALLS && !clock.hasEnded(); i++) {
            long due = start + i * (IDLE_NANOS / IDLE_CALLS);
            await(due);
            if (System.nanoTime() - start > IDLE_NANOS || clock.hasBegun()) {
                return true;
            }
            Outcome outcome = probe.call();
            if (!clock.hasBegun()) {
                idle.add(0, System.nanoTime() - due, outcome);
            }
            if (given(0, 0, outcome)) {
                return false;
            }
        }
        return true;
    }

    private void work() {
        long due = System.nanoTime();
        while (await(due)) {
            Outcome outcome = probe.call();
            if (outcome.gaveUp() && !outcome.last() && !cancelled) {
                gaveUp(outcome);
            } else {
                due = count(due, System.nanoTime(), cancelled ? Outcome.ANSWERED : outcome);
            }
            if (outcome.last()) {
                return;
            }
        }
    }

    /** The call is not over: the client asks again, and what it waits goes on from when the call was due. */
    private void gaveUp(Outcome outcome) {
        if (clock.hasBegun()) {
            samples.failed(outcome);
        }
    }

    /** Counts a call and those that were due before it ended. Returns when the next one is due. */
    private long count(long due, long now, Outcome outcome) {
        long begin = clock.begin();
        boolean counts = begin != StepClock.NOT_YET && now >= begin;
        if (counts) {
            long from = Math.max(due, begin);
            samples.add(from - begin, now - from, outcome);
        }
        long next = due + interval;
        for (; next < now; next += interval) {
            if (counts && next >= begin && next < clock.end()) {
                samples.missed(now - next);
            }
        }
        return next;
    }

    /** False when the step ended before. */
    private boolean await(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            if (clock.hasEnded()) {
                return false;
            }
            LockSupport.parkNanos(this, left);
        }
        return due < clock.end();
    }

    /** The step has ended; the call under way goes on. */
    void ended() {
        LockSupport.unpark(thread);
    }

    /** True when it has ended within this time. */
    boolean join(long nanos) throws InterruptedException {
        thread.join(Math.max(1, nanos / NANOS_PER_MILLI));
        return !thread.isAlive();
    }

    /** The call under way ends, too: what it had waited counts, and it is no error. */
    void cancel() {
        cancelled = true;
        probe.cancel();
    }

    void abandon() {
        probe.abandon();
    }

    /** @throws IllegalStateException when it ended by a defect of its own, so that its figures say nothing */
    TableTraffic summary() {
        if (defect != null) {
            throw new IllegalStateException("the client of " + probe.table() + " has a defect", defect);
        }
        return samples.summary(probe.table(), probe.kind(), idle);
    }
}
