package dev.stairway.measure;

import java.util.function.LongFunction;

/**
 * Keys of one kind, as the old and as the new release know them.
 *
 * @param names makes both names of a key for a number
 * @param old a key in the format of the old release
 * @param fresh the same in that of the new release
 * @param sameValue true when the value stays as it is
 * @param followValues true when the marks of the clients can be found again in what the migration makes of a value
 * @param followExpiry true when the time to live is to stay as it is
 */
public record LiveMapping(
        LongFunction<Names> names,
        LiveModel old,
        LiveModel fresh,
        boolean sameValue,
        boolean followValues,
        boolean followExpiry) {

    /** Both names of one key. */
    public record Names(String old, String fresh) {

        /** The one that this release gives it. */
        public String of(Format format) {
            return format == Format.OLD ? old : fresh;
        }
    }

    /** The same, following no more than the other one could. */
    public LiveMapping following(boolean values, boolean expiry) {
        return new LiveMapping(names, old, fresh, sameValue, followValues && values, followExpiry && expiry);
    }
}
