package dev.stairway.database.process;

/** Gives something back exactly once: when it is closed, else when the JVM ends, as Ctrl-C makes it. */
public final class ClosedOnce implements AutoCloseable {

    private final Runnable work;
    private final Thread hook;
    private volatile boolean done;

    private ClosedOnce(Runnable work, String thread) {
        this.work = work;
        this.hook = new Thread(this::atExit, thread);
    }

    /** @param thread name of the one that does it when the JVM ends */
    public static ClosedOnce orAtExit(String thread, Runnable work) {
        ClosedOnce closed = new ClosedOnce(work, thread);
        Runtime.getRuntime().addShutdownHook(closed.hook);
        return closed;
    }

    /** Does it now, unless it was done before; what goes wrong goes to the caller. */
    @Override
    public void close() {
        try {
            once();
        } finally {
            forgetHook();
        }
    }

    /** True from the moment in which it is begun. */
    public boolean isDone() {
        return done;
    }

    /** A JVM that ends meanwhile waits for what has been begun. */
    private synchronized void once() {
        if (!done) {
            done = true;
            work.run();
        }
    }

    private void forgetHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // The hook runs already, and finds nothing to do.
            return;
        }
    }

    private void atExit() {
        try {
            once();
        } catch (RuntimeException e) {
            // Nobody listens any more; watchdogs, leases, reapers and the next run's sweep finish the job.
            return;
        }
    }
}
