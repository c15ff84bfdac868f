package dev.stairway.fingerprint;

import dev.stairway.fingerprint.KeySnapshot.Key;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of one row that can be called by its name.
 *
 * @param row its name; bytes that are no UTF-8 text are read one by one as Latin-1
 * @param before null when there was no such row
 * @param after null when there is no such row
 */
public record RowChange(String row, Key before, Key after) {

    private static final String NONE = "none";

    /** Of the table in which the row is, or was. */
    public String table() {
        return after == null ? before.table() : after.table();
    }

    /** True when the row was not there before. */
    public boolean added() {
        return before == null;
    }

    /** True when the row is no longer there. */
    public boolean removed() {
        return after == null;
    }

    /**
     * Name of each column that differs, with what is to be said of it; empty when the row came or went. Values are never
     * told, since they may be secrets.
     */
    public SortedMap<String, String> columns() {
        if (added() || removed()) {
            return Collections.emptySortedMap();
        }
        SortedMap<String, String> columns = new TreeMap<>();
        if (before.type().equals(after.type())) {
            before.different(after).forEach((column, part) -> columns.put(column, "other " + column + part));
        } else {
            columns.put("type", "type was " + before.type() + ", is " + after.type());
        }
        if (before.expiryMillis() != after.expiryMillis()) {
            columns.put("expiry", "expiry was " + moment(before) + ", is " + moment(after));
        }
        return columns;
    }

    /** For example {@code session:user:1: expiry was 2026-01-01T00:00:00Z, is none}. */
    public String sentence() {
        if (added()) {
            return shown(row) + ": was not there before (" + after.type() + ")";
        }
        if (removed()) {
            return shown(row) + ": is gone (" + before.type() + ")";
        }
        return shown(row) + ": " + String.join("; ", columns().values());
    }

    /** Names may hold any bytes; a report must not. */
    public static String shown(String name) {
        StringBuilder shown = new StringBuilder(name.length());
        for (char c : name.toCharArray()) {
            shown.append(Character.isISOControl(c) ? String.format("\\x%02x", (int) c) : String.valueOf(c));
        }
        return shown.toString();
    }

    private static String moment(Key key) {
        return key.expiryMillis() == Key.NEVER
                ? NONE
                : Instant.ofEpochMilli(key.expiryMillis()).toString();
    }
}
