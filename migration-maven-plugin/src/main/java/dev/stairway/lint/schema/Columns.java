package dev.stairway.lint.schema;

import dev.stairway.script.sql.tree.Column;
import dev.stairway.script.sql.tree.DataType;
import dev.stairway.script.sql.tree.Expression;
import dev.stairway.script.sql.tree.Name;
import java.util.List;

/** Columns with something changed. */
final class Columns {

    private Columns() {}

    /** As a table keeps it: constraints are the table's, and what numbers rows is never null. */
    static Column kept(Column c) {
        boolean numbers = c.identity() || c.type() != null && c.type().is("serial", "bigserial", "smallserial");
        return new Column(
                c.name(),
                c.type(),
                c.notNull() || numbers,
                c.defaultValue(),
                c.generated(),
                c.stored(),
                numbers,
                c.collation(),
                List.of(),
                c.offset());
    }

    static Column named(Column c, Name name) {
        return new Column(
                name,
                c.type(),
                c.notNull(),
                c.defaultValue(),
                c.generated(),
                c.stored(),
                c.identity(),
                c.collation(),
                c.constraints(),
                c.offset());
    }

    static Column notNull(Column c, boolean notNull) {
        return new Column(
                c.name(),
                c.type(),
                notNull,
                c.defaultValue(),
                c.generated(),
                c.stored(),
                c.identity(),
                c.collation(),
                c.constraints(),
                c.offset());
    }

    static Column byDefault(Column c, Expression value) {
        return new Column(
                c.name(),
                c.type(),
                c.notNull(),
                value,
                c.generated(),
                c.stored(),
                c.identity(),
                c.collation(),
                c.constraints(),
                c.offset());
    }

    static Column typed(Column c, DataType type, String collation) {
        return new Column(
                c.name(),
                type,
                c.notNull(),
                c.defaultValue(),
                c.generated(),
                c.stored(),
                c.identity(),
                collation,
                c.constraints(),
                c.offset());
    }

    static Column numbering(Column c, boolean identity) {
        return new Column(
                c.name(),
                c.type(),
                c.notNull(),
                c.defaultValue(),
                c.generated(),
                c.stored(),
                identity,
                c.collation(),
                c.constraints(),
                c.offset());
    }

    static Column generated(Column c, Expression from) {
        return new Column(
                c.name(),
                c.type(),
                c.notNull(),
                c.defaultValue(),
                from,
                c.stored(),
                c.identity(),
                c.collation(),
                c.constraints(),
                c.offset());
    }
}
