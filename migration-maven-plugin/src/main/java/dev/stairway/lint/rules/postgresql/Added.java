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
 * @param written the statement from its place on
 */
record Added(Name table, Constraint constraint, Column column, String written) {

    /** Those of one kind, on tables where others would wait. */
    static List<Added> of(StatementView statement, Constraint.Kind kind) {
        List<Added> all = new ArrayList<>();
        statement
                .as(AlterTable.class)
                .filter(alter -> !statement.isHarmless(alter.table()))
                .ifPresent(alter -> collect(statement, alter, all));
        all.removeIf(added -> added.constraint.kind() != kind);
        return all;
    }

    private static void collect(StatementView statement, AlterTable alter, List<Added> all) {
        alter.actions().forEach(action -> {
            if (action instanceof AddConstraint add) {
                all.add(added(statement, alter, add.constraint(), null));
            } else if (action instanceof AddColumn add) {
                add.column()
                        .constraints()
                        .forEach(constraint -> all.add(added(statement, alter, constraint, add.column())));
            }
        });
    }

    private static Added added(StatementView statement, AlterTable alter, Constraint constraint, Column column) {
        String sql = statement.parsed().source().sql();
        int from = Math.max(0, Math.min(constraint.offset(), sql.length()));
        return new Added(alter.table(), constraint, column, own(sql.substring(from)));
    }

    /** Up to the comma outside of parentheses that ends it. */
    private static String own(String sql) {
        int depth = 0;
        for (int at = 0; at < sql.length(); at++) {
            char next = sql.charAt(at);
            depth += next == '(' ? 1 : next == ')' ? -1 : 0;
            if (next == ',' && depth == 0) {
                return sql.substring(0, at);
            }
        }
        return sql;
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
                        + column.type().written()
                        + (column.collation().isEmpty() ? "" : " COLLATE \"" + column.collation() + "\"")
                        + (column.defaultValue() == null
                                ? ""
                                : " DEFAULT " + column.defaultValue().text())
                        + (column.notNull() ? " NOT NULL" : "") + "; ";
    }

    /** For people: the name where it has one, its columns otherwise. */
    String object() {
        return constraint.name() != null ? constraint.name().written() : table.written();
    }
}
