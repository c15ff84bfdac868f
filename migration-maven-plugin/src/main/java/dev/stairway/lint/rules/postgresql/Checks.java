package dev.stairway.lint.rules.postgresql;

import dev.stairway.script.sql.tree.Constraint;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree;
import dev.stairway.script.sql.tree.SqlTree.AlterTable;
import dev.stairway.script.sql.tree.SqlTree.CreateTable;
import dev.stairway.script.sql.tree.SqlTree.CreateType;
import dev.stairway.script.sql.tree.TableAction;
import java.util.ArrayList;
import java.util.List;

/**
 * A constraint that a statement makes.
 *
 * @param on the table or domain
 */
record Checks(Name on, Constraint constraint) {

    /** All of a statement, in order. */
    static List<Checks> of(SqlTree tree) {
        if (tree instanceof CreateTable create) {
            return on(create.table(), create.allConstraints());
        }
        if (tree instanceof CreateType type) {
            return on(type.type(), type.constraints());
        }
        return tree instanceof AlterTable alter ? on(alter.table(), added(alter)) : List.of();
    }

    private static List<Checks> on(Name table, List<Constraint> constraints) {
        return constraints.stream()
                .map(constraint -> new Checks(table, constraint))
                .toList();
    }

    private static List<Constraint> added(AlterTable alter) {
        List<Constraint> added = new ArrayList<>();
        for (TableAction action : alter.actions()) {
            if (action instanceof TableAction.AddColumn add) {
                added.addAll(add.column().constraints());
            } else if (action instanceof TableAction.AddConstraint add) {
                added.add(add.constraint());
            }
        }
        return added;
    }
}
