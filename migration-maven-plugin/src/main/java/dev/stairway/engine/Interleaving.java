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
 * @param after runs after every call of a batched migration, before it is noted how far the step came; what it throws ends the
 *     step as the end of its process would, and comes out of the step
 */
public record Interleaving(int batch, Consumer<List<String>> between, Runnable after) {

    /** A step as it is. */
    public static final Interleaving NONE = new Interleaving(Integer.MAX_VALUE, keys -> {}, () -> {});

    public Interleaving {
        Objects.requireNonNull(between, "between");
        Objects.requireNonNull(after, "after");
    }

    /** With nothing to do after a call. */
    public Interleaving(int batch, Consumer<List<String>> between) {
        this(batch, between, () -> {});
    }

    /** A step that is ended from within. */
    public static Interleaving ended(int batch, Runnable after) {
        return new Interleaving(batch, keys -> {}, after);
    }
}
