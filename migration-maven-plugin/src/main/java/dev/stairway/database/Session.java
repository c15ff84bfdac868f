package dev.stairway.database;

/**
 * A conversation with a database whose last transaction is held open until the runner has looked at its effect.
 *
 * <p>An engine that works through a session commits as it likes: the session keeps the last commit back until {@link
 * #settle} is called, or until the engine starts another transaction.
 */
public interface Session extends AutoCloseable {

    /** Starts a step: forgets what was recorded before. */
    void begin();

    /**
     * True when everything the step did sits in one transaction that is still open, so that {@link #discard()} undoes the
     * whole step.
     */
    boolean discardable();

    /** Commits what is held back. Deferred constraints fire here; their failure is thrown as {@link java.sql.SQLException}. */
    void settle() throws java.sql.SQLException;

    /** Rolls back what is held back. */
    void discard() throws java.sql.SQLException;

    /**
     * True when the server does not answer any more, by whichever connection: what the step has left behind cannot be read,
     * and only a checkpoint helps. Asked after a step that failed.
     */
    default boolean lost() {
        return false;
    }

    /** What ran since {@link #begin()}, bookkeeping of the engine left out. */
    Work work();

    @Override
    void close();
}
