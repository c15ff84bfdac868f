package dev.stairway.lint.schema;

import dev.stairway.script.sql.tree.Column;
import dev.stairway.script.sql.tree.Constraint;
import dev.stairway.script.sql.tree.Name;
import java.util.List;
import java.util.Optional;

/**
 * A table as the statements have left it.
 *
 * @param columns in order, each without constraints: those are here
 * @param constraints each with a name, PostgreSQL's own where none is written; NOT NULL is the column's, and here only where
 *     a statement of its own added it
 * @param indexes made by statements of their own; those of constraints are not here
 * @param origin when it was made
 * @param madeBy id of the migration that made it
 */
public record Table(
        Name name,
        List<Column> columns,
        List<Constraint> constraints,
        List<Index> indexes,
        boolean temporary,
        boolean partitioned,
        boolean strict,
        boolean withoutRowid,
        Origin origin,
        String madeBy) {

    /** When a table was made. */
    public enum Origin {
        HISTORY,
        RELEASE
    }

    public Table {
        columns = List.copyOf(columns);
        constraints = List.copyOf(constraints);
        indexes = List.copyOf(indexes);
    }

    /** The same, made in an earlier release. */
    Table history() {
        return new Table(
                name,
                columns,
                constraints,
                indexes,
                temporary,
                partitioned,
                strict,
                withoutRowid,
                Origin.HISTORY,
                madeBy);
    }

    public Optional<Column> column(Name wanted) {
        return columns.stream().filter(column -> column.name().same(wanted)).findFirst();
    }

    /** Its first constraint of a kind. */
    public Optional<Constraint> first(Constraint.Kind kind) {
        return constraints.stream()
                .filter(constraint -> constraint.kind() == kind)
                .findFirst();
    }

    public List<Constraint> all(Constraint.Kind kind) {
        return constraints.stream()
                .filter(constraint -> constraint.kind() == kind)
                .toList();
    }

    Table named(Name other) {
        return new Table(
                other, columns, constraints, indexes, temporary, partitioned, strict, withoutRowid, origin, madeBy);
    }

    Table withColumns(List<Column> others) {
        return new Table(
                name, others, constraints, indexes, temporary, partitioned, strict, withoutRowid, origin, madeBy);
    }

    Table withConstraints(List<Constraint> others) {
        return new Table(name, columns, others, indexes, temporary, partitioned, strict, withoutRowid, origin, madeBy);
    }

    Table withIndexes(List<Index> others) {
        return new Table(
                name, columns, constraints, others, temporary, partitioned, strict, withoutRowid, origin, madeBy);
    }
}
