package dev.stairway.lint.rules.postgresql;

import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Names;
import dev.stairway.script.sql.tree.Column;
import dev.stairway.script.sql.tree.Constraint;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree.AlterTable;
import dev.stairway.script.sql.tree.TableAction.AddColumn;
import dev.stairway.script.sql.tree.TableAction.AddConstraint;
import java.util.ArrayList;
import java.util.List;

/**
 * A constraint that a table with rows gets.
 *
 * @param column the column that brings it; null where it comes alone
 */
record Added(Name table, Constraint constraint, Column column) {

    /** Those of one kind, on tables where others would wait. */
    static List<Added> of(StatementView statement, Constraint.Kind kind) {
        List<Added> all = new ArrayList<>();
        statement
                .as(AlterTable.class)
                .filter(alter -> !statement.isHarmless(alter.table()))
                .ifPresent(alter -> collect(alter, all));
        all.removeIf(added -> added.constraint.kind() != kind);
        return all;
    }

    private static void collect(AlterTable alter, List<Added> all) {
        alter.actions().forEach(action -> {
            if (action instanceof AddConstraint add) {
                all.add(new Added(alter.table(), add.constraint(), null));
            } else if (action instanceof AddColumn add) {
                add.column()
                        .constraints()
                        .forEach(constraint -> all.add(new Added(alter.table(), constraint, add.column())));
            }
        });
    }

    boolean withColumn() {
        return column != null;
    }

    /** As it is, or in a sentence about the column. */
    List<Name> columns() {
        return constraint.columns().isEmpty() && column != null ? List.of(column.name()) : constraint.columns();
    }

    /** Its name, or one like PostgreSQL would find. @param suffix {@code fkey} */
    String name(String suffix) {
        if (constraint.name() != null) {
            return constraint.name().written();
        }
        List<Object> parts = new ArrayList<>(List.of(table));
        parts.addAll(columns());
        parts.add(suffix);
        return Names.made(parts.toArray());
    }

    /** {@code ALTER TABLE t ADD COLUMN c bigint; }, nothing where it comes alone. */
    String columnFirst() {
        return column == null
                ? ""
                : "ALTER TABLE " + table + " ADD COLUMN " + column.name() + " "
                        + column.type().written() + "; ";
    }

    /** For people: the name where it has one, its columns otherwise. */
    String object() {
        return constraint.name() != null ? constraint.name().written() : table.written();
    }
}
