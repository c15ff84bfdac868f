package dev.stairway.crash;

/** Is told of every statement of a step, those of the engine's own included. */
public interface StepWatch {

    /** Looks at nothing. */
    StepWatch NONE = (number, text) -> {};

    /**
     * Right before a statement is sent, which waits for this.
     *
     * @param number from 1 on; one more than there were statements when only the last commit is left
     * @param text as sent; {@code COMMIT} for the last commit
     */
    void before(int number, String text);

    /** The statement was answered. @param nanos from when it was sent */
    default void answered(int number, long nanos) {}

    /** The statement that was answered last was a question of the engine's own, behind which all is as before it. */
    default void looked(int number) {}
}
