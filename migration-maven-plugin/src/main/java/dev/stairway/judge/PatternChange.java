package dev.stairway.judge;

import java.util.SortedSet;

/**
 * What one direction of a migration was seen to do to the keys of one pattern, whether that is declared or not. Which key
 * became which follows from what varies in their names.
 *
 * @param before pattern; empty for keys that came from nowhere
 * @param after pattern; the same as before for keys that were changed in their place, empty for keys that went
 * @param keys how many
 * @param sameValue how many of them hold the same value, of the same type
 * @param sameExpiry how many of them expire when they did before, or never as before
 * @param typesBefore of these keys
 * @param typesAfter of these keys
 * @param exact false where only some of very many keys were looked at, so that the numbers are lower bounds
 */
public record PatternChange(
        String before,
        String after,
        long keys,
        long sameValue,
        long sameExpiry,
        SortedSet<String> typesBefore,
        SortedSet<String> typesAfter,
        boolean exact) {

    /** What happened to the keys. */
    public enum Kind {
        MOVED,
        CHANGED,
        ADDED,
        REMOVED
    }

    /** What happened to them. */
    public Kind kind() {
        if (before.isEmpty()) {
            return Kind.ADDED;
        }
        if (after.isEmpty()) {
            return Kind.REMOVED;
        }
        return before.equals(after) ? Kind.CHANGED : Kind.MOVED;
    }

    /** True when every key holds what it held. */
    public boolean valueKept() {
        return sameValue == keys;
    }

    /** True when every key expires when it did. */
    public boolean expiryKept() {
        return sameExpiry == keys;
    }
}
