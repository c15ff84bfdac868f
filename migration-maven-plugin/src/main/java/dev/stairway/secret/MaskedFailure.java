package dev.stairway.secret;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Stands for a failure whose message, or that of a cause, tells a secret; prints as that one would, without it. */
final class MaskedFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final String text;

    private MaskedFailure(String message, String text, Throwable cause, StackTraceElement... trace) {
        super(message, cause);
        this.text = text;
        setStackTrace(trace);
    }

    static Throwable of(Throwable failure, Mask mask) {
        if (failure == null || mask.isIdle()) {
            return failure;
        }
        StringWriter printed = new StringWriter();
        failure.printStackTrace(new PrintWriter(printed, true));
        return mask.finds(printed.toString())
                ? copy(failure, mask, Collections.newSetFromMap(new IdentityHashMap<>()))
                : failure;
    }

    /** @param seen failures may be causes of one another */
    private static Throwable copy(Throwable failure, Mask mask, Set<Throwable> seen) {
        if (failure == null || !seen.add(failure)) {
            return null;
        }
        MaskedFailure copy = new MaskedFailure(
                mask.of(failure.getMessage()),
                mask.of(failure.toString()),
                copy(failure.getCause(), mask, seen),
                failure.getStackTrace());
        for (Throwable suppressed : failure.getSuppressed()) {
            Throwable other = copy(suppressed, mask, seen);
            if (other != null) {
                copy.addSuppressed(other);
            }
        }
        return copy;
    }

    @Override
    public String toString() {
        return text;
    }
}
