package dev.stairway.alert;

/** What an alert is about; the order is from worst to mildest. */
public enum Kind {
    /** The build fails, or the run did not come to its end. */
    FAILURE,
    /** Nothing fails, but a limit was exceeded or a figure is worse than in the performance baseline. */
    THRESHOLD,
    /** All is well. */
    PASSED
}
