package dev.stairway.lint.rules.postgresql;

import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.script.sql.tree.DataType;
import dev.stairway.script.sql.tree.SqlTree.AlterTable;
import dev.stairway.script.sql.tree.TableAction.AlterType;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * Speaks about types that one would rather not choose, wherever a column gets one.
 *
 * @param chosen types that it is about
 * @param what by column and type, for people
 * @param instead the same
 */
record TypeChoice(
        Predicate<DataType> chosen,
        BiFunction<String, DataType, String> what,
        BiFunction<String, DataType, String> instead) {

    void look(StatementView statement, Remarks remarks) {
        NewColumns.ofAnyTable(statement, (table, column) -> {
            if (column.type() != null) {
                look(statement, table + "." + column.name(), column.type(), column.offset(), remarks);
            }
        });
        statement
                .as(AlterTable.class)
                .ifPresent(alter -> alter.actions().forEach(action -> {
                    if (action instanceof AlterType change) {
                        look(statement, alter.table() + "." + change.column(), change.type(), change.offset(), remarks);
                    }
                }));
    }

    private void look(StatementView statement, String column, DataType type, int offset, Remarks remarks) {
        if (chosen.test(type)) {
            remarks.at(statement, offset, column, what.apply(column, type), instead.apply(column, type));
        }
    }

    /** True for one of these, alone or as an array. */
    static boolean any(DataType type, String... names) {
        return List.of(names).contains(type.name());
    }
}
