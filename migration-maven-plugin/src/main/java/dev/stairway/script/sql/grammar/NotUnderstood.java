package dev.stairway.script.sql.grammar;

/** A text that a grammar refuses, or that is not given to it. Its message tells people where and why. */
public final class NotUnderstood extends Exception {

    private static final long serialVersionUID = 1L;

    public NotUnderstood(String message) {
        super(message);
    }

    NotUnderstood(String message, Throwable cause) {
        super(message, cause);
    }
}
