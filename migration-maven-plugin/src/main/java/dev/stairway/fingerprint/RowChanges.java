package dev.stairway.fingerprint;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A difference row by row, as evidence.
 *
 * @param byRow name of a row to its change
 * @param complete false when there are more changes, of which the names are not known
 */
public record RowChanges(SortedMap<String, RowChange> byRow, boolean complete) {

    /** Nothing changed, or rows have no names. */
    public static final RowChanges NONE = new RowChanges(new TreeMap<>(), true);

    public RowChanges {
        byRow = Collections.unmodifiableSortedMap(byRow);
    }

    public boolean isEmpty() {
        return byRow.isEmpty() && complete;
    }
}
