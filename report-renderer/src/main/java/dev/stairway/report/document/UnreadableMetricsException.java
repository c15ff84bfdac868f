package dev.stairway.report.document;

/** A metrics file that cannot be read; the message says what, where and what to do next. */
public final class UnreadableMetricsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableMetricsException(String message, Throwable cause) {
        super(message, cause);
    }
}
