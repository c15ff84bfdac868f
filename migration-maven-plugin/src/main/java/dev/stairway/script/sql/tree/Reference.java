package dev.stairway.script.sql.tree;

import java.util.List;

/**
 * What a foreign key refers to.
 *
 * @param columns empty where the primary key is meant
 * @param onDelete in upper case, {@code SET NULL}; empty where nothing is written
 * @param onUpdate the same
 */
public record Reference(Name table, List<Name> columns, String onDelete, String onUpdate) {
    public Reference {
        columns = List.copyOf(columns);
    }
}
