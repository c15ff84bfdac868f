package dev.stairway.database;

/** How a server is tuned. */
public enum Profile {
    /** For verdicts: nothing is flushed to the disk, no background work. */
    FAST,
    /** For going back in time: the same, but the server keeps what takes it to any earlier moment, where it can. */
    ARCHIVING,
    /** For measuring what a step costs: durable, but without background work, so that the same step counts the same work. */
    MEASURED,
    /** For measuring what others meet: durable and with background work, as a server in production. */
    PRODUCTION;

    /** True where what is committed has reached the disk. */
    public boolean durable() {
        return this == MEASURED || this == PRODUCTION;
    }

    /** True where the server works on its own account, at times of its own choice. */
    public boolean worksInBackground() {
        return this == PRODUCTION;
    }
}
