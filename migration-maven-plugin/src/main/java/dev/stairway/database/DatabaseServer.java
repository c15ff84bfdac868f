package dev.stairway.database;

import java.util.List;

/**
 * A running server (or library) that makes fresh databases; one per product and version in a run.
 *
 * <p>Safe for use by several threads. Closing it removes everything it made: processes, ports and files.
 */
public interface DatabaseServer extends AutoCloseable {

    DatabaseId id();

    /** Exact version as the server reports it, for example {@code 17.11}. */
    String serverVersion();

    /** Name and version of the JDBC driver or client in use, for example {@code PostgreSQL JDBC Driver 42.7.14}. */
    String driverVersion();

    /** What the user should know of it besides, in sentences: what was left there, what it does not let us see. */
    default List<String> notes() {
        return List.of();
    }

    /**
     * The processes on this machine that do its work, without their children; this one for a library. Empty where they are out
     * of sight: in a container, or somebody else's.
     */
    default List<ProcessHandle> processes() {
        return List.of();
    }

    /** An empty database that nobody else uses; the caller closes it, which drops it. */
    Database fresh(String nameHint);

    /** True where {@link #fresh} waits until the database before is closed, so that nobody may need two at a time. */
    default boolean oneAtATime() {
        return false;
    }

    @Override
    void close();
}
