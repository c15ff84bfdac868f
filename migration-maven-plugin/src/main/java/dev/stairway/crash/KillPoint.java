package dev.stairway.crash;

/**
 * A moment of a step.
 *
 * @param statement from 1 on, in the order in which they are sent, the engine's own included; one more than there are for the
 *     moment before the last commit
 * @param afterNanos nanoseconds after it was sent; -1 for the moment before it is sent
 */
public record KillPoint(int statement, long afterNanos) {

    /** Right before it is sent. */
    public static KillPoint before(int statement) {
        return new KillPoint(statement, -1);
    }

    /** True while a statement is under way. */
    public boolean inside() {
        return afterNanos >= 0;
    }
}
