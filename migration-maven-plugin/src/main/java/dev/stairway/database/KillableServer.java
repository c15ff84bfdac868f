package dev.stairway.database;

/** A server of this run that can be ended as a loss of power ends it, and started again on what that left. */
public interface KillableServer extends DatabaseServer {

    /** False where this one cannot: nobody may call the other two then. */
    boolean killable();

    /** Makes sure that what is there now outlives a kill, where that is not so by itself. No session may be open. */
    default void flush(Database database) {}

    /**
     * Ends the processes of the server, as {@code kill -9} does; nothing of them is left when this returns. Sessions get an
     * error from whatever they ask next. On any thread.
     *
     * @param database one that the server holds
     */
    void kill(Database database);

    /**
     * Starts the server that was killed, at the same place, and waits until it has repaired what it found. Its databases are
     * the ones they were.
     *
     * @param database one that it held
     * @throws dev.stairway.problem.ProblemException when it does not come up
     */
    void restart(Database database);
}
