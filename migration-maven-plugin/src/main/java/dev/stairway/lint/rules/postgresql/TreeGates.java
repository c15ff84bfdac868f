package dev.stairway.lint.rules.postgresql;

import dev.stairway.lint.schema.Schema;
import dev.stairway.lint.schema.Table;
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

    static List<Found> of(SqlTree tree, Schema schema) {
        List<Found> found = new ArrayList<>();
        if (tree instanceof CreateTable create) {
            create.columns().forEach(column -> column(column, found));
            create.constraints().forEach(constraint -> constraint(constraint, create.partitioned(), found));
        } else if (tree instanceof AlterTable alter) {
            boolean partitioned =
                    schema.table(alter.table()).map(Table::partitioned).orElse(false);
            alter.actions().forEach(action -> action(action, partitioned, found));
        }
        return found;
    }

    private static void action(TableAction action, boolean partitioned, List<Found> found) {
        if (action instanceof TableAction.AddColumn add) {
            column(add.column(), found);
        } else if (action instanceof TableAction.AddConstraint add) {
            constraint(add.constraint(), partitioned, found);
            if (partitioned
                    && add.constraint().kind() == Constraint.Kind.FOREIGN_KEY
                    && add.constraint().notValid()) {
                String instead =
                        "A foreign key NOT VALID on every partition, validated there, and then the one of the whole table";
                found.add(new Found(18, "A foreign key NOT VALID of a partitioned table", instead, action.offset()));
            }
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

    private static void constraint(Constraint constraint, boolean partitioned, List<Found> found) {
        if (partitioned && constraint.kind() == Constraint.Kind.EXCLUDE) {
            String instead = "An exclusion constraint on every partition";
            found.add(new Found(17, "An exclusion constraint of a partitioned table", instead, constraint.offset()));
        }
        if (constraint.kind() == Constraint.Kind.NOT_NULL) {
            String instead = "CHECK (column IS NOT NULL) NOT VALID, VALIDATE CONSTRAINT, and SET NOT NULL then";
            found.add(new Found(18, "NOT NULL as a constraint of the table", instead, constraint.offset()));
        }
    }
}
