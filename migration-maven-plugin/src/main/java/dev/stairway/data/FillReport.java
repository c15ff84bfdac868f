package dev.stairway.data;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a filling did.
 *
 * @param inserted qualified table name to rows added; tables that already had enough are left out
 * @param unfilled qualified table name to the reason why it could not get all its rows
 */
public record FillReport(SortedMap<String, Integer> inserted, SortedMap<String, String> unfilled) {

    public static final FillReport NOTHING = new FillReport(new TreeMap<>(), new TreeMap<>());

    public long rows() {
        return inserted.values().stream().mapToLong(Integer::longValue).sum();
    }
}
