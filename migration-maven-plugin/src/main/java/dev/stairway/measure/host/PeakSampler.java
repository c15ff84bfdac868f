package dev.stairway.measure.host;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Looks now and then, in a thread of its own, and keeps the largest figures. It looks so seldom that the looking takes at most
 * a hundredth of a core.
 */
final class PeakSampler {

    private static final long SHARE = 100;
    private static final long MIN_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Look look;
    private final CountDownLatch enough = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "stairway-host-meter");
    private volatile Peak peak = Peak.NONE;

    /** Takes a look. */
    @FunctionalInterface
    interface Look {
        Peak now();
    }

    /** Largest figures; bytes; null where unknown. */
    record Peak(Long server, Long engine) {

        static final Peak NONE = new Peak(null, null);

        Peak or(Peak other) {
            return new Peak(larger(server, other.server), larger(engine, other.engine));
        }

        private static Long larger(Long one, Long other) {
            if (one == null || other == null) {
                return one == null ? other : one;
            }
            return Math.max(one, other);
        }
    }

    PeakSampler(Look look) {
        this.look = look;
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            long pause;
            do {
                long begun = System.nanoTime();
                peak = peak.or(look.now());
                pause = Math.max(MIN_PAUSE_NANOS, SHARE * (System.nanoTime() - begun));
            } while (!enough.await(pause, TimeUnit.NANOSECONDS));
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the thread and takes a last look. */
    Peak stop() {
        enough.countDown();
        boolean interrupted = Thread.interrupted();
        try {
            thread.join();
        } catch (InterruptedException again) {
            interrupted = true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        return peak.or(look.now());
    }
}
