package dev.stairway.measure.lock;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Looks again and again, by a connection beside the step and in a thread of its own, at what the step holds and waits for
 * while a statement runs. Between statements it rests, and then only the connection may be used by others.
 */
final class LockSampler implements AutoCloseable {

    private final ReentrantLock monitor = new ReentrantLock();
    private final Condition changed = monitor.newCondition();
    private final LockLook look;
    private final Thread thread = new Thread(this::run, "stairway-lock-sampler");
    /** What has been seen of the present statement; null between statements. */
    private LockSamples samples;

    private boolean looking;
    private boolean closed;
    /** Null as long as it works. */
    private SQLException trouble;

    LockSampler(Connection beside, int process) throws SQLException {
        look = new LockLook(beside, process);
        thread.setDaemon(true);
        thread.start();
    }

    /** @param pace how soon and how often to look */
    void watch(LockPace pace) {
        monitor.lock();
        try {
            samples = new LockSamples(pace);
            changed.signalAll();
        } finally {
            monitor.unlock();
        }
    }

    /** Ends the looking; when this returns, the connection is not in use. @return what was seen */
    List<LockSample> rest() {
        monitor.lock();
        try {
            LockSamples seen = samples;
            samples = null;
            changed.signalAll();
            while (looking) {
                changed.awaitUninterruptibly();
            }
            return seen == null ? List.of() : seen.all(System.nanoTime());
        } finally {
            monitor.unlock();
        }
    }

    /** @throws SQLException when a look failed, so that something may be missing */
    void check() throws SQLException {
        monitor.lock();
        try {
            if (trouble != null) {
                throw trouble;
            }
        } finally {
            monitor.unlock();
        }
    }

    @Override
    public void close() {
        monitor.lock();
        try {
            closed = true;
            samples = null;
            changed.signalAll();
        } finally {
            monitor.unlock();
        }
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            for (LockSamples into = next(); into != null; into = next()) {
                lookOnce(into);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until a look is due; null at the end. */
    private LockSamples next() throws InterruptedException {
        monitor.lock();
        try {
            while (!closed) {
                if (samples == null || trouble != null) {
                    changed.await();
                } else if (samples.dueIn(System.nanoTime()) <= 0) {
                    looking = true;
                    return samples;
                } else if (changed.await(samples.dueIn(System.nanoTime()), TimeUnit.NANOSECONDS)) {
                    // Something else may be wanted now; where nothing is, it is due.
                    continue;
                }
            }
            return null;
        } finally {
            monitor.unlock();
        }
    }

    /** Without the monitor, so that the end of the statement is noted as it comes. */
    private void lookOnce(LockSamples into) {
        long asked = System.nanoTime();
        try {
            List<LockLook.Seen> seen = look.now();
            // Somewhere in between it was so.
            looked(into, seen, asked + (System.nanoTime() - asked) / 2, null);
        } catch (SQLException failure) {
            looked(into, List.of(), asked, failure);
        }
    }

    private void looked(LockSamples into, List<LockLook.Seen> seen, long moment, SQLException failure) {
        monitor.lock();
        try {
            looking = false;
            trouble = failure;
            if (failure == null) {
                into.add(seen, moment);
            }
            changed.signalAll();
        } finally {
            monitor.unlock();
        }
    }
}
