package dev.stairway.lint.rules.generic;

import dev.stairway.lint.StatementView;
import dev.stairway.script.sql.tree.Column;
import dev.stairway.script.sql.tree.Constraint;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree;
import dev.stairway.script.sql.tree.TableAction;
import java.util.ArrayList;
import java.util.List;

/** A foreign key that a statement adds. @param table the one that has it, by its name at that time @param columns its own */
record AddedForeignKey(StatementView statement, Name table, Constraint constraint, List<Name> columns) {

    static List<AddedForeignKey> of(StatementView statement) {
        List<AddedForeignKey> keys = new ArrayList<>();
        if (statement.tree() instanceof SqlTree.CreateTable made && !made.temporary()) {
            made.columns().forEach(column -> column(keys, statement, made.table(), column));
            made.constraints()
                    .forEach(constraint -> add(keys, statement, made.table(), constraint, constraint.columns()));
        } else if (statement.tree() instanceof SqlTree.AlterTable altered) {
            for (TableAction action : altered.actions()) {
                if (action instanceof TableAction.AddConstraint added) {
                    Constraint constraint = added.constraint();
                    add(keys, statement, altered.table(), constraint, constraint.columns());
                } else if (action instanceof TableAction.AddColumn added) {
                    column(keys, statement, altered.table(), added.column());
                }
            }
        }
        return keys;
    }

    private static void column(List<AddedForeignKey> keys, StatementView statement, Name table, Column column) {
        column.constraints().forEach(constraint -> add(keys, statement, table, constraint, List.of(column.name())));
    }

    private static void add(
            List<AddedForeignKey> keys,
            StatementView statement,
            Name table,
            Constraint constraint,
            List<Name> columns) {
        if (constraint.kind() == Constraint.Kind.FOREIGN_KEY && constraint.references() != null) {
            keys.add(new AddedForeignKey(statement, table, constraint, columns));
        }
    }

    /** True when a change of the table it refers to changes this one: the server searches it then. */
    boolean acts() {
        return acts(constraint.references().onDelete())
                || acts(constraint.references().onUpdate());
    }

    private static boolean acts(String action) {
        return action.equals("CASCADE") || action.startsWith("SET ");
    }
}
