package dev.stairway.measure;

/** A client cannot go on, which says nothing about what was measured. */
public final class ClientFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ClientFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
