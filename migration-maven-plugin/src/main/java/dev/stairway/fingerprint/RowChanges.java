package dev.stairway.fingerprint;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A difference row by row, as evidence.
 *
 * @param byRow name of a row to its change
 * @param complete false when there are more changes, of which the names are not known
 * @param thinned where there are too many rows, only those are here whose name has a digest with so many leading zeros, so
 *     that several readings choose the same rows; else 0
 * @param toleranceMillis two moments of expiry this close are one
 */
public record RowChanges(SortedMap<String, RowChange> byRow, boolean complete, int thinned, long toleranceMillis) {

    /** Nothing changed, or rows have no names. */
    public static final RowChanges NONE = new RowChanges(new TreeMap<>(), true, 0, 0);

    public RowChanges {
        byRow = Collections.unmodifiableSortedMap(byRow);
    }

    /** True when a row is among those that are looked at where there are too many. */
    public static boolean chosen(String row, int zeros) {
        // A name that is no ASCII text may have been read from other bytes, which have another digest.
        return zeros == 0
                || row.chars().allMatch(c -> c < 0x80)
                        && Long.numberOfLeadingZeros(Hashing.of(row).high()) >= zeros;
    }

    /** Fewer rows, to go with another difference of which fewer are known. */
    public RowChanges thinnedTo(int zeros) {
        if (zeros <= thinned) {
            return this;
        }
        TreeMap<String, RowChange> rows = new TreeMap<>(byRow);
        rows.keySet().removeIf(row -> !chosen(row, zeros));
        return new RowChanges(rows, false, zeros, toleranceMillis);
    }

    public boolean isEmpty() {
        return byRow.isEmpty() && complete;
    }
}
