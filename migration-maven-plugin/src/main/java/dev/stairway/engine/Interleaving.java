package dev.stairway.engine;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Lets others work while a step is under way: a step over few keys takes a millisecond, in which nobody else would meet it.
 *
 * @param batch most keys per call
 * @param between runs before every call of a migration's own, with the names of the keys that it is about; the step waits
 *     for it
 */
public record Interleaving(int batch, Consumer<List<String>> between) {

    /** A step as it is. */
    public static final Interleaving NONE = new Interleaving(Integer.MAX_VALUE, keys -> {});

    public Interleaving {
        Objects.requireNonNull(between, "between");
    }
}
