package dev.stairway.fingerprint;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One object of a schema as text.
 *
 * @param kind what it is, in lower case as the manual says it: {@code table}, {@code column}, {@code unique constraint}
 * @param name qualified, without anything that changes from run to run (no OID)
 * @param attributes attribute to canonical value; an absent attribute means the default
 */
public record SchemaObject(String kind, String name, SortedMap<String, String> attributes) {

    /** Attribute of a table that holds its column order; a difference in it alone is not a lost object. */
    public static final String COLUMN_ORDER = "column order";

    /** Attribute of a sequence that holds its present value; a difference in it alone is not a lost object. */
    public static final String POSITION = "position";

    public SchemaObject {
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    }
}
