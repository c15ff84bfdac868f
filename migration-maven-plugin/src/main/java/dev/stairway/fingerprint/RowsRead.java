package dev.stairway.fingerprint;

/**
 * Tells how far the reading of a table is. Whoever waits for a reading names a listener for the present thread, since rows
 * are hashed far below every call that could hand one down.
 */
public final class RowsRead {

    /** Is told every so many rows. */
    static final long EVERY = 1 << 16;

    private static final Listener NOBODY = (table, rows) -> {};

    private static final ThreadLocal<Listener> LISTENER = ThreadLocal.withInitial(() -> NOBODY);

    private RowsRead() {}

    /** Hears how far a reading is, from the thread that reads; it must not take long. */
    @FunctionalInterface
    public interface Listener {
        /**
         * So many rows of the table were read so far.
         *
         * @param table qualified name
         */
        void read(String table, long rows);
    }

    /** What this thread reads from now on is told to the listener. */
    public static void tell(Listener listener) {
        LISTENER.set(listener);
    }

    /** What this thread reads from now on is told to nobody. */
    public static void tellNobody() {
        LISTENER.remove();
    }

    static Listener current() {
        return LISTENER.get();
    }
}
