package dev.stairway.database.external;

import java.time.Duration;

/**
 * How sessions on a named database behave.
 *
 * @param connect how long a connection may take to come
 * @param lock how long a statement waits for a lock; zero for the server's own limit
 * @param statement how long one statement may take; zero for the server's own limit
 * @param readOnly true where nothing may be written at all
 */
public record SessionLimits(Duration connect, Duration lock, Duration statement, boolean readOnly) {

    /** For looking, which holds nobody up. */
    public static SessionLimits looking(Duration connect) {
        return new SessionLimits(connect, Duration.ofSeconds(5), Duration.ofSeconds(60), true);
    }

    /** For what takes as long as it takes: backups, and what puts them back. */
    public static SessionLimits copying(Duration connect) {
        return new SessionLimits(connect, Duration.ofSeconds(30), Duration.ZERO, false);
    }
}
