package dev.stairway.script.sql.tree;

import java.util.List;

/**
 * A constraint of a table or, moved to its table, of a column.
 *
 * @param name null where it has none
 * @param columns those it is about; for a check the ones it refers to
 * @param references null unless it is a foreign key
 * @param check null unless it is a check, or the condition of an exclusion
 * @param notValid rows that are there are not checked
 * @param notEnforced it is not checked at all (PostgreSQL 18)
 * @param usingIndex the index that it takes over; null where it builds its own
 * @param offset of its first character in the statement
 */
public record Constraint(
        Kind kind,
        Name name,
        List<Name> columns,
        Reference references,
        Expression check,
        boolean notValid,
        boolean notEnforced,
        Name usingIndex,
        int offset) {

    /** What it asks for. */
    public enum Kind {
        PRIMARY_KEY,
        UNIQUE,
        FOREIGN_KEY,
        CHECK,
        EXCLUDE,
        /** PostgreSQL 18 gives it a name and lets it be NOT VALID. */
        NOT_NULL
    }

    public Constraint {
        columns = List.copyOf(columns);
    }
}
