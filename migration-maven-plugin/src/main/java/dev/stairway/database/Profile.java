package dev.stairway.database;

/** How a server is tuned. */
public enum Profile {
    /** For verdicts: nothing is flushed to the disk, no background work. */
    FAST,
    /** For measuring: durable and with background work, as a server in production. */
    PRODUCTION
}
