package dev.stairway.lint.rules.generic;

import dev.stairway.script.sql.tree.Column;
import dev.stairway.script.sql.tree.Constraint;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.ObjectKind;
import dev.stairway.script.sql.tree.SqlTree;
import dev.stairway.script.sql.tree.TableAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A name that a statement brings into the world.
 *
 * @param offset of a character near it in the statement
 */
record NewName(ObjectKind kind, Name name, int offset) {

    /** For people: {@code column}, {@code materialized view}. */
    String kindInWords() {
        return kind == ObjectKind.OTHER
                ? "object"
                : kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** All that it does. */
    static List<NewName> of(SqlTree tree) {
        List<NewName> names = new ArrayList<>();
        if (tree instanceof SqlTree.CreateTable made) {
            add(names, ObjectKind.TABLE, made.table(), 0);
            made.columns().forEach(column -> column(names, column));
            made.constraints().forEach(constraint -> constraint(names, constraint));
        } else if (tree instanceof SqlTree.AlterTable altered) {
            altered.actions().forEach(action -> action(names, action));
        } else {
            add(names, kind(tree), name(tree), 0);
        }
        return names;
    }

    private static void action(List<NewName> names, TableAction action) {
        if (action instanceof TableAction.AddColumn added) {
            column(names, added.column());
        } else if (action instanceof TableAction.AddConstraint added) {
            constraint(names, added.constraint());
        } else if (action instanceof TableAction.RenameTable renamed) {
            add(names, ObjectKind.TABLE, renamed.to(), renamed.offset());
        } else if (action instanceof TableAction.RenameColumn renamed) {
            add(names, ObjectKind.COLUMN, renamed.to(), renamed.offset());
        } else if (action instanceof TableAction.RenameConstraint renamed) {
            add(names, ObjectKind.CONSTRAINT, renamed.to(), renamed.offset());
        }
    }

    private static void column(List<NewName> names, Column column) {
        add(names, ObjectKind.COLUMN, column.name(), column.offset());
        column.constraints().forEach(constraint -> constraint(names, constraint));
    }

    private static void constraint(List<NewName> names, Constraint constraint) {
        add(names, ObjectKind.CONSTRAINT, constraint.name(), constraint.offset());
    }

    private static void add(List<NewName> names, ObjectKind kind, Name name, int offset) {
        if (name != null) {
            names.add(new NewName(kind, name, offset));
        }
    }

    private static Name name(SqlTree tree) {
        if (tree instanceof SqlTree.CreateIndex made) {
            return made.index();
        } else if (tree instanceof SqlTree.CreateView made) {
            return made.view();
        } else if (tree instanceof SqlTree.CreateSequence made) {
            return made.sequence();
        } else if (tree instanceof SqlTree.CreateFunction made) {
            return made.function();
        } else if (tree instanceof SqlTree.CreateTrigger made) {
            return made.trigger();
        } else if (tree instanceof SqlTree.CreateType made) {
            return made.type();
        } else if (tree instanceof SqlTree.CreateSchema made) {
            return made.schema();
        } else if (tree instanceof SqlTree.CreatePolicy made) {
            return made.policy();
        } else if (tree instanceof SqlTree.CreateOther made) {
            return made.name();
        }
        return tree instanceof SqlTree.Rename renamed ? renamed.to() : null;
    }

    private static ObjectKind kind(SqlTree tree) {
        if (tree instanceof SqlTree.CreateIndex) {
            return ObjectKind.INDEX;
        } else if (tree instanceof SqlTree.CreateView made) {
            return made.materialized() ? ObjectKind.MATERIALIZED_VIEW : ObjectKind.VIEW;
        } else if (tree instanceof SqlTree.CreateSequence) {
            return ObjectKind.SEQUENCE;
        } else if (tree instanceof SqlTree.CreateFunction made) {
            return made.kind();
        } else if (tree instanceof SqlTree.CreateTrigger) {
            return ObjectKind.TRIGGER;
        } else if (tree instanceof SqlTree.CreateType made) {
            return made.kind();
        } else if (tree instanceof SqlTree.CreateSchema) {
            return ObjectKind.SCHEMA;
        } else if (tree instanceof SqlTree.CreatePolicy) {
            return ObjectKind.POLICY;
        } else if (tree instanceof SqlTree.CreateOther made) {
            return made.kind();
        }
        return tree instanceof SqlTree.Rename renamed ? renamed.kind() : ObjectKind.OTHER;
    }
}
