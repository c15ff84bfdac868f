package dev.stairway.lint.rules.postgresql;

import dev.stairway.script.sql.tree.Column;
import dev.stairway.script.sql.tree.Constraint;
import dev.stairway.script.sql.tree.DataType;
import dev.stairway.script.sql.tree.SqlTree;
import dev.stairway.script.sql.tree.SqlTree.AlterTable;
import dev.stairway.script.sql.tree.SqlTree.CreateTable;
import dev.stairway.script.sql.tree.TableAction;
import java.util.ArrayList;
import java.util.List;

/** What no single word gives away, by the version that brought it. */
final class TreeGates {

    /** @param offset in the statement */
    record Found(int since, String what, String instead, int offset) {}

    private TreeGates() {}

    static List<Found> of(SqlTree tree) {
        List<Found> found = new ArrayList<>();
        if (tree instanceof CreateTable create) {
            create.columns().forEach(column -> column(column, found));
            create.constraints().forEach(constraint -> constraint(constraint, found));
        } else if (tree instanceof AlterTable alter) {
            alter.actions().forEach(action -> action(action, found));
        }
        return found;
    }

    private static void action(TableAction action, List<Found> found) {
        if (action instanceof TableAction.AddColumn add) {
            column(add.column(), found);
        } else if (action instanceof TableAction.AddConstraint add) {
            constraint(add.constraint(), found);
        } else if (action instanceof TableAction.DetachPartition detach && detach.concurrently()) {
            found.add(new Found(14, "DETACH PARTITION ... CONCURRENTLY", "DETACH PARTITION", action.offset()));
        } else if (action instanceof TableAction.AlterType type) {
            type(type.type(), type.offset(), found);
        }
    }

    private static void column(Column column, List<Found> found) {
        if (column.generated() != null && !column.stored()) {
            found.add(new Found(18, "A virtual generated column", "GENERATED ALWAYS AS (...) STORED", column.offset()));
        }
        if (column.type() != null) {
            type(column.type(), column.offset(), found);
        }
    }

    private static void type(DataType type, int offset, List<Found> found) {
        boolean numeric = type.name().equals("numeric") && type.arguments().size() > 1;
        if (numeric
                && (type.arguments().get(1) < 0
                        || type.arguments().get(1) > type.arguments().get(0))) {
            String instead = "A numeric without a scale, and a CHECK";
            found.add(new Found(
                    15, "A scale of " + type.written() + " that is negative or above the precision", instead, offset));
        }
    }

    private static void constraint(Constraint constraint, List<Found> found) {
        if (constraint.kind() == Constraint.Kind.NOT_NULL) {
            String instead = "CHECK (column IS NOT NULL) NOT VALID, VALIDATE CONSTRAINT, and SET NOT NULL then";
            found.add(new Found(18, "NOT NULL as a constraint of the table", instead, constraint.offset()));
        }
    }
}
