package dev.stairway.database.generic.facts;

import java.util.List;

/**
 * A foreign key.
 *
 * @param name empty where it has none
 * @param parentSchema null where tables have none
 * @param onUpdate rule, as SQL spells it
 * @param onDelete rule, as SQL spells it
 * @param deferrability empty where it cannot be deferred
 */
public record ReferenceFacts(
        String name,
        List<String> columns,
        String parentSchema,
        String parent,
        List<String> parentColumns,
        String onUpdate,
        String onDelete,
        String deferrability) {

    public ReferenceFacts {
        columns = List.copyOf(columns);
        parentColumns = List.copyOf(parentColumns);
    }
}
