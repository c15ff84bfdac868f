package dev.stairway.fingerprint;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A difference row by row, as evidence.
 *
 * @param byRow name of a row to its change
 * @param complete false when there are more changes, of which the names are not known
 * @param toleranceMillis two moments of expiry this close are one
 */
public record RowChanges(SortedMap<String, RowChange> byRow, boolean complete, long toleranceMillis) {

    /** Nothing changed, or rows have no names. */
    public static final RowChanges NONE = new RowChanges(new TreeMap<>(), true, 0);

    public RowChanges {
        byRow = Collections.unmodifiableSortedMap(byRow);
    }

    public boolean isEmpty() {
        return byRow.isEmpty() && complete;
    }
}
