package dev.stairway.database;

import java.util.List;
import java.util.Optional;

/** One database inside a server, made for one cell and dropped when closed. Used by one thread at a time. */
public interface Database extends AutoCloseable {

    DatabaseId id();

    /**
     * A session in its initial state, in which nothing of an earlier session can be seen: no temporary table, no changed
     * setting, no lock, no prepared statement. At most one session handed out this way is open at a time.
     */
    Session newSession();

    /**
     * Keeps the present committed state. No session may be open.
     *
     * @return a handle that frees the copy when closed
     */
    Checkpoint checkpoint();

    /** Puts the database back into the state of the checkpoint, which stays usable. No session may be open. */
    void restore(Checkpoint checkpoint);

    /** True when a checkpoint costs about as much as a small step, so that one can be taken before every step. */
    boolean cheapCheckpoints();

    /** What it takes of its disk and what is left there; empty where that is not known. */
    default Optional<Room> room() {
        return Optional.empty();
    }

    /** Processes of {@link DatabaseServer#processes()} that this database has to itself; empty where all share the same. */
    default List<ProcessHandle> processes() {
        return List.of();
    }

    /** The way to it for another process; empty where there is none. That process makes no checkpoints. */
    default Optional<Handover> handover() {
        return Optional.empty();
    }

    /** Waits until the server has noticed the end of other processes that worked on it; no session may be open. */
    default void awaitOthersGone() {}

    @Override
    void close();
}
