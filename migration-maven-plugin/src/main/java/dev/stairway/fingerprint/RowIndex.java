package dev.stairway.fingerprint;

import java.util.List;
import java.util.Map;

/**
 * Rows of a small table by key, so that a difference can be counted row by row.
 *
 * @param key the key's columns, in order of the key
 * @param columns the hashed columns, in the order of the arrays
 * @param rows digest of the key's values to one 64-bit hash per column
 */
public record RowIndex(List<String> key, List<String> columns, Map<Digest, long[]> rows) {
    public RowIndex {
        key = List.copyOf(key);
        columns = List.copyOf(columns);
    }
}
