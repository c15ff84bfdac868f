package dev.stairway.measure.redis;

/** A client cannot go on, which says nothing about what was measured. */
public final class ClientFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    ClientFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
