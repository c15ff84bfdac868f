package dev.stairway.lint.schema;

import dev.stairway.script.sql.tree.IndexPart;
import dev.stairway.script.sql.tree.Name;
import java.util.List;

/**
 * An index that a statement of its own made.
 *
 * @param partial true when it has a condition
 * @param condition as written; empty where there is none
 * @param method in lower case; empty for the usual one
 * @param isNew true when it was made in the release that is judged
 */
public record Index(
        Name name,
        Name table,
        List<IndexPart> parts,
        boolean unique,
        boolean partial,
        String condition,
        String method,
        boolean isNew) {
    public Index {
        parts = List.copyOf(parts);
    }

    /** The same, made in an earlier release. */
    Index history() {
        return new Index(name, table, parts, unique, partial, condition, method, false);
    }
}
