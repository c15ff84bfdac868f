package dev.stairway.engine.redis;

/**
 * What the history says of a migration.
 *
 * @param version as the file or class names it, without zeros in front
 * @param description one line
 * @param file file or class
 * @param checksum of both halves when it ran
 * @param order 1 for the first that ran
 * @param state how far it came
 * @param startedAt ISO 8601, UTC
 * @param durationMillis milliseconds; 0 until it has ended
 * @param keys keys handed to it; -1 where it works without
 */
record Entry(
        String version,
        String description,
        String file,
        String checksum,
        long order,
        State state,
        String startedAt,
        long durationMillis,
        long keys) {

    /** How far a migration came. */
    enum State {
        /** The up step was begun and did not end. */
        UP_STARTED,
        APPLIED,
        /** The down step was begun and did not end. */
        DOWN_STARTED
    }

    Entry ended(State now, long millis, long handedOver) {
        return new Entry(version, description, file, checksum, order, now, startedAt, millis, handedOver);
    }

    Entry with(State now) {
        return new Entry(version, description, file, checksum, order, now, startedAt, durationMillis, keys);
    }
}
