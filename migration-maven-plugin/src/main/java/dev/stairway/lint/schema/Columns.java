package dev.stairway.lint.schema;

import dev.stairway.script.sql.tree.Column;
import dev.stairway.script.sql.tree.Constraint;
import dev.stairway.script.sql.tree.DataType;
import dev.stairway.script.sql.tree.Expression;
import dev.stairway.script.sql.tree.Name;
import java.util.List;
import java.util.function.Consumer;

/** Columns with something changed. */
final class Columns {

    private Columns() {}

    /** As a table keeps it: constraints are the table's, and what numbers rows is never null. */
    static Column kept(Column c) {
        boolean numbers = c.identity() || c.type() != null && c.type().is("serial", "bigserial", "smallserial");
        return with(c, draft -> {
            draft.notNull |= numbers;
            draft.identity = numbers;
            draft.constraints = List.of();
        });
    }

    static Column named(Column c, Name name) {
        return with(c, draft -> draft.name = name);
    }

    static Column notNull(Column c, boolean notNull) {
        return with(c, draft -> draft.notNull = notNull);
    }

    static Column byDefault(Column c, Expression value) {
        return with(c, draft -> draft.defaultValue = value);
    }

    static Column typed(Column c, DataType type, String collation) {
        return with(c, draft -> {
            draft.type = type;
            draft.collation = collation;
        });
    }

    static Column numbering(Column c, boolean identity) {
        return with(c, draft -> draft.identity = identity);
    }

    static Column generated(Column c, Expression from) {
        return with(c, draft -> draft.generated = from);
    }

    private static Column with(Column column, Consumer<Draft> change) {
        Draft draft = new Draft(column);
        change.accept(draft);
        return draft.column();
    }

    /** What of a column can change. */
    private static final class Draft {

        private final Column old;
        private Name name;
        private DataType type;
        private boolean notNull;
        private Expression defaultValue;
        private Expression generated;
        private boolean identity;
        private String collation;
        private List<Constraint> constraints;

        Draft(Column old) {
            this.old = old;
            this.name = old.name();
            this.type = old.type();
            this.notNull = old.notNull();
            this.defaultValue = old.defaultValue();
            this.generated = old.generated();
            this.identity = old.identity();
            this.collation = old.collation();
            this.constraints = old.constraints();
        }

        Column column() {
            return new Column(
                    name,
                    type,
                    notNull,
                    defaultValue,
                    generated,
                    old.stored(),
                    identity,
                    collation,
                    constraints,
                    old.offset());
        }
    }
}
