package dev.stairway.measure.plan;

import java.util.List;

/**
 * What came of one query in one state of the schema.
 *
 * @param message the server's; empty when it works
 * @param plan null when there is none
 * @param values of its parameters; a null stands for one that no typical value was found for
 */
public record Attempt(State state, String message, Plan plan, List<String> values) {

    /** Whether it works. */
    public enum State {
        WORKS,
        /** The server refuses the values that we made, which says nothing about the query. */
        VALUES_REFUSED,
        FAILS,
        /** It took too long to be sure. */
        UNKNOWN
    }

    boolean fails() {
        return state == State.FAILS;
    }

    boolean unknown() {
        return state == State.UNKNOWN;
    }

    boolean valuesRefused() {
        return state == State.VALUES_REFUSED;
    }

    boolean works() {
        return state == State.WORKS;
    }
}
