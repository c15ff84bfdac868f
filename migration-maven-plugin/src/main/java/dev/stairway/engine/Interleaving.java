package dev.stairway.engine;

import java.util.Objects;

/**
 * Lets others work while a step is under way: a step over few keys takes a millisecond, in which nobody else would meet it.
 *
 * @param batch most keys per call
 * @param between runs before every call of a migration's own; the step waits for it
 */
public record Interleaving(int batch, Runnable between) {

    /** A step as it is. */
    public static final Interleaving NONE = new Interleaving(Integer.MAX_VALUE, () -> {});

    public Interleaving {
        Objects.requireNonNull(between, "between");
    }
}
