package dev.stairway.measure.traffic;

/**
 * How a call ended.
 *
 * @param error without values; empty when there was none
 * @param deadlock true when the server ended it to resolve a deadlock
 * @param gaveUp true when the client was kept waiting until its time was over; it asks again, and its wait goes on
 * @param last true when the client cannot go on: what it asks for is not there any more, or the server is not
 */
public record Outcome(String error, boolean deadlock, boolean gaveUp, boolean last) {

    /** It was answered. */
    public static final Outcome ANSWERED = new Outcome("", false, false, false);

    /** The same, and the client cannot go on. */
    public Outcome andLast() {
        return new Outcome(error, deadlock, gaveUp, true);
    }

    boolean failed() {
        return !error.isEmpty();
    }
}
