package dev.stairway.measure.redis;

/**
 * A write that the server confirmed.
 *
 * @param mark of its value; empty for one that changed the life time alone
 * @param lifeMillis life time that it gave; -1 for a key that stays, 0 when it ended the key
 * @param start when it was sent, by {@link System#nanoTime}
 * @param end when it was confirmed
 * @param command for people, without values
 * @param client for people
 * @param call number of the call before which the migration was just waiting, see {@link Pulse}
 */
record Write(String mark, long lifeMillis, long start, long end, String command, String client, long call) {

    /** True when it was sent only after the other one had been confirmed. */
    boolean after(Write other) {
        return start - other.end > 0;
    }
}
