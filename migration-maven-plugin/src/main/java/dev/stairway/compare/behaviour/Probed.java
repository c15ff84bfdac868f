package dev.stairway.compare.behaviour;

import dev.stairway.database.DatabaseId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A probe that was executed everywhere.
 *
 * @param table plain name in lower case
 * @param column in lower case; empty when it is about the whole table
 * @param description what was tried, for people
 * @param outcomes in the order of the databases
 */
public record Probed(
        ProbeKind kind, String table, String column, String description, Map<DatabaseId, Outcome> outcomes) {
    public Probed {
        outcomes = Collections.unmodifiableMap(new LinkedHashMap<>(outcomes));
    }
}
