package dev.stairway.script.sql.tree;

import java.util.List;

/**
 * A column as it is declared. Its PRIMARY KEY, UNIQUE, CHECK and REFERENCES are constraints of one column.
 *
 * @param type null where SQLite is told none
 * @param notNull NOT NULL is written
 * @param defaultValue null where none is written
 * @param generated null unless its values are computed from others
 * @param stored computed values are kept, not computed when they are read
 * @param identity it numbers its rows: serial types, GENERATED ... AS IDENTITY, AUTOINCREMENT
 * @param collation empty where none is written
 * @param constraints never NOT_NULL
 * @param offset of its first character in the statement
 */
public record Column(
        Name name,
        DataType type,
        boolean notNull,
        Expression defaultValue,
        Expression generated,
        boolean stored,
        boolean identity,
        String collation,
        List<Constraint> constraints,
        int offset) {

    public Column {
        constraints = List.copyOf(constraints);
    }

    /** True when it has a constraint of this kind. */
    public boolean has(Constraint.Kind kind) {
        return constraints.stream().anyMatch(constraint -> constraint.kind() == kind);
    }
}
