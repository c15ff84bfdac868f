package dev.stairway.database.generic.facts;

import java.util.List;

/**
 * A primary key.
 *
 * @param name empty where it has none
 * @param columns in the order of the key; empty where there is no key
 */
public record KeyFacts(String name, List<String> columns) {

    /** Of a table without one. */
    public static final KeyFacts NONE = new KeyFacts("", List.of());

    public KeyFacts {
        columns = List.copyOf(columns);
    }
}
