package dev.stairway.lint.rules.generic;

import dev.stairway.script.sql.tree.Column;
import dev.stairway.script.sql.tree.DataType;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree;
import dev.stairway.script.sql.tree.TableAction;
import java.util.ArrayList;
import java.util.List;

/** A column with the type that a statement gives it. @param type null where none is written */
record NewColumn(Name table, Name column, DataType type, int offset) {

    /** Those that are made, and those that get another type. */
    static List<NewColumn> of(SqlTree tree) {
        List<NewColumn> columns = new ArrayList<>();
        if (tree instanceof SqlTree.CreateTable made) {
            made.columns().forEach(column -> add(columns, made.table(), column));
        } else if (tree instanceof SqlTree.AlterTable altered) {
            for (TableAction action : altered.actions()) {
                if (action instanceof TableAction.AddColumn added) {
                    add(columns, altered.table(), added.column());
                } else if (action instanceof TableAction.AlterType typed) {
                    columns.add(new NewColumn(altered.table(), typed.column(), typed.type(), typed.offset()));
                }
            }
        }
        return columns;
    }

    private static void add(List<NewColumn> columns, Name table, Column column) {
        columns.add(new NewColumn(table, column.name(), column.type(), column.offset()));
    }
}
